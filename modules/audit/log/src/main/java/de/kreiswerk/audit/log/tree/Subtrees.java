package de.kreiswerk.audit.log.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The roots of all perfect subtrees within a tile: the few that a proof needs take nearly as many hashes to make as all of them. */
final class Subtrees {

    private final Tile tile;
    /** Of one hash, of two, of four and so on. */
    private final List<byte[]> rows = new ArrayList<>();

    Subtrees(Tile tile) {
        this.tile = tile;
        for (byte[] row = tile.hashes(); row.length > 0; row = Hashes.nodes(row)) {
            rows.add(row);
        }
    }

    /** Whether they are still those of what is stored. */
    boolean areOf(Tile stored) {
        return Arrays.equals(tile.hashes(), stored.hashes());
    }

    /** Of {@code count} hashes, a power of two, from a multiple of it on. */
    byte[] root(int first, int count) {
        tile.requireUpTo(first + count);
        byte[] row = rows.get(Integer.numberOfTrailingZeros(count));
        int at = first / count * Hashes.BYTES;
        return Arrays.copyOfRange(row, at, at + Hashes.BYTES);
    }
}
