package de.kreiswerk.deployment.archive.signature;

import de.kreiswerk.core.notekit.VerifierKey;
import java.time.Instant;
import java.util.Objects;

/**
 * A key that somebody registered.
 *
 * @param key the key
 * @param signer whose it is, for people
 * @param validFrom from when on it counts
 * @param validUntil until when, this instant excluded; null for no end
 * @param revokedAt since when it counts no longer; null when it was not revoked
 */
public record TrustedKey(VerifierKey key, String signer, Instant validFrom, Instant validUntil, Instant revokedAt) {

    /** Rejects what is missing. */
    public TrustedKey {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(validFrom, "validFrom");
    }

    boolean isRevoked(Instant now) {
        return revokedAt != null && !now.isBefore(revokedAt);
    }

    boolean hasBegun(Instant now) {
        return !now.isBefore(validFrom);
    }

    boolean isOver(Instant now) {
        return validUntil != null && !now.isBefore(validUntil);
    }

    boolean counts(Instant now) {
        return !isRevoked(now) && hasBegun(now) && !isOver(now);
    }
}
