package de.kreiswerk.audit.log.tree;

import java.util.Arrays;

/**
 * Consecutive hashes of one level (C2SP tlog-tiles). A hash of level 0 is a leaf, one of level L the root of a full tile of
 * level L - 1.
 *
 * @param level from 0
 * @param number its place in the level, from 0
 * @param hashes 1 to 256 hashes of 32 bytes, one after the other
 */
public record Tile(int level, long number, byte[] hashes) {

    /** Hashes of a full tile. */
    public static final int WIDTH = 256;

    /** Levels of the tree that a tile spans: 256 is 2 to the power of 8. */
    public static final int HEIGHT = 8;

    /** Rejects what is no row of hashes. */
    public Tile {
        if (hashes.length == 0 || hashes.length % Hashes.BYTES != 0 || hashes.length > WIDTH * Hashes.BYTES) {
            throw new DamagedLog(
                    "Die Kachel " + level + "/" + number + " hat " + hashes.length + " Bytes",
                    "The tile " + level + "/" + number + " has " + hashes.length + " bytes");
        }
    }

    /**
     * How many hashes it has.
     *
     * @return 1 to 256
     */
    public int width() {
        return hashes.length / Hashes.BYTES;
    }

    /**
     * One of its hashes.
     *
     * @param index from 0
     * @return 32 bytes
     */
    public byte[] hash(int index) {
        requireUpTo(index + 1);
        return Arrays.copyOfRange(hashes, index * Hashes.BYTES, (index + 1) * Hashes.BYTES);
    }

    /**
     * The root of a perfect subtree over some of its hashes.
     *
     * @param first the first hash, a multiple of {@code count}
     * @param count a power of two
     * @return its hash
     */
    public byte[] subtree(int first, int count) {
        requireUpTo(first + count);
        byte[] row = Arrays.copyOfRange(hashes, first * Hashes.BYTES, (first + count) * Hashes.BYTES);
        while (row.length > Hashes.BYTES) {
            row = Hashes.nodes(row);
        }
        return row;
    }

    /** Rejects what reaches beyond it. */
    void requireUpTo(int end) {
        if (end > width()) {
            throw new DamagedLog(
                    "Die Kachel " + level + "/" + number + " hat keine Prüfsumme " + (end - 1),
                    "The tile " + level + "/" + number + " has no hash " + (end - 1));
        }
    }
}
