package de.kreiswerk.proposals.importer.words;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Compares words as a reader does: case, double blanks and blanks around a slash do not matter. */
public final class Wording {

    private static final int MAX_LABEL = 120;

    private Wording() {}

    /** The words in the form in which wordings are compared; empty for words that are too long to be a label. */
    public static String plain(String words) {
        if (words.length() > MAX_LABEL) {
            return "";
        }
        StringBuilder plain = new StringBuilder(words.length());
        for (char c : words.toLowerCase(Locale.GERMAN).toCharArray()) {
            boolean blank = Character.isWhitespace(c);
            char last = plain.isEmpty() ? ' ' : plain.charAt(plain.length() - 1);
            if (c == '/' && last == ' ' && !plain.isEmpty()) {
                plain.setCharAt(plain.length() - 1, c);
            } else if (!blank || last != ' ' && last != '/') {
                plain.append(blank ? ' ' : c);
            }
        }
        return plain.toString().stripTrailing();
    }

    /** Whether the words are one of some wordings, which are given in plain form. */
    public static boolean isOneOf(Collection<String> wordings, String words) {
        return wordings.contains(plain(words));
    }

    /** Words that end in one of some wordings, cut in two before it; the longest wording wins. */
    public static Optional<Tail> tail(Collection<String> wordings, String words) {
        String lower = words.toLowerCase(Locale.GERMAN);
        if (lower.length() != words.length()) {
            return Optional.empty();
        }
        return wordings.stream()
                .filter(wording -> endsInWord(lower, wording))
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .map(wording -> words.length() - wording.length())
                .map(cut -> new Tail(words.substring(0, cut).strip(), words.substring(cut)));
    }

    private static boolean endsInWord(String words, String wording) {
        int cut = words.length() - wording.length();
        return words.endsWith(wording) && (cut == 0 || Character.isWhitespace(words.charAt(cut - 1)));
    }

    /**
     * Words cut in two.
     *
     * @param before what stands before the wording, may be empty
     * @param wording the wording as the document writes it
     */
    public record Tail(String before, String wording) {}
}
