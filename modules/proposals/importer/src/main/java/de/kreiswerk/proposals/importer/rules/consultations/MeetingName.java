package de.kreiswerk.proposals.importer.rules.consultations;

import java.util.regex.Pattern;

/** The name of a meeting, as it stands below its date: {@code Öffentliche Sitzung des …}, or only {@code des …}. */
final class MeetingName {

    private static final Pattern BEGINNING = Pattern.compile(
            "(?:(?:(?:nicht[ -]?)?öffentliche|vertrauliche|gemeinsame|außerordentliche|konstituierende|und|\\d{1,3}\\.)[ /]+){0,6}"
                    + "(?:sonder)?sitzung\\b|de[rs] ",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private MeetingName() {}

    static boolean looksLike(String words) {
        return BEGINNING.matcher(words).lookingAt();
    }
}
