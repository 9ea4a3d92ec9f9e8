package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.text.Slug;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What follows from a Vorlagennummer. */
final class References {

    private static final Pattern FULL_YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern SHORT_YEAR_AT_END = Pattern.compile("/(\\d\\d)$");
    private static final Pattern VALID = Pattern.compile("[\\p{L}\\d][\\p{L}\\d /._-]{0,58}\\d[\\p{L}]{0,8}");

    private References() {}

    static boolean isValid(String reference) {
        return reference.length() <= 60 && VALID.matcher(reference).matches();
    }

    /** The year that the number states, or null. */
    static Integer year(String reference) {
        Matcher full = FULL_YEAR.matcher(reference);
        if (full.find()) {
            return Integer.valueOf(full.group(1));
        }
        Matcher end = SHORT_YEAR_AT_END.matcher(reference);
        return end.find() ? Integer.valueOf(2000 + Integer.parseInt(end.group(1))) : null;
    }

    /** The number as part of an address: lower case letters, digits and hyphens. */
    static String slug(String reference) {
        String slug = Slug.of(reference).value();
        return slug.isEmpty() ? "vorlage" : slug;
    }
}
