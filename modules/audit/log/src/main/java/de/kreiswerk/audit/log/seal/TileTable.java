package de.kreiswerk.audit.log.seal;

import de.kreiswerk.audit.log.tree.DamagedLog;
import de.kreiswerk.audit.log.tree.Tile;
import de.kreiswerk.audit.log.tree.Tiles;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The tiles in the database. */
final class TileTable implements Tiles {

    private final Transaction tx;

    TileTable(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public Tile read(int level, long number) {
        return find(level, number)
                .orElseThrow(() -> new DamagedLog(
                        "Die Kachel " + level + "/" + number + " fehlt",
                        "The tile " + level + "/" + number + " is missing"));
    }

    /** With one statement: on the way to the database is most of the time that a proof takes. */
    @Override
    public Collection<Tile> read(Collection<Place> places) {
        String one = "select tile_level, tile_number, hashes from audit_tile where tile_level = ? and tile_number = ?";
        try (PreparedStatement select =
                tx.connection().prepareStatement(String.join(" union all ", Collections.nCopies(places.size(), one)))) {
            int parameter = 1;
            for (Place place : places) {
                select.setInt(parameter++, place.level());
                select.setLong(parameter++, place.number());
            }
            try (ResultSet row = select.executeQuery()) {
                List<Tile> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new Tile(row.getInt(1), row.getLong(2), row.getBytes(3)));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new PersistenceFailure("Tiles cannot be read: " + e.getMessage(), e);
        }
    }

    Optional<Tile> find(int level, long number) {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select hashes from audit_tile where tile_level = ? and tile_number = ?")) {
            select.setInt(1, level);
            select.setLong(2, number);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Tile(level, number, row.getBytes(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceFailure("A tile cannot be read: " + e.getMessage(), e);
        }
    }

    /** New tiles, and those that have grown. */
    void write(List<Tile> tiles) throws SQLException {
        try (PreparedStatement update = tx.connection()
                        .prepareStatement("update audit_tile set hashes = ? where tile_level = ? and tile_number = ?");
                PreparedStatement insert = tx.connection()
                        .prepareStatement(
                                "insert into audit_tile (hashes, tile_level, tile_number) values (?, ?, ?)")) {
            for (Tile tile : tiles) {
                if (execute(update, tile) == 0) {
                    execute(insert, tile);
                }
            }
        }
    }

    private static int execute(PreparedStatement statement, Tile tile) throws SQLException {
        statement.setBytes(1, tile.hashes());
        statement.setInt(2, tile.level());
        statement.setLong(3, tile.number());
        return statement.executeUpdate();
    }
}
