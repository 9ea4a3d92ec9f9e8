package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Objects;

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

    /** Copies the list. */
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(bundle, "bundle");
        places = List.copyOf(places);
    }
}
