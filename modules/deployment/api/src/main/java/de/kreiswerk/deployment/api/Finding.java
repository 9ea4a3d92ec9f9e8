package de.kreiswerk.deployment.api;

import de.kreiswerk.core.api.text.Text;
import java.util.List;

/**
 * What the policy has to say of a version.
 *
 * @param code a lasting name in kebab case, such as {@code import-not-allowed}
 * @param severity what follows from it
 * @param sentence what it is, and what to do about it
 * @param bundle the symbolic name of the bundle that it is about, null when the whole is meant
 * @param places where it is, such as classes and methods; empty when that has no place
 */
public record Finding(String code, Severity severity, Text sentence, String bundle, List<String> places) {

    /** Copies the list. */
    public Finding {
        places = List.copyOf(places);
    }

    /** What follows from a finding. */
    public enum Severity {
        /** The version cannot be deployed. */
        REFUSED,
        /** Only an administrator may switch to it. */
        NEEDS_ADMINISTRATOR,
        /** Somebody other than the uploader must approve it. */
        NEEDS_APPROVAL,
        /** Worth knowing. */
        NOTE
    }
}
