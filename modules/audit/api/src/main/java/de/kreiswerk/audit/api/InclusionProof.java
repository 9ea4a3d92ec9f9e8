package de.kreiswerk.audit.api;

import java.util.List;

/**
 * Proves that a record is in the trail (RFC 9162, section 2.1.3).
 *
 * @param index the record's place in the tree, from 0: its number less one
 * @param leaf the hash of its canonical bytes as a leaf, 32 bytes in Base64
 * @param path hashes from the leaf's sibling up, each 32 bytes in Base64
 * @param checkpoint the signed state in which it is
 */
public record InclusionProof(long index, String leaf, List<String> path, Checkpoint checkpoint) {

    /** Copies the path. */
    public InclusionProof {
        path = List.copyOf(path);
    }
}
