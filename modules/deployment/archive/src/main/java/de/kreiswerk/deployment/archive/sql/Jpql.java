package de.kreiswerk.deployment.archive.sql;

import java.util.regex.Pattern;

/** Texts of JPA queries. */
public final class Jpql {

    private static final String BEGIN = "(?<![\\p{L}\\p{N}_])";

    /** What EclipseLink skips. */
    private static final String SPACE = "[\\s\\p{Z}\\x1C-\\x1F]";

    /** EclipseLink passes on what stands in the quotes behind these. */
    private static final String SQL =
            BEGIN + "(sql|func|function|column|table|operator)" + SPACE + "*\\(" + SPACE + "*'";

    /** It calls the constructor of whatever class is named. */
    private static final String OBJECT =
            BEGIN + "new" + SPACE + "+(javax?|jdk|sun|com\\.sun|de\\.kreiswerk|org\\.(eclipse|h2|postgresql))\\.";

    private static final String HINT = "eclipselink\\.sql\\.hint";

    /** Words are compared in upper case, where {@code ſ} is an S like the other. */
    private static final Pattern FAR_REACHING =
            Pattern.compile(String.join("|", SQL, OBJECT, HINT), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Jpql() {}

    /**
     * Whether a query does more than ask for entities.
     *
     * @param text its text, or the name of a hint
     * @return that it passes SQL on, or makes objects of Java's classes or the platform's
     */
    public static boolean isFarReaching(String text) {
        return FAR_REACHING.matcher(text).find();
    }
}
