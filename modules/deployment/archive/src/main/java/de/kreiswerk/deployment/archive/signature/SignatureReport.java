package de.kreiswerk.deployment.archive.signature;

import de.kreiswerk.core.api.text.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * What was found out about a signature.
 *
 * @param state what it is worth
 * @param key which registered key decided that; empty when none did
 * @param sentence the same for people
 */
public record SignatureReport(SignatureState state, Optional<TrustedKey> key, Text sentence) {

    /** Rejects what is missing. */
    public SignatureReport {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(sentence, "sentence");
    }
}
