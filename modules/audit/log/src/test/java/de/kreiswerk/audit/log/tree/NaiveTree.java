package de.kreiswerk.audit.log.tree;

import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1, written down as they stand there, without tiles. */
public final class NaiveTree {

    private final List<byte[]> leaves;

    /** Of leaves, not entries. */
    public NaiveTree(List<byte[]> leaves) {
        this.leaves = leaves;
    }

    public byte[] root() {
        return leaves.isEmpty() ? Hashes.empty() : root(leaves);
    }

    private static byte[] root(List<byte[]> part) {
        if (part.size() == 1) {
            return part.get(0);
        }
        int k = k(part);
        return Hashes.node(root(part.subList(0, k)), root(part.subList(k, part.size())));
    }

    public List<byte[]> path(int m) {
        return path(m, leaves);
    }

    private static List<byte[]> path(int m, List<byte[]> part) {
        if (part.size() == 1) {
            return new ArrayList<>();
        }
        int k = k(part);
        List<byte[]> left = part.subList(0, k);
        List<byte[]> right = part.subList(k, part.size());
        List<byte[]> path = m < k ? path(m, left) : path(m - k, right);
        path.add(m < k ? root(right) : root(left));
        return path;
    }

    public List<byte[]> proof(int m) {
        return subproof(m, leaves, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> part, boolean known) {
        if (m == part.size()) {
            return known ? new ArrayList<>() : new ArrayList<>(List.of(root(part)));
        }
        int k = k(part);
        List<byte[]> left = part.subList(0, k);
        List<byte[]> right = part.subList(k, part.size());
        List<byte[]> proof = m <= k ? subproof(m, left, known) : subproof(m - k, right, false);
        proof.add(m <= k ? root(right) : root(left));
        return proof;
    }

    /** "The largest power of two smaller than n." */
    private static int k(List<byte[]> part) {
        int k = 1;
        while (2 * k < part.size()) {
            k *= 2;
        }
        return k;
    }
}
