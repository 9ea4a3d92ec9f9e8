package de.kreiswerk.audit.log.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The two sorts of hashes in the tree, told apart by their first byte (RFC 9162, section 2.1.1). */
public final class Hashes {

    /** Bytes of a hash. */
    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Hashes() {}

    /**
     * The hash of an entry.
     *
     * @param entry its bytes
     * @return the leaf
     */
    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    /**
     * The hash of two subtrees.
     *
     * @param left the left one's
     * @param right the right one's
     * @return the node
     */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /**
     * The hashes of neighbours, two by two. One digest makes them all: looking for one takes as long as a node.
     *
     * @param row hashes, one after the other; of an odd number of them the last has no neighbour and is left out
     * @return half as many
     */
    static byte[] nodes(byte[] row) {
        MessageDigest digest = sha256();
        byte[] nodes = new byte[row.length / (2 * BYTES) * BYTES];
        try {
            for (int i = 0; i < nodes.length; i += BYTES) {
                digest.update(NODE);
                digest.update(row, 2 * i, 2 * BYTES);
                digest.digest(nodes, i, BYTES);
            }
        } catch (DigestException e) {
            throw new IllegalStateException("A hash of SHA-256 has " + BYTES + " bytes", e);
        }
        return nodes;
    }

    /**
     * The root of a tree without entries.
     *
     * @return SHA-256 of nothing
     */
    public static byte[] empty() {
        return sha256().digest();
    }

    /** A new digest of the kind that all hashes here are. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
