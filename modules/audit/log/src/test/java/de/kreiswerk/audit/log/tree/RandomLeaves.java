package de.kreiswerk.audit.log.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Leaves of a random tree. */
public final class RandomLeaves {

    private RandomLeaves() {}

    public static List<byte[]> some(Random random, int count) {
        List<byte[]> leaves = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] leaf = new byte[Hashes.BYTES];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
        return leaves;
    }
}
