package de.kreiswerk.audit.log.seal;

import de.kreiswerk.audit.log.tree.DamagedLog;
import de.kreiswerk.audit.log.tree.Tile;
import de.kreiswerk.audit.log.tree.Tiles;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
                .orElseThrow(() -> new DamagedLog("The tile " + level + "/" + number + " is missing"));
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
