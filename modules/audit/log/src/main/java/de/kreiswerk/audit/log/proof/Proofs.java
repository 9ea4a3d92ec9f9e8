package de.kreiswerk.audit.log.proof;

import de.kreiswerk.audit.log.tree.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes proofs. */
public final class Proofs {

    private Proofs() {}

    /**
     * Proves that an entry is in a tree: PATH(m, D[n]) of RFC 9162, section 2.1.3.1.
     *
     * @param tree the tree
     * @param index the entry, from 0, smaller than the tree's size
     * @return hashes from the leaf's sibling up
     */
    public static List<byte[]> inclusion(Tree tree, long index) {
        List<byte[]> path = new ArrayList<>();
        long first = 0;
        long end = tree.size();
        while (end - first > 1) {
            long middle = first + Tree.largestPowerBelow(end - first);
            if (index < middle) {
                path.add(tree.hash(middle, end));
                end = middle;
            } else {
                path.add(tree.hash(first, middle));
                first = middle;
            }
        }
        Collections.reverse(path);
        return path;
    }

    /**
     * Proves that a tree continues an earlier one: PROOF(m, D[n]) of RFC 9162, section 2.1.4.1.
     *
     * @param tree the later one
     * @param size of the earlier one, from 1 to the tree's size
     * @return hashes, none when both have the same size
     */
    public static List<byte[]> consistency(Tree tree, long size) {
        List<byte[]> proof = new ArrayList<>();
        long first = 0;
        long end = tree.size();
        while (size != end) {
            long middle = first + Tree.largestPowerBelow(end - first);
            if (size <= middle) {
                proof.add(tree.hash(middle, end));
                end = middle;
            } else {
                proof.add(tree.hash(first, middle));
                first = middle;
            }
        }
        // A part that is the whole earlier tree is known to whoever verifies.
        if (first > 0) {
            proof.add(tree.hash(first, end));
        }
        Collections.reverse(proof);
        return proof;
    }
}
