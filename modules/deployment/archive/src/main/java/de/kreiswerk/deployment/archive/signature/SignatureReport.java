package de.kreiswerk.deployment.archive.signature;

import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was found out about a signature.
 *
 * @param state what it is worth
 * @param key which registered key decided that; empty when none did
 * @param signers all registered keys that it is rightly signed with, whatever they are worth
 * @param sentence the same for people
 */
public record SignatureReport(SignatureState state, Optional<TrustedKey> key, List<TrustedKey> signers, Text sentence) {

    /** Rejects what is missing, and copies the list. */
    public SignatureReport {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(key, "key");
        signers = List.copyOf(signers);
        Objects.requireNonNull(sentence, "sentence");
    }
}
