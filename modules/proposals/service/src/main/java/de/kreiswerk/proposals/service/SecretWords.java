package de.kreiswerk.proposals.service;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether words say that something is not for everyone. The importer knows, and says so as a visibility; what an earlier version of it
 * read may say so in its words only.
 */
final class SecretWords {

    private static final Pattern SECRET =
            Pattern.compile("nicht[ -]?öffentlich|vertraulich", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private SecretWords() {}

    static boolean areIn(String... texts) {
        return Stream.of(texts)
                .anyMatch(words -> words != null && SECRET.matcher(words).find());
    }
}
