package de.kreiswerk.proposals.importer.text;

/**
 * The characters of a line that a reader can see. Every kind of blank becomes a plain one. What only helps typesetting (soft
 * hyphen, zero width blank, byte order mark) goes without a word; control characters and those that turn the direction of
 * writing are counted, because they can hide what a text really says.
 *
 * @param text what is left
 * @param removed how many control characters are gone
 */
record Characters(String text, int removed) {

    static Characters of(String line) {
        int first = firstToChange(line);
        if (first == line.length()) {
            return new Characters(line, 0);
        }
        StringBuilder kept = new StringBuilder(line.length()).append(line, 0, first);
        int removed = 0;
        for (int i = first; i < line.length(); ) {
            int c = line.codePointAt(i);
            i += Character.charCount(c);
            if (isBlank(c)) {
                kept.append(c == '\t' ? '\t' : ' ');
            } else if (isControl(c)) {
                removed++;
            } else if (!isTypesetting(c)) {
                kept.appendCodePoint(c);
            }
        }
        return new Characters(kept.toString(), removed);
    }

    private static int firstToChange(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) >= ' ' && line.charAt(i) < 0x7F) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(int c) {
        // Vertical tab and form feed are how word processors write a soft return and a page break.
        return c == '\t' || c == 0x0B || c == '\f' || Character.isSpaceChar(c);
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) || turnsDirection(c) || isHalfPair(c) || (c & 0xFFFE) == 0xFFFE;
    }

    private static boolean turnsDirection(int c) {
        return c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static boolean isHalfPair(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean isTypesetting(int c) {
        return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
    }
}
