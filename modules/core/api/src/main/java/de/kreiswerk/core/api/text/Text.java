package de.kreiswerk.core.api.text;

import java.util.Collection;
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
     * The words for one language.
     *
     * @param locale the reader's language; English for {@code en}, German for every other
     * @return the words
     */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? english : german;
    }
}
