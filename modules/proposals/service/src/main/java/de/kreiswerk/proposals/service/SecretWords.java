package de.kreiswerk.proposals.service;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether words say that something is not for everyone. The importer knows, and says so as a visibility; what an earlier version of it
 * read may say so in its words only.
 */
final class SecretWords {

    private static final Pattern SECRET = Pattern.compile(
            "nicht[\\s_-]{0,3}(?:ö|o\\x{308}|oe)ff(?:entl|\\b)|vertraul|\\bn\\. ?ö\\b|\\bnö\\b|\\bgeheim(?:h|\\b)|\\bvs[ -]?nfd\\b"
                    + "|dienstgebrauch|nicht zur veröffentlichung|ausschlu(?:ss|ß) der öffentlichkeit",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private SecretWords() {}

    static boolean areIn(String... texts) {
        return Stream.of(texts)
                .anyMatch(words -> words != null && SECRET.matcher(words).find());
    }
}
