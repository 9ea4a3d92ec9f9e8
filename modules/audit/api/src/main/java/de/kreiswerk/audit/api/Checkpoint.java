package de.kreiswerk.audit.api;

import java.time.Instant;

/**
 * A signed state of the trail.
 *
 * @param size how many records it covers: those with the numbers 1 to {@code size}
 * @param root the root of the tree over them (RFC 9162, section 2.1.1), 32 bytes in Base64
 * @param note the checkpoint with its signatures (C2SP tlog-checkpoint)
 * @param made when it was signed
 */
public record Checkpoint(long size, String root, String note, Instant made) {}
