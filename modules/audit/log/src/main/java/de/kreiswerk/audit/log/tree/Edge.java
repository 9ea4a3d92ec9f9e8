package de.kreiswerk.audit.log.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The right edge of a tree, where it grows: the last tile of each level. An append touches one of them, every 256th two, and
 * so on, however large the tree is.
 */
public final class Edge {

    /** A level's last tile while it is filled. */
    private static final class Growing {

        private final int level;
        private final byte[] hashes = new byte[Tile.WIDTH * Hashes.BYTES];
        private long number;
        private int width;
        private boolean changed;

        Growing(int level) {
            this.level = level;
        }

        void add(byte[] hash) {
            System.arraycopy(hash, 0, hashes, width * Hashes.BYTES, Hashes.BYTES);
            width++;
            changed = true;
        }

        Tile tile() {
            return new Tile(level, number, Arrays.copyOf(hashes, width * Hashes.BYTES));
        }

        void next() {
            number++;
            width = 0;
            changed = false;
        }
    }

    private final List<Growing> levels = new ArrayList<>();
    private final List<Tile> filled = new ArrayList<>();
    private long size;

    private Edge(long size) {
        this.size = size;
    }

    /**
     * Reads the edge of a tree.
     *
     * @param tiles where its tiles are
     * @param size how many entries it has
     * @return its edge
     */
    public static Edge of(Tiles tiles, long size) {
        Edge edge = new Edge(size);
        for (int level = 0; size >> (level * Tile.HEIGHT) > 0; level++) {
            long count = size >> (level * Tile.HEIGHT);
            Growing growing = edge.level(level);
            growing.number = count >> Tile.HEIGHT;
            growing.width = (int) (count % Tile.WIDTH);
            if (growing.width > 0) {
                Tile tile = tiles.read(level, growing.number);
                if (tile.width() != growing.width) {
                    throw new DamagedLog(
                            "Die Kachel " + level + "/" + growing.number + " hat " + tile.width()
                                    + " Prüfsummen in einem Baum von " + size + " Einträgen",
                            "The tile " + level + "/" + growing.number + " has " + tile.width()
                                    + " hashes in a tree of " + size + " entries");
                }
                System.arraycopy(tile.hashes(), 0, growing.hashes, 0, tile.hashes().length);
            }
        }
        return edge;
    }

    private Growing level(int level) {
        if (level == levels.size()) {
            levels.add(new Growing(level));
        }
        return levels.get(level);
    }

    /**
     * Adds an entry.
     *
     * @param leaf its hash
     */
    public void append(byte[] leaf) {
        size++;
        add(0, leaf);
    }

    private void add(int level, byte[] hash) {
        Growing growing = level(level);
        growing.add(hash);
        if (growing.width == Tile.WIDTH) {
            Tile full = growing.tile();
            filled.add(full);
            growing.next();
            add(level + 1, full.subtree(0, Tile.WIDTH));
        }
    }

    /**
     * The tree's size.
     *
     * @return entries
     */
    public long size() {
        return size;
    }

    /**
     * The tree's root: the perfect subtrees at its edge, from right to left.
     *
     * @return 32 bytes
     */
    public byte[] root() {
        byte[] root = null;
        for (Growing growing : levels) {
            for (int count = 1; count < Tile.WIDTH; count *= 2) {
                if ((growing.width & count) != 0) {
                    // What lies to the left of it is a multiple of twice its size.
                    int first = growing.width / (2 * count) * (2 * count);
                    byte[] subtree = growing.tile().subtree(first, count);
                    root = root == null ? subtree : Hashes.node(subtree, root);
                }
            }
        }
        return root == null ? Hashes.empty() : root;
    }

    /**
     * The tiles that are new or have grown since the edge was read.
     *
     * @return as they are now
     */
    public List<Tile> changed() {
        List<Tile> tiles = new ArrayList<>(filled);
        levels.stream()
                .filter(growing -> growing.changed && growing.width > 0)
                .map(Growing::tile)
                .forEach(tiles::add);
        return tiles;
    }
}
