package de.kreiswerk.audit.log.proof;

import de.kreiswerk.audit.log.tree.Hashes;
import java.security.MessageDigest;
import java.util.List;

/** Verifies proofs as RFC 9162 says, before they leave the house. */
public final class Verification {

    private Verification() {}

    /**
     * Whether a proof shows that a leaf is in a tree (RFC 9162, section 2.1.3.2).
     *
     * @param index the leaf's, from 0
     * @param size the tree's
     * @param leaf its hash
     * @param path the proof
     * @param root the tree's
     * @return true when it does
     */
    public static boolean inclusion(long index, long size, byte[] leaf, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size || leaf.length != Hashes.BYTES || !areHashes(path)) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if (isRight(node) || node == last) {
                hash = Hashes.node(sibling, hash);
                // Where the edge has no sibling, the node goes up as it is.
                while (!isRight(node) && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hashes.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /**
     * Whether a proof shows that a tree continues an earlier one (RFC 9162, section 2.1.4.2).
     *
     * @param size the earlier tree's
     * @param largerSize the later tree's
     * @param root the earlier tree's
     * @param largerRoot the later tree's
     * @param proof the proof
     * @return true when it does; never for an earlier tree without entries, which every tree continues
     */
    public static boolean consistency(long size, long largerSize, byte[] root, byte[] largerRoot, List<byte[]> proof) {
        if (size <= 0 || size > largerSize || !areHashes(proof)) {
            return false;
        }
        if (size == largerSize) {
            return proof.isEmpty() && MessageDigest.isEqual(root, largerRoot);
        }
        if (proof.isEmpty()) {
            return false;
        }
        boolean perfect = Long.bitCount(size) == 1;
        byte[] smaller = perfect ? root : proof.get(0);
        byte[] larger = smaller;
        int shift = Long.numberOfTrailingZeros(size);
        long node = (size - 1) >> shift;
        long last = (largerSize - 1) >> shift;
        for (byte[] each : proof.subList(perfect ? 0 : 1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if (isRight(node) || node == last) {
                smaller = Hashes.node(each, smaller);
                larger = Hashes.node(each, larger);
                while (!isRight(node) && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                larger = Hashes.node(larger, each);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(smaller, root) && MessageDigest.isEqual(larger, largerRoot);
    }

    private static boolean isRight(long node) {
        return (node & 1) == 1;
    }

    private static boolean areHashes(List<byte[]> hashes) {
        return hashes.stream().allMatch(hash -> hash.length == Hashes.BYTES);
    }
}
