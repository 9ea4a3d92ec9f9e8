package de.kreiswerk.core.web.pages.texts;

import java.util.Locale;

/**
 * What the page of a text shows.
 *
 * @param title its heading
 * @param language the reader's language; the text itself is German
 * @param html the text, safe to be shown
 */
public record TextView(String title, Locale language, String html) {

    /**
     * Whether the reader reads another language than the text's.
     *
     * @return true when that is to be said
     */
    public boolean foreign() {
        return !language.getLanguage().equals("de");
    }
}
