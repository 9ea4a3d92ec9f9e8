package de.kreiswerk.audit.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tree of a checkpoint, from the tiles of a package. The tiles at the right edge give the root and are believed when it is
 * the checkpoint's; a full tile is believed when its hash stands in the tile above it. Of each level the last full tile is kept:
 * the records come in their order.
 */
final class PackageTree {

    private final PackageFile file;
    private final long size;
    private final int levels;
    private final byte[][] edge;
    private final byte[][] last;
    private final long[] lastNumber;
    private int used;

    private PackageTree(PackageFile file, long size) {
        this.file = file;
        this.size = size;
        this.levels = (Long.SIZE - Long.numberOfLeadingZeros(size) + TileName.BITS - 1) / TileName.BITS;
        this.edge = new byte[levels][];
        this.last = new byte[levels][];
        this.lastNumber = new long[levels];
    }

    /** The tree that a checkpoint certifies, which is not empty. */
    static PackageTree of(Checkpoint checkpoint, PackageFile file) throws Refusal {
        PackageTree tree = new PackageTree(file, checkpoint.size());
        if (!Arrays.equals(tree.root(), checkpoint.root())) {
            throw Refusal.notProven(
                    "tile/: Der rechte Rand des Prüfpfads im Paket passt nicht zum Checkpoint: er wurde verändert, oder er gehört zu einem anderen Stand.",
                    "tile/: The right edge of the trail in the package does not fit the checkpoint: it was changed, or belongs to another state.");
        }
        return tree;
    }

    /** Whether this is the hash at this place, counted from 0 and below the size, of the lowest level. */
    boolean has(long index, byte[] leaf) throws Refusal {
        return isAt(0, index, leaf);
    }

    /** How many tiles were read and verified. */
    int used() {
        return used;
    }

    private boolean isAt(int level, long index, byte[] hash) throws Refusal {
        int from = (int) (index % TileName.FULL) * Merkle.BYTES;
        byte[] tile = tile(level, index / TileName.FULL);
        return Arrays.equals(tile, from, from + Merkle.BYTES, hash, 0, Merkle.BYTES);
    }

    private byte[] tile(int level, long number) throws Refusal {
        if (number == full(level)) {
            return edge[level];
        }
        if (last[level] == null || lastNumber[level] != number) {
            TileName name = new TileName(level, number, TileName.FULL);
            byte[] tile = file.tile(name);
            if (!isAt(level + 1, number, perfect(tile, 0, TileName.FULL))) {
                throw Refusal.notProven(
                        name.text()
                                + ": Dieser Teil des Prüfpfads passt nicht zum Checkpoint: er wurde verändert, oder er gehört zu einem anderen Prüfpfad.",
                        name.text()
                                + ": this part of the trail does not fit the checkpoint: it was changed, or belongs to another trail.");
            }
            used++;
            last[level] = tile;
            lastNumber[level] = number;
        }
        return last[level];
    }

    /** How many full tiles a level has; the one behind them is at the edge. */
    private long full(int level) {
        return (size >> TileName.BITS * level) / TileName.FULL;
    }

    private byte[] root() throws Refusal {
        List<byte[]> subtrees = new ArrayList<>();
        for (int level = levels - 1; level >= 0; level--) {
            int width = (int) ((size >> TileName.BITS * level) % TileName.FULL);
            if (width > 0) {
                edge[level] = file.tile(new TileName(level, full(level), width));
                used++;
                addSubtrees(edge[level], width, subtrees);
            }
        }
        byte[] root = subtrees.get(subtrees.size() - 1);
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = Merkle.node(subtrees.get(i), root);
        }
        return root;
    }

    /** The perfect subtrees that so many entries consist of, the largest first. */
    private static void addSubtrees(byte[] tile, int width, List<byte[]> subtrees) {
        int from = 0;
        for (int part = Integer.highestOneBit(width); part > 0; part >>= 1) {
            if ((width & part) != 0) {
                subtrees.add(perfect(tile, from, part));
                from += part;
            }
        }
    }

    private static byte[] perfect(byte[] tile, int from, int count) {
        if (count == 1) {
            return Arrays.copyOfRange(tile, from * Merkle.BYTES, (from + 1) * Merkle.BYTES);
        }
        int half = count / 2;
        return Merkle.node(perfect(tile, from, half), perfect(tile, from + half, half));
    }
}
