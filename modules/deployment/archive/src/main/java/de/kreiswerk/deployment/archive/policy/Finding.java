package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.wants.Want;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that the policy found.
 *
 * @param code lasting name of the rule, such as {@code import.not-allowed}
 * @param severity what follows
 * @param sentence what was found, one sentence
 * @param bundle in which bundle, empty when it is about the component
 * @param places where in it; may be empty
 */
public record Finding(String code, Severity severity, Text sentence, String bundle, List<String> places) {

    private static final String WANT = "want.";

    /** Copies the list. */
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(bundle, "bundle");
        places = List.copyOf(places);
    }

    /** That code wants something. */
    static Finding ofWant(Want want, Severity severity, Text sentence, List<String> places) {
        return new Finding(
                WANT + want.name().toLowerCase(Locale.ROOT).replace('_', '-'), severity, sentence, "", places);
    }

    /**
     * What code wants, where the finding is about that.
     *
     * @return empty for a finding about something else
     */
    public Optional<Want> want() {
        return code.startsWith(WANT)
                ? Optional.of(Want.valueOf(
                        code.substring(WANT.length()).toUpperCase(Locale.ROOT).replace('-', '_')))
                : Optional.empty();
    }
}
