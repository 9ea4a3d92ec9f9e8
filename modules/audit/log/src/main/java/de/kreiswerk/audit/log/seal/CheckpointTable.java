package de.kreiswerk.audit.log.seal;

import de.kreiswerk.audit.log.tree.Hashes;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** What was signed. */
final class CheckpointTable {

    private static final String SELECT = "select tree_size, root, note, made from audit_checkpoint";

    private final Transaction tx;

    CheckpointTable(Transaction tx) {
        this.tx = tx;
    }

    /**
     * A signed state of the tree.
     *
     * @param size how many records it has
     * @param root its root
     * @param note the checkpoint with its signatures
     * @param made when
     */
    record Sealed(long size, byte[] root, String note, Instant made) {}

    /** The size and root that the tree has; zero before anything was signed. */
    Sealed last() throws SQLException {
        return latest().orElseGet(() -> new Sealed(0, Hashes.empty(), "", Instant.EPOCH));
    }

    Optional<Sealed> latest() throws SQLException {
        try (PreparedStatement select =
                tx.connection().prepareStatement(SELECT + " order by tree_size desc fetch first 1 rows only")) {
            return one(select);
        }
    }

    Optional<Sealed> ofSize(long size) throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(SELECT + " where tree_size = ?")) {
            select.setLong(1, size);
            return one(select);
        }
    }

    /** The newest that covers no more records than so many. */
    Optional<Sealed> upTo(long size) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement(SELECT + " where tree_size <= ? order by tree_size desc fetch first 1 rows only")) {
            select.setLong(1, size);
            return one(select);
        }
    }

    private static Optional<Sealed> one(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Sealed(
                            row.getLong(1),
                            row.getBytes(2),
                            row.getString(3),
                            row.getTimestamp(4).toInstant()))
                    : Optional.empty();
        }
    }

    void add(Sealed sealed) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into audit_checkpoint (tree_size, root, note, made) values (?, ?, ?, ?)")) {
            insert.setLong(1, sealed.size());
            insert.setBytes(2, sealed.root());
            insert.setString(3, sealed.note());
            insert.setTimestamp(4, Timestamp.from(sealed.made()));
            insert.executeUpdate();
        }
    }
}
