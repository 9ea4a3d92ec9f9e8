package de.kreiswerk.core.api.text;

import java.util.Locale;
import java.util.Objects;

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
     * The words for one language.
     *
     * @param locale the reader's language; English for {@code en}, German for every other
     * @return the words
     */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? english : german;
    }
}
