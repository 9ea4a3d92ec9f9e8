package de.kreiswerk.proposals.importer.words;

import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The number or letter by which a text calls an attachment: 2, 3a, 2.1, II, B.
 *
 * @param number which one of the list it is when none has this name
 * @param wording as it is written, in small letters
 */
public record AttachmentLabel(int number, String wording) {

    private static final List<String> ROMAN = List.of(
            "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
            "xvii", "xviii", "xix", "xx");

    static AttachmentLabel of(String words) {
        String wording = words.toLowerCase(Locale.GERMAN);
        return new AttachmentLabel(number(wording), wording);
    }

    /** From one to another, both included. Made when they are asked for: a text may name a thousand a hundred thousand times. */
    static List<AttachmentLabel> range(AttachmentLabel first, AttachmentLabel last) {
        int between = Math.max(0, last.number - first.number - 1);
        return new AbstractList<>() {
            @Override
            public AttachmentLabel get(int index) {
                Objects.checkIndex(index, size());
                if (index == 0) {
                    return first;
                }
                int number = first.number + index;
                return index > between ? last : new AttachmentLabel(number, String.valueOf(number));
            }

            @Override
            public int size() {
                return between + 2;
            }
        };
    }

    /** Whether an attachment bears it in its name: {@code 3a Schnitt}, {@code Anlage II: Vertrag}. */
    public boolean isIn(String name) {
        String lower = name.toLowerCase(Locale.GERMAN);
        int from = lower.startsWith("anlage ") ? "anlage ".length() : 0;
        int end = from + wording.length();
        return lower.startsWith(wording, from)
                && (end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end)))
                && !(end + 1 < lower.length() && lower.charAt(end) == '.' && Character.isDigit(lower.charAt(end + 1)));
    }

    /** Whether it is a plain number. */
    public boolean isPlain() {
        return wording.chars().allMatch(Character::isDigit);
    }

    /** Whether it begins with a number: {@code 3a}, {@code 2.1}. */
    public boolean isNumber() {
        return Character.isDigit(wording.charAt(0));
    }

    private static int number(String wording) {
        if (Character.isDigit(wording.charAt(0))) {
            int end = 1;
            while (end < wording.length() && Character.isDigit(wording.charAt(end))) {
                end++;
            }
            return Integer.parseInt(wording.substring(0, end));
        }
        int roman = ROMAN.indexOf(wording);
        return roman >= 0 ? roman + 1 : wording.charAt(0) - 'a' + 1;
    }
}
