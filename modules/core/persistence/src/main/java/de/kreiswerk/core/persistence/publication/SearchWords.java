package de.kreiswerk.core.persistence.publication;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a search, each with the ways in which texts may write it. People type what their keyboard has, and copy a number from an
 * address: {@code Strasse} finds "Straße", and {@code 2026-127} finds "2026/127". Quotation marks round a word and commas behind it are
 * none of its letters.
 */
final class SearchWords {

    private static final int MAX_TEXT = 200;

    /** A word with more of them is written in other ways at the first ones only: each doubles what is compared. */
    private static final int MAX_PAIRS = 2;

    private static final Map<String, String> PAIRS = Map.of("ss", "ß", "ß", "ss", "ae", "ä", "oe", "ö", "ue", "ü");

    /** Behind a vowel or q it is never an umlaut: neu, Bauer, Quelle. */
    private static final Pattern PAIR = Pattern.compile("ss|ß|(?<![aeiouäöüq])(?:ae|oe|ue)");

    private static final Pattern AROUND =
            Pattern.compile("^[\"'„“”‚‘’»«›‹(\\[]+|[\"'“”‘’»«›‹)\\],;:.!?]+$", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern NUMBER = Pattern.compile("(?=.*\\d)[\\p{L}\\d]+(?:-[\\p{L}\\d]+)+");

    private SearchWords() {}

    /** All words, in lower case; each has one spelling at least. */
    static List<Set<String>> of(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        String stripped = text.strip();
        String[] typed = PublicTables.lower(stripped.substring(0, Math.min(stripped.length(), MAX_TEXT)))
                .split("\\s+");
        List<String> words = Arrays.stream(typed)
                .map(word -> AROUND.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .toList();
        // Who looks for nothing but marks means them.
        return (words.isEmpty() ? List.of(typed) : words)
                .stream().map(SearchWords::spellings).toList();
    }

    private static Set<String> spellings(String word) {
        Set<String> spellings = new LinkedHashSet<>(Set.of(word));
        if (NUMBER.matcher(word).matches()) {
            spellings.add(word.replaceFirst("-", "/"));
            spellings.add(word.replace('-', '/'));
        }
        Matcher pair = PAIR.matcher(word);
        for (int pairs = 0; pairs < MAX_PAIRS && pair.find(); pairs++) {
            // Seen from the end, because what stands behind it may be of another length already.
            int start = pair.start() - word.length();
            int end = pair.end() - word.length();
            String other = PAIRS.get(pair.group());
            for (String spelling : List.copyOf(spellings)) {
                int length = spelling.length();
                spellings.add(spelling.substring(0, length + start) + other + spelling.substring(length + end));
            }
        }
        return spellings;
    }
}
