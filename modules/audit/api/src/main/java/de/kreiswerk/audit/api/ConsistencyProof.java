package de.kreiswerk.audit.api;

import java.util.List;

/**
 * Proves that a signed state continues an earlier one: everything in that is still there, unchanged and in its place (RFC
 * 9162, section 2.1.4).
 *
 * @param from how many records the earlier state covers
 * @param root the root of the earlier state as the trail has it, 32 bytes in Base64; whoever verifies takes the one they kept
 * @param hashes the proof, each 32 bytes in Base64; none when both have the same size
 * @param checkpoint the later state
 */
public record ConsistencyProof(long from, String root, List<String> hashes, Checkpoint checkpoint) {

    /** Copies the hashes. */
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }
}
