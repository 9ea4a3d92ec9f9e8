package de.kreiswerk.deployment.archive.policy;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names packages: {@code a.b} that one, {@code a.b.*} that one and those below, {@code a.b*} all that begin so; a star in the
 * middle is one word.
 */
final class PackagePattern {

    private static final String BELOW = ".*";

    private final Pattern pattern;

    PackagePattern(String text) {
        String stripped = text.strip();
        boolean below = stripped.endsWith(BELOW);
        boolean begins = !below && stripped.endsWith("*");
        String body = below
                ? stripped.substring(0, stripped.length() - BELOW.length())
                : begins ? stripped.substring(0, stripped.length() - 1) : stripped;
        this.pattern = Pattern.compile(words(body) + (below ? "(\\..*)?" : begins ? ".*" : ""));
    }

    private static String words(String body) {
        return Stream.of(body.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^.]+"));
    }

    boolean fits(String packageName) {
        return pattern.matcher(packageName).matches();
    }
}
