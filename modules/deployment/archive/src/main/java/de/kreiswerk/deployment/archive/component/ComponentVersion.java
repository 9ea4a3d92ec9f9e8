package de.kreiswerk.deployment.archive.component;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as OSGi writes and orders it (Core, section 3.2.5): {@code MAJOR.MINOR.MICRO.QUALIFIER}, all but the first optional.
 *
 * @param major the first number
 * @param minor the second
 * @param micro the third
 * @param qualifier compared as text, empty when there is none
 */
public record ComponentVersion(int major, int minor, int micro, String qualifier)
        implements Comparable<ComponentVersion> {

    /** What a version that is not stated counts as. */
    public static final ComponentVersion NONE = new ComponentVersion(0, 0, 0, "");

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.([A-Za-z0-9_-]{1,60}))?)?)?");

    private static final Comparator<ComponentVersion> ORDER = Comparator.comparingInt(ComponentVersion::major)
            .thenComparingInt(ComponentVersion::minor)
            .thenComparingInt(ComponentVersion::micro)
            .thenComparing(ComponentVersion::qualifier);

    /**
     * Whether a text is a version.
     *
     * @param text any text
     * @return true when {@link #parse} takes it
     */
    public static boolean isVersion(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Reads one.
     *
     * @param text such as {@code 1.2.0}
     * @return the version
     * @throws IllegalArgumentException when it is none
     */
    public static ComponentVersion parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No version: " + text);
        }
        return new ComponentVersion(
                number(parts.group(1)), number(parts.group(2)), number(parts.group(3)), orEmpty(parts.group(4)));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    @Override
    public int compareTo(ComponentVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro + (qualifier.isEmpty() ? "" : "." + qualifier);
    }
}
