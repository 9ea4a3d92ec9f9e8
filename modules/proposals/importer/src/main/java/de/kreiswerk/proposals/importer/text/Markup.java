package de.kreiswerk.proposals.importer.text;

import java.util.ArrayList;
import java.util.List;

/** Takes the Markdown off a line: heading marks, pairs of double asterisks, escapes, the backslash of a hard line break. */
final class Markup {

    private static final String ESCAPABLE = "_*#[](){}+-.!|<>~`\"'&$%=:;,/?@^";

    private Markup() {}

    /** The line without markup, null when nothing is left of it. */
    static Line strip(int number, String raw) {
        String words = raw.strip();
        int heading = headingRank(words);
        words = withoutHardBreak(heading > 0 ? headingText(words, heading) : words);
        boolean bold = isBold(words);
        words = isRuler(words) ? words : inline(words).strip();
        if (words.isEmpty()) {
            return null;
        }
        int indent = raw.length() - raw.stripLeading().length();
        int tabs = (int) raw.substring(0, indent).chars().filter(c -> c == '\t').count();
        return new Line(number, words, heading, bold, tabs, indent > 0);
    }

    private static int headingRank(String words) {
        int rank = 0;
        while (rank < words.length() && words.charAt(rank) == '#') {
            rank++;
        }
        boolean ended = rank == words.length() || Character.isWhitespace(words.charAt(rank));
        return rank >= 1 && rank <= 6 && ended ? rank : 0;
    }

    private static String headingText(String words, int rank) {
        int end = words.length();
        while (end > rank && words.charAt(end - 1) == '#') {
            end--;
        }
        boolean closingMarks = end == rank || Character.isWhitespace(words.charAt(end - 1));
        return words.substring(rank, closingMarks ? end : words.length()).strip();
    }

    private static String withoutHardBreak(String words) {
        boolean hardBreak = words.endsWith("\\") && !words.endsWith("\\\\");
        return hardBreak ? words.substring(0, words.length() - 1).stripTrailing() : words;
    }

    private static boolean isBold(String words) {
        return words.length() > 4 && words.startsWith("**") && words.indexOf("**", 2) == words.length() - 2;
    }

    private static boolean isRuler(String words) {
        return words.chars().allMatch(c -> c == '*' || c == '-' || c == ' ');
    }

    private static String inline(String words) {
        if (words.indexOf('\\') < 0 && words.indexOf("**") < 0) {
            return words;
        }
        StringBuilder plain = new StringBuilder(words.length());
        List<Integer> asterisks = new ArrayList<>();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\\' && i + 1 < words.length() && ESCAPABLE.indexOf(words.charAt(i + 1)) >= 0) {
                plain.append(words.charAt(++i));
            } else if (c == '*' && words.startsWith("**", i)) {
                asterisks.add(plain.length());
                plain.append("**");
                i++;
            } else {
                plain.append(c);
            }
        }
        return withoutPairs(plain, asterisks);
    }

    // A last pair that is never closed is not bold, it stays.
    private static String withoutPairs(CharSequence plain, List<Integer> asterisks) {
        StringBuilder kept = new StringBuilder(plain.length());
        int from = 0;
        for (int at : asterisks.subList(0, asterisks.size() / 2 * 2)) {
            kept.append(plain, from, at);
            from = at + 2;
        }
        return kept.append(plain, from, plain.length()).toString();
    }
}
