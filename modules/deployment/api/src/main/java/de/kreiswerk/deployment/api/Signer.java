package de.kreiswerk.deployment.api;

import java.time.Instant;

/**
 * A public key whose signatures a department's components may have.
 *
 * @param id its random id
 * @param department the department's id
 * @param label whose it is, for people; 1 to 100 characters
 * @param key the key as a C2SP signed-note verifier key: {@code NAME+HASH+BASE64}, Ed25519
 * @param from from when on it holds
 * @param until until when, null for no end
 * @param revoked when it was revoked, null when it was not
 * @param reason why it was revoked, null when it was not
 */
public record Signer(
        String id,
        String department,
        String label,
        String key,
        Instant from,
        Instant until,
        Instant revoked,
        String reason) {}
