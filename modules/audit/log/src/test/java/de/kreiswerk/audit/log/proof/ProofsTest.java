package de.kreiswerk.audit.log.proof;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.audit.log.tree.MemoryTiles;
import de.kreiswerk.audit.log.tree.NaiveTree;
import de.kreiswerk.audit.log.tree.RandomLeaves;
import de.kreiswerk.audit.log.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProofsTest {

    private final long seed = Long.getLong("kreiswerk.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void everyProofOfEverySmallTreeIsThatOfTheDefinitionAndHolds() {
        List<byte[]> leaves = RandomLeaves.some(random, 70);
        MemoryTiles tiles = MemoryTiles.of(leaves);
        for (int size = 1; size <= leaves.size(); size++) {
            for (int other = 0; other < size; other++) {
                assertInclusion(tiles, leaves.subList(0, size), other);
                assertConsistency(tiles, leaves.subList(0, size), other + 1);
            }
        }
    }

    @Test
    void proofsOfRandomTreesAreThoseOfTheDefinitionAndHold() {
        for (int round = 0; round < 12; round++) {
            List<byte[]> leaves = RandomLeaves.some(random, 1 + random.nextInt(1 << random.nextInt(17)));
            MemoryTiles tiles = MemoryTiles.of(leaves);
            for (int i = 0; i < 4; i++) {
                assertInclusion(tiles, leaves, random.nextInt(leaves.size()));
                assertConsistency(tiles, leaves, 1 + random.nextInt(leaves.size()));
            }
        }
    }

    @Test
    void aProofReadsAllItsTilesAtOnce() {
        for (int size : List.of(1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 65_800, 66_000, 131_072)) {
            List<byte[]> leaves = RandomLeaves.some(random, size);
            for (int index : List.of(0, size / 3, size - 1)) {
                MemoryTiles tiles = MemoryTiles.of(leaves);
                int before = tiles.reads();
                Tree tree = new Tree(tiles, size).around(index);

                assertThat(tree.hash(index, index + 1)).isEqualTo(leaves.get(index));
                Proofs.inclusion(tree, index);

                assertThat(tiles.reads() - before)
                        .as("for %d of %d, -Dkreiswerk.seed=%d", index, size, seed)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void anotherLeafIndexSizeRootOrHashIsNotProven() {
        List<byte[]> leaves = RandomLeaves.some(random, 2 + random.nextInt(900));
        Tree tree = new Tree(MemoryTiles.of(leaves), leaves.size());
        int index = random.nextInt(leaves.size());
        byte[] leaf = leaves.get(index);
        List<byte[]> path = Proofs.inclusion(tree, index);
        byte[] root = tree.root();
        long size = tree.size();
        assertThat(Verification.inclusion(index, size, leaf, path, root)).isTrue();

        for (int other = -1; other <= size; other++) {
            assertThat(other != index && Verification.inclusion(other, size, leaf, path, root))
                    .as("index %d instead of %d of %d, -Dkreiswerk.seed=%d", other, index, size, seed)
                    .isFalse();
        }
        assertThat(Verification.inclusion(index, size, bent(leaf), path, root)).isFalse();
        assertThat(Verification.inclusion(index, size, leaf, path, bent(root))).isFalse();
        for (int i = 0; i < path.size(); i++) {
            List<byte[]> changed = new ArrayList<>(path);
            changed.set(i, bent(path.get(i)));
            assertThat(Verification.inclusion(index, size, leaf, changed, root)).isFalse();
            changed.remove(i);
            assertThat(Verification.inclusion(index, size, leaf, changed, root)).isFalse();
            changed.add(i, path.get(i));
            changed.add(i, path.get(i));
            assertThat(Verification.inclusion(index, size, leaf, changed, root)).isFalse();
        }
    }

    @Test
    void aForkIsNotConsistent() {
        List<byte[]> leaves = RandomLeaves.some(random, 600);
        List<byte[]> forked = new ArrayList<>(leaves);
        forked.set(random.nextInt(300), new byte[32]);
        byte[] root = new Tree(MemoryTiles.of(leaves), 300).root();
        Tree fork = new Tree(MemoryTiles.of(forked), 600);

        assertThat(Verification.consistency(300, 600, root, fork.root(), Proofs.consistency(fork, 300)))
                .as("-Dkreiswerk.seed=%d", seed)
                .isFalse();
    }

    @Test
    void aProofReadsFewTilesHoweverLargeTheTree() {
        MemoryTiles tiles = MemoryTiles.of(RandomLeaves.some(random, 70_000));
        int before = tiles.reads();

        Proofs.inclusion(new Tree(tiles, 70_000), 12_345);

        assertThat(tiles.reads() - before).isLessThanOrEqualTo(6);
    }

    private void assertInclusion(MemoryTiles tiles, List<byte[]> leaves, int index) {
        Tree tree = new Tree(tiles, leaves.size());
        NaiveTree naive = new NaiveTree(leaves);
        List<byte[]> path = Proofs.inclusion(tree, index);
        assertThat(path)
                .as("%d of %d, -Dkreiswerk.seed=%d", index, leaves.size(), seed)
                .usingElementComparator(java.util.Arrays::compare)
                .containsExactlyElementsOf(naive.path(index));
        assertThat(Verification.inclusion(index, leaves.size(), leaves.get(index), path, naive.root()))
                .as("%d of %d, -Dkreiswerk.seed=%d", index, leaves.size(), seed)
                .isTrue();
    }

    private void assertConsistency(MemoryTiles tiles, List<byte[]> leaves, int size) {
        NaiveTree naive = new NaiveTree(leaves);
        byte[] smaller = new NaiveTree(leaves.subList(0, size)).root();
        List<byte[]> proof = Proofs.consistency(new Tree(tiles, leaves.size()), size);
        assertThat(proof)
                .as("%d of %d, -Dkreiswerk.seed=%d", size, leaves.size(), seed)
                .usingElementComparator(java.util.Arrays::compare)
                .containsExactlyElementsOf(naive.proof(size));
        assertThat(Verification.consistency(size, leaves.size(), smaller, naive.root(), proof))
                .as("%d of %d, -Dkreiswerk.seed=%d", size, leaves.size(), seed)
                .isTrue();
    }

    private byte[] bent(byte[] hash) {
        byte[] copy = hash.clone();
        copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }
}
