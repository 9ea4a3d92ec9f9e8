package de.kreiswerk.audit.log.tree;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers what proofs have in common: the upper levels of the tree and its right edge. The bytes of a tile are compared each time, so
 * that one that was changed in the database is noticed as if nothing were remembered. Takes about 4 MiB at most.
 */
public final class KnownSubtrees {

    private static final int MOST = 256;

    private final Map<Tiles.Place, Subtrees> known = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tiles.Place, Subtrees> eldest) {
            return size() > MOST;
        }
    };

    /** The subtrees of a tile as it was read now. */
    Subtrees of(Tile tile) {
        if (tile.level() == 0 && tile.width() == Tile.WIDTH) {
            // There are too many of them to meet one again.
            return new Subtrees(tile);
        }
        Tiles.Place place = new Tiles.Place(tile.level(), tile.number());
        synchronized (known) {
            Subtrees found = known.get(place);
            if (found != null && found.areOf(tile)) {
                return found;
            }
        }
        Subtrees made = new Subtrees(tile);
        synchronized (known) {
            known.put(place, made);
        }
        return made;
    }
}
