package de.kreiswerk.core.web.pages;

import java.util.List;
import java.util.Locale;

/** Chooses between the two languages of the platform. */
final class Language {

    static final int MAX_HEADER = 500;

    private Language() {}

    /** German, unless the reader puts English before it. The servlet's own choice would be the server's language. */
    static Locale of(String header) {
        if (header == null || header.isBlank() || header.length() > MAX_HEADER) {
            return Locale.GERMAN;
        }
        for (Locale.LanguageRange range : ranges(header)) {
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

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
