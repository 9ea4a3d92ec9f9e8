package de.kreiswerk.audit.log.tree;

import java.util.Collection;

/** Where tiles are read. */
@FunctionalInterface
public interface Tiles {

    /**
     * Reads a tile.
     *
     * @param level from 0
     * @param number from 0
     * @return the tile as far as it is filled
     * @throws DamagedLog when there is none
     */
    Tile read(int level, long number);

    /**
     * Reads several.
     *
     * @param places which
     * @return those that there are
     */
    default Collection<Tile> read(Collection<Place> places) {
        return places.stream().map(place -> read(place.level(), place.number())).toList();
    }

    /**
     * Where a tile is.
     *
     * @param level from 0
     * @param number from 0
     */
    record Place(int level, long number) {}
}
