package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.bundle.SymbolicName;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.util.regex.Pattern;

/**
 * Health checks are found by their tags, and so is what a switch asks. With a tag of somebody else's, a component would speak for
 * the platform ({@code ready}, {@code live}) or have the platform's checks speak for it.
 */
final class HealthCheckTags implements Check {

    private static final String TAGS = "hc.tags";

    /** Felix makes a filter of a tag as it is, and reads a hyphen before it as "without". */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    @Override
    public void check(Case subject, Findings findings) {
        String name = subject.component().name();
        for (Declared each : subject.declared()) {
            each.values(TAGS).stream()
                    .filter(tag -> !isOwn(tag, name))
                    .forEach(tag -> foreign(tag, each.place(), each.bundle(), name, findings));
        }
        subject.component().health().tags().stream()
                .filter(tag -> !isOwn(tag, name))
                .forEach(tag -> foreign(tag, subject.component().name(), "", name, findings));
    }

    private static boolean isOwn(String tag, String name) {
        return FORM.matcher(tag).matches() && (SymbolicName.isWithin(tag, name) || tag.startsWith(name + "-"));
    }

    private static void foreign(String tag, String place, String bundle, String name, Findings findings) {
        findings.add(
                "health.tag",
                Severity.REFUSED,
                bundle,
                "„" + Quoted.of(place) + "“ nennt für Selbstprüfungen das Merkmal „" + Quoted.of(tag)
                        + "“; eigene beginnen mit " + name + ".",
                "'" + Quoted.of(place) + "' states the tag '" + Quoted.of(tag)
                        + "' for health checks; a component's own ones begin with " + name + ".");
    }
}
