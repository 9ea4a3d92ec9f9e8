package de.kreiswerk.deployment.archive.bundle;

import de.kreiswerk.deployment.archive.manifest.Clause;
import de.kreiswerk.deployment.archive.manifest.Clauses;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which Java a bundle's manifest asks for. */
final class JavaNeeded {

    private static final Pattern VERSION =
            Pattern.compile("\\(\\s*version\\s*>?=\\s*(?:1\\.)?(\\d{1,4})[.0-9]*\\s*\\)");
    private static final Pattern ENVIRONMENT = Pattern.compile("JavaSE-(?:1\\.)?(\\d{1,4})");

    private JavaNeeded() {}

    /** The feature version, 0 when it does not say. */
    static int by(Map<String, String> headers) {
        int required = Clauses.of(headers.get("Require-Capability")).stream()
                .filter(clause -> clause.paths().contains("osgi.ee") && !clause.isOptional())
                .mapToInt(JavaNeeded::lowest)
                .max()
                .orElse(0);
        // The older header lists environments of which one suffices.
        OptionalInt environment = Clauses.of(headers.get("Bundle-RequiredExecutionEnvironment")).stream()
                .flatMapToInt(clause -> numbers(ENVIRONMENT, clause.path()))
                .min();
        return Math.max(required, environment.orElse(0));
    }

    /** The resolver decides about the filter as a whole; a version that no alternative goes below is refused here, in words. */
    private static int lowest(Clause clause) {
        String filter = clause.directives().getOrDefault("filter", "");
        return filter.contains("JavaSE") ? numbers(VERSION, filter).min().orElse(0) : 0;
    }

    private static IntStream numbers(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().mapToInt(each -> Integer.parseInt(each.group(1)));
    }
}
