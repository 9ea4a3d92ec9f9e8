package de.kreiswerk.audit.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The arithmetic of RFC 9162, section 2.1. A path through a tree has two parts: within the perfect subtree that the last entry
 * does not share, each node has its sibling on the side that a bit of its index names; above that, at the right border of the tree,
 * all siblings are on the left. The lengths of both follow from the numbers alone, so a proof has exactly one length.
 */
final class Merkle {

    static final int BYTES = 32;

    private Merkle() {}

    static byte[] leaf(byte[] entry) {
        return sha256(new byte[] {0}, entry, new byte[0]);
    }

    static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    private static byte[] sha256(byte[] head, byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(head);
            digest.update(first);
            return digest.digest(second);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Whether the entry with this hash is at this place, counted from 0, of the tree with this root. */
    static boolean contains(long index, long size, byte[] leaf, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size || leaf.length != BYTES) {
            return false;
        }
        int inner = bits(index ^ (size - 1));
        if (path.size() != inner + Long.bitCount(index >>> inner) || !areHashes(path)) {
            return false;
        }
        byte[] hash = leaf;
        for (int i = 0; i < path.size(); i++) {
            boolean siblingIsRight = i < inner && (index >>> i & 1) == 0;
            hash = siblingIsRight ? node(hash, path.get(i)) : node(path.get(i), hash);
        }
        return MessageDigest.isEqual(hash, root);
    }

    /** Whether the tree with the later root begins with all that the tree with the earlier root has. */
    static boolean continues(long size, byte[] root, long laterSize, byte[] laterRoot, List<byte[]> proof) {
        if (size < 1 || laterSize < size) {
            return false;
        }
        if (size == laterSize) {
            return proof.isEmpty() && MessageDigest.isEqual(root, laterRoot);
        }
        // The proof begins at the largest perfect subtree at the end of the earlier tree.
        int height = Long.numberOfTrailingZeros(size);
        long index = (size - 1) >>> height;
        int inner = bits((size - 1) ^ (laterSize - 1)) - height;
        // When that subtree is the whole earlier tree, its hash is known and not in the proof.
        int given = size == 1L << height ? 0 : 1;
        if (proof.size() != given + inner + Long.bitCount(index >>> inner) || proof.isEmpty() || !areHashes(proof)) {
            return false;
        }
        byte[] earlier = given == 0 ? root : proof.get(0);
        byte[] later = earlier;
        for (int i = 0; i < proof.size() - given; i++) {
            byte[] sibling = proof.get(given + i);
            boolean siblingIsRight = i < inner && (index >>> i & 1) == 0;
            // What lies to the right came later.
            earlier = siblingIsRight ? earlier : node(sibling, earlier);
            later = siblingIsRight ? node(later, sibling) : node(sibling, later);
        }
        return MessageDigest.isEqual(earlier, root) && MessageDigest.isEqual(later, laterRoot);
    }

    private static int bits(long number) {
        return Long.SIZE - Long.numberOfLeadingZeros(number);
    }

    private static boolean areHashes(List<byte[]> hashes) {
        return hashes.stream().allMatch(hash -> hash.length == BYTES);
    }
}
