package de.kreiswerk.audit.log.tree;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tiles in memory, and how many of them were read. */
public final class MemoryTiles implements Tiles {

    private final Map<String, Tile> tiles = new HashMap<>();
    private int reads;

    /** The tiles of a tree of these leaves. */
    public static MemoryTiles of(List<byte[]> leaves) {
        MemoryTiles tiles = new MemoryTiles();
        Edge edge = Edge.of(tiles, 0);
        leaves.forEach(edge::append);
        tiles.put(edge.changed());
        return tiles;
    }

    public void put(List<Tile> changed) {
        changed.forEach(tile -> tiles.put(tile.level() + "/" + tile.number(), tile));
    }

    @Override
    public Tile read(int level, long number) {
        reads++;
        Tile tile = tiles.get(level + "/" + number);
        if (tile == null) {
            throw new DamagedLog(level + "/" + number + " fehlt", level + "/" + number + " is missing");
        }
        return tile;
    }

    /** One read, as a database has it. */
    @Override
    public Collection<Tile> read(Collection<Place> places) {
        reads++;
        return places.stream()
                .map(place -> tiles.get(place.level() + "/" + place.number()))
                .filter(Objects::nonNull)
                .toList();
    }

    public int reads() {
        return reads;
    }

    public int count() {
        return tiles.size();
    }
}
