package de.kreiswerk.audit.log.tree;

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
}
