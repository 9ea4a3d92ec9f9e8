package de.kreiswerk.launcher.cli;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The language in which the command line speaks: German, unless the environment asks for English. */
public enum Language {
    /** The language of the house. */
    GERMAN("de"),
    /** Asked for by KREISWERK_LANGUAGE or the locale. */
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /**
     * Finds the language.
     *
     * @param environment the environment variables
     * @return English when the first of KREISWERK_LANGUAGE, LC_ALL, LC_MESSAGES and LANG that is set starts with en
     */
    public static Language of(Map<String, String> environment) {
        return Stream.of("KREISWERK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(environment::get)
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .findFirst()
                .filter(value -> value.startsWith("en"))
                .map(value -> ENGLISH)
                .orElse(GERMAN);
    }

    /**
     * The tag for Accept-Language.
     *
     * @return {@code de} or {@code en}
     */
    public String tag() {
        return tag;
    }

    /**
     * Chooses the words.
     *
     * @param german in German
     * @param english in English
     * @return those of this language
     */
    public String pick(String german, String english) {
        return this == GERMAN ? german : english;
    }
}
