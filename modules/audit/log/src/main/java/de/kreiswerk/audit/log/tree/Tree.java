package de.kreiswerk.audit.log.tree;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A tree of a certain size, read from tiles. Tiles only grow, so that a tree of every earlier size can be read from the same
 * ones. Each tile is read once: about three of them for a tree of ten million entries, and those at its right edge.
 */
public final class Tree {

    private final Map<Tiles.Place, Subtrees> read = new HashMap<>();
    private final Tiles tiles;
    private final long size;
    private final KnownSubtrees known;

    /**
     * Looks at a tree.
     *
     * @param tiles where its tiles are
     * @param size how many entries it has, not more than have tiles
     */
    public Tree(Tiles tiles, long size) {
        this(tiles, size, new KnownSubtrees());
    }

    /**
     * Looks at one of several trees of the same log.
     *
     * @param tiles where its tiles are
     * @param size how many entries it has, not more than have tiles
     * @param known what is known from the others
     */
    public Tree(Tiles tiles, long size, KnownSubtrees known) {
        this.tiles = tiles;
        this.size = size;
        this.known = known;
    }

    /**
     * Its size.
     *
     * @return entries
     */
    public long size() {
        return size;
    }

    /**
     * Reads all tiles at once that tell of an entry, rather than one after the other.
     *
     * @param index the entry, from 0, smaller than the tree's size
     * @return this tree
     */
    public Tree around(long index) {
        Set<Tiles.Place> places = new LinkedHashSet<>();
        for (int level = 0; size >> (level * Tile.HEIGHT) > 0; level++) {
            long last = (size >> (level * Tile.HEIGHT)) - 1 >> Tile.HEIGHT;
            // Above the tiles that are full there may be none for the entry yet.
            places.add(new Tiles.Place(level, Math.min(index >> (level + 1) * Tile.HEIGHT, last)));
            places.add(new Tiles.Place(level, last));
        }
        tiles.read(places).forEach(tile -> read.put(new Tiles.Place(tile.level(), tile.number()), known.of(tile)));
        return this;
    }

    /**
     * Its root.
     *
     * @return 32 bytes
     */
    public byte[] root() {
        return size == 0 ? Hashes.empty() : hash(0, size);
    }

    /**
     * The Merkle tree hash of consecutive entries, MTH(D[first:end]) of RFC 9162, section 2.1.1.
     *
     * @param first the first entry; a multiple of every power of two that is smaller than the count, as in each part of a proof
     * @param end the entry after the last, at most the tree's size
     * @return 32 bytes
     */
    public byte[] hash(long first, long end) {
        long count = end - first;
        if (Long.bitCount(count) == 1) {
            return perfect(Long.numberOfTrailingZeros(count), first);
        }
        long left = largestPowerBelow(count);
        return Hashes.node(hash(first, first + left), hash(first + left, end));
    }

    /**
     * Where a tree is divided.
     *
     * @param count entries, at least two
     * @return the largest power of two that is smaller
     */
    public static long largestPowerBelow(long count) {
        return Long.highestOneBit(count - 1);
    }

    private byte[] perfect(int height, long first) {
        int level = height / Tile.HEIGHT;
        int count = 1 << (height % Tile.HEIGHT);
        long index = first >> (level * Tile.HEIGHT);
        Subtrees subtrees = read.computeIfAbsent(
                new Tiles.Place(level, index >> Tile.HEIGHT),
                place -> known.of(tiles.read(place.level(), place.number())));
        return subtrees.root((int) (index % Tile.WIDTH), count);
    }
}
