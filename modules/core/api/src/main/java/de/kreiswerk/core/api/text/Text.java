package de.kreiswerk.core.api.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A text for people in the two languages that Kreiswerk speaks. German comes first and is what an unknown language gets.
 *
 * @param german plain German, never null
 * @param english plain English, never null
 */
public record Text(String german, String english) {

    private static final int LONGEST_HEADER = 500;

    /** Rejects a missing language. */
    public Text {
        Objects.requireNonNull(german, "german");
        Objects.requireNonNull(english, "english");
    }

    /**
     * The same words in both languages: names, numbers, quotations.
     *
     * @param words the words
     * @return a text that is the same in both languages
     */
    public static Text same(String words) {
        return new Text(words, words);
    }

    /**
     * Several texts as one.
     *
     * @param separator what stands between them in both languages
     * @param texts in their order
     * @return empty in both languages when there are none
     */
    public static Text joined(String separator, Collection<Text> texts) {
        return new Text(
                texts.stream().map(Text::german).collect(Collectors.joining(separator)),
                texts.stream().map(Text::english).collect(Collectors.joining(separator)));
    }

    /**
     * The language for a reader, out of the two that there are.
     *
     * @param accepted the header {@code Accept-Language} (RFC 9110, section 12.5.4), may be null
     * @return English where it is put before German, else German
     */
    public static Locale languageOf(String accepted) {
        if (accepted == null || accepted.isBlank() || accepted.length() > LONGEST_HEADER) {
            return Locale.GERMAN;
        }
        for (Locale.LanguageRange range : ranges(accepted)) {
            String language = range.getRange().split("-", 2)[0];
            if (range.getWeight() > 0 && (language.equals("de") || language.equals("*"))) {
                return Locale.GERMAN;
            }
            if (range.getWeight() > 0 && language.equals("en")) {
                return Locale.ENGLISH;
            }
        }
        return Locale.GERMAN;
    }

    private static List<Locale.LanguageRange> ranges(String accepted) {
        try {
            return Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /**
     * The words for one language.
     *
     * @param locale the reader's language; English for {@code en}, German for every other
     * @return the words
     */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? english : german;
    }
}
