package de.kreiswerk.audit.api;

import java.time.Instant;

/**
 * A public key that checkpoints are signed with.
 *
 * @param key a C2SP signed-note verifier key: {@code NAME+HASH+BASE64}, Ed25519
 * @param since when the trail took it over
 */
public record LogKey(String key, Instant since) {}
