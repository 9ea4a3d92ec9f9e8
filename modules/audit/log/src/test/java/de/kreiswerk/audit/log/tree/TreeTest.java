package de.kreiswerk.audit.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeTest {

    private final long seed = Long.getLong("kreiswerk.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void hashesAreThoseOfTheStandard() {
        assertThat(hex(Hashes.empty())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(hex(Hashes.leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(hex(Hashes.leaf(ascii("L123456")))).startsWith("395aa064").endsWith("4d56");
        assertThat(hex(Hashes.node(ascii("N123"), ascii("N456"))))
                .startsWith("aa217fe8")
                .endsWith("6bbb");
    }

    @Test
    void theTreeThatGrowsHasTheRootOfTheDefinitionAtEverySize() {
        List<byte[]> leaves = RandomLeaves.some(random, 700);
        MemoryTiles tiles = new MemoryTiles();
        Edge edge = Edge.of(tiles, 0);
        for (int size = 0; size <= leaves.size(); size++) {
            byte[] root = new NaiveTree(leaves.subList(0, size)).root();
            assertThat(edge.root())
                    .as("edge at %d, -Dkreiswerk.seed=%d", size, seed)
                    .isEqualTo(root);
            if (size < leaves.size()) {
                edge.append(leaves.get(size));
            }
        }
    }

    @Test
    void itDoesNotMatterInWhichPortionsATreeGrows() {
        for (int round = 0; round < 5; round++) {
            List<byte[]> leaves = RandomLeaves.some(random, random.nextInt(1 << 16));
            MemoryTiles tiles = new MemoryTiles();
            int size = 0;
            while (size < leaves.size()) {
                int portion = Math.min(1 + random.nextInt(random.nextBoolean() ? 5 : 9_000), leaves.size() - size);
                Edge edge = Edge.of(tiles, size);
                leaves.subList(size, size + portion).forEach(edge::append);
                tiles.put(edge.changed());
                size += portion;
            }
            byte[] root = new NaiveTree(leaves).root();
            assertThat(Edge.of(tiles, size).root())
                    .as("-Dkreiswerk.seed=%d", seed)
                    .isEqualTo(root);
            assertThat(new Tree(tiles, size).root())
                    .as("-Dkreiswerk.seed=%d", seed)
                    .isEqualTo(root);
        }
    }

    @Test
    void theTilesOfALargerTreeHoldEverySmallerOne() {
        List<byte[]> leaves = RandomLeaves.some(random, 70_000);
        MemoryTiles tiles = MemoryTiles.of(leaves);
        for (int size : List.of(0, 1, 255, 256, 257, 511, 65_535, 65_536, 65_537, 69_999)) {
            assertThat(new Tree(tiles, size).root())
                    .as("at %d, -Dkreiswerk.seed=%d", size, seed)
                    .isEqualTo(new NaiveTree(leaves.subList(0, size)).root());
        }
    }

    @Test
    void whatIsKnownOfOneTreeHoldsForAnotherAsLongAsItsTilesAreTheSame() {
        KnownSubtrees known = new KnownSubtrees();
        List<byte[]> leaves = RandomLeaves.some(random, 70_000);
        for (int size : List.of(66_000, 70_000, 300, 69_999, 65_536)) {
            MemoryTiles tiles = MemoryTiles.of(leaves.subList(0, size));
            assertThat(new Tree(tiles, size, known).root())
                    .as("at %d, -Dkreiswerk.seed=%d", size, seed)
                    .isEqualTo(new NaiveTree(leaves.subList(0, size)).root());
        }

        MemoryTiles tiles = MemoryTiles.of(leaves);
        byte[] root = new Tree(tiles, 70_000, known).root();
        for (Tile tile : List.of(tiles.read(0, 273), tiles.read(1, 1), tiles.read(2, 0))) {
            byte[] hashes = tile.hashes().clone();
            hashes[random.nextInt(hashes.length)] ^= 1;
            tiles.put(List.of(new Tile(tile.level(), tile.number(), hashes)));
            assertThat(new Tree(tiles, 70_000, known).root())
                    .as("a changed tile of level %d, -Dkreiswerk.seed=%d", tile.level(), seed)
                    .isNotEqualTo(root);
            tiles.put(List.of(tile));
        }
    }

    @Test
    void whatIsRememberedIsBoundedAndOfTheEdgeAndTheUpperLevels() {
        KnownSubtrees known = new KnownSubtrees();
        byte[] full = new byte[Tile.WIDTH * Hashes.BYTES];
        Subtrees first = known.of(new Tile(1, 0, full));

        assertThat(known.of(new Tile(1, 0, full.clone()))).isSameAs(first);
        assertThat(known.of(new Tile(0, 0, full))).as("one of too many").isNotSameAs(known.of(new Tile(0, 0, full)));
        byte[] edge = new byte[Hashes.BYTES];
        assertThat(known.of(new Tile(0, 0, edge))).isSameAs(known.of(new Tile(0, 0, edge)));
        for (int i = 1; i <= 256; i++) {
            known.of(new Tile(1, i, full));
        }
        assertThat(known.of(new Tile(1, 0, full))).isNotSameAs(first);
    }

    @Test
    void aTreeHasTheTilesThatTheSpecificationCounts() {
        // The example of C2SP tlog-tiles, "Partial Tiles".
        MemoryTiles tiles = MemoryTiles.of(RandomLeaves.some(random, 70_000));

        assertThat(tiles.read(0, 272).width()).isEqualTo(256);
        assertThat(tiles.read(0, 273).width()).isEqualTo(112);
        assertThat(tiles.read(1, 0).width()).isEqualTo(256);
        assertThat(tiles.read(1, 1).width()).isEqualTo(17);
        assertThat(tiles.read(2, 0).width()).isEqualTo(1);
        assertThat(tiles.count()).isEqualTo(274 + 2 + 1);
    }

    @Test
    void anAppendTouchesAsMuchOfALargeTreeAsOfASmallOne() {
        for (int size : List.of(10, 300, 65_600, 66_000)) {
            MemoryTiles tiles = MemoryTiles.of(RandomLeaves.some(random, size));
            Edge edge = Edge.of(tiles, size);
            edge.append(new byte[Hashes.BYTES]);
            assertThat(edge.changed()).as("tiles at %d", size).hasSize(1);
            assertThat(tiles.reads()).as("reads at %d", size).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void tilesThatDoNotBelongToTheSizeAreTold() {
        List<byte[]> leaves = RandomLeaves.some(random, 300);
        MemoryTiles tiles = MemoryTiles.of(leaves);

        assertThatThrownBy(() -> Edge.of(tiles, 299)).isInstanceOf(DamagedLog.class);
        assertThatThrownBy(() -> Edge.of(tiles, 700)).isInstanceOf(DamagedLog.class);
        assertThatThrownBy(() -> new Tree(tiles, 301).root()).isInstanceOf(DamagedLog.class);
        assertThatThrownBy(() -> new Tile(0, 0, new byte[33])).isInstanceOf(DamagedLog.class);
        assertThatThrownBy(() -> new Tile(0, 0, new byte[257 * 32])).isInstanceOf(DamagedLog.class);
        assertThatThrownBy(() -> new Tile(0, 0, new byte[0])).isInstanceOf(DamagedLog.class);
    }

    @Test
    void orderCounts() {
        List<byte[]> leaves = RandomLeaves.some(random, 20);
        List<byte[]> swapped = new ArrayList<>(leaves);
        swapped.set(3, leaves.get(4));
        swapped.set(4, leaves.get(3));

        assertThat(new Tree(MemoryTiles.of(leaves), 20).root())
                .isNotEqualTo(new Tree(MemoryTiles.of(swapped), 20).root());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
