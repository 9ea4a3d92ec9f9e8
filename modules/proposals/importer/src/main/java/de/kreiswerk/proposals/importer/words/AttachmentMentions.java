package de.kreiswerk.proposals.importer.words;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers in "Anlage 2", "Anlagen 1, 2 und 4", "Anlagen 3 bis 6". */
public final class AttachmentMentions {

    private static final String NUMBER = "\\d{1,3}(?![\\d.]?\\d)[a-z]?\\b";
    private static final Pattern MENTION = Pattern.compile(
            "\\bAnlagen? (" + NUMBER + "(?: ?(?:,|und|sowie|bis|-|–|/) ?" + NUMBER + "){0,30})",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PART = Pattern.compile("(bis|-|–)? ?(\\d{1,3})");

    private AttachmentMentions() {}

    /** The numbers of all attachments that a text names. */
    public static BitSet in(String text) {
        BitSet numbers = new BitSet();
        if (text.contains("Anlage")) {
            Matcher mention = MENTION.matcher(text);
            while (mention.find()) {
                addAll(mention.group(1), numbers);
            }
        }
        return numbers;
    }

    private static void addAll(String list, BitSet numbers) {
        Matcher part = PART.matcher(list);
        int last = 0;
        while (part.find()) {
            int number = Integer.parseInt(part.group(2));
            // What runs backwards names none.
            int first = part.group(1) == null ? number : last;
            if (first <= number) {
                numbers.set(first, number + 1);
            }
            last = number;
        }
    }
}
