package de.kreiswerk.proposals.importer.rules.attachments;

import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry of an attachment list.
 *
 * @param number its number, 0 when the list does not number it
 * @param name its name
 * @param visibility as stated, null when not
 * @param sizeWording the size in the document's words, null when not stated
 */
record Entry(int number, String name, Visibility visibility, String sizeWording) {

    private static final Pattern SIZE = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,3})? ?(?:B|Byte|Bytes|[KMG]i?B|[kK]B)");
    private static final int MAX_NAME = 500;

    /** Reads a name and the brackets behind it that say who may see it and how large it is. */
    static Optional<Entry> of(int number, String words) {
        Entry entry = new Entry(number, words.strip(), null, null);
        for (Entry next = entry.withoutBracket(); next != entry; next = entry.withoutBracket()) {
            entry = next;
        }
        return entry.name.isEmpty() || entry.name.length() > MAX_NAME ? Optional.empty() : Optional.of(entry);
    }

    /** Reads a number as lists write it; 0 when it is none. */
    static int number(String digits) {
        boolean number =
                digits.length() <= 5 && !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : 0;
    }

    boolean isNumbered() {
        return number > 0;
    }

    Entry numbered(int other) {
        return new Entry(other, name, visibility, sizeWording);
    }

    NamedAttachment attachment() {
        return new NamedAttachment(number, name, visibility, sizeWording);
    }

    // Every bracket is read once at most, so that this ends after two rounds.
    private Entry withoutBracket() {
        int open = name.lastIndexOf('(');
        if (open < 0 || !name.endsWith(")")) {
            return this;
        }
        String inside = name.substring(open + 1, name.length() - 1).strip();
        String before = name.substring(0, open).strip();
        Optional<Visibility> stated = VisibilityWording.of(inside);
        if (stated.isPresent() && visibility == null) {
            return new Entry(number, before, stated.get(), sizeWording);
        }
        if (SIZE.matcher(inside).matches() && sizeWording == null) {
            return new Entry(number, before, visibility, inside);
        }
        return this;
    }
}
