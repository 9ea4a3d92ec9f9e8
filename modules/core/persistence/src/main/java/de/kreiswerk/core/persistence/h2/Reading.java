package de.kreiswerk.core.persistence.h2;

import java.util.regex.Pattern;

/** Knows the statements that change nothing. Whatever it does not know may change something. */
final class Reading {

    private static final Pattern QUERY = Pattern.compile("\\s*+(?:select|values)\\b.*+", flags());

    /** Rows that are locked are changed, and so is a sequence that is asked for its next number. */
    private static final Pattern CHANGING =
            Pattern.compile("\\b(?:update|nextval|next\\s+value|final|into)\\b", flags());

    private Reading() {}

    static boolean is(String sql) {
        return QUERY.matcher(sql).matches() && !CHANGING.matcher(sql).find();
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }
}
