package de.kreiswerk.deployment.archive.component;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some versions: {@code [1.0,2.0)} as OSGi writes ranges, or exactly one.
 *
 * @param from the lowest
 * @param fromIncluded whether it is one of them
 * @param to the highest
 * @param toIncluded whether it is one of them
 */
public record VersionSpan(ComponentVersion from, boolean fromIncluded, ComponentVersion to, boolean toIncluded) {

    private static final Pattern RANGE = Pattern.compile("([\\[(])\\s*([^,\\s]+)\\s*,\\s*([^,\\s]+)\\s*([])])");

    /**
     * Reads one.
     *
     * @param text {@code [1.0,2.0)} or {@code 1.2.0}
     * @return the span
     * @throws IllegalArgumentException when it is none
     */
    public static VersionSpan parse(String text) {
        Matcher range = RANGE.matcher(text.strip());
        if (!range.matches()) {
            ComponentVersion one = ComponentVersion.parse(text.strip());
            return new VersionSpan(one, true, one, true);
        }
        return new VersionSpan(
                ComponentVersion.parse(range.group(2)),
                range.group(1).equals("["),
                ComponentVersion.parse(range.group(3)),
                range.group(4).equals("]"));
    }

    /**
     * Whether a version is one of them.
     *
     * @param version any version
     * @return true when it is
     */
    public boolean includes(ComponentVersion version) {
        int low = version.compareTo(from);
        int high = version.compareTo(to);
        return (low > 0 || low == 0 && fromIncluded) && (high < 0 || high == 0 && toIncluded);
    }

    @Override
    public String toString() {
        return from.equals(to)
                ? from.toString()
                : (fromIncluded ? "[" : "(") + from + "," + to + (toIncluded ? "]" : ")");
    }
}
