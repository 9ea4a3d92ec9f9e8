package de.kreiswerk.audit.log.outside;

import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Which states left the house. */
final class CopyTable {

    private final Transaction tx;

    CopyTable(Transaction tx) {
        this.tx = tx;
    }

    /**
     * A copy.
     *
     * @param size how many records the state covers
     * @param made when it left
     */
    record Copy(long size, Instant made) {}

    Optional<Copy> last(Way way) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select tree_size, made from audit_copy where way = ?"
                        + " order by tree_size desc fetch first 1 rows only")) {
            select.setString(1, way.column());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Copy(row.getLong(1), row.getTimestamp(2).toInstant()))
                        : Optional.empty();
            }
        }
    }

    void add(Way way, Copy copy) throws SQLException {
        try (PreparedStatement insert =
                tx.connection().prepareStatement("insert into audit_copy (way, tree_size, made) values (?, ?, ?)")) {
            insert.setString(1, way.column());
            insert.setLong(2, copy.size());
            insert.setTimestamp(3, Timestamp.from(copy.made()));
            insert.executeUpdate();
        }
    }

    /**
     * A copy that is on its way.
     *
     * @param mail by which the outbox knows it
     * @param recipient a digest of the address that it goes to
     * @param copy as it counts once it was sent
     */
    record Posted(String mail, String recipient, Copy copy) {}

    Optional<Posted> posted(Way way) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select mail, recipient, tree_size, made from audit_copy_posted where way = ?")) {
            select.setString(1, way.column());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Posted(
                                row.getString(1),
                                row.getString(2),
                                new Copy(row.getLong(3), row.getTimestamp(4).toInstant())))
                        : Optional.empty();
            }
        }
    }

    void post(Way way, Posted posted) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement(
                        "insert into audit_copy_posted (way, mail, recipient, tree_size, made) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, way.column());
            insert.setString(2, posted.mail());
            insert.setString(3, posted.recipient());
            insert.setLong(4, posted.copy().size());
            insert.setTimestamp(5, Timestamp.from(posted.copy().made()));
            insert.executeUpdate();
        }
    }

    /** It arrived, or never will. */
    void forgetPosted(Way way) throws SQLException {
        try (PreparedStatement delete =
                tx.connection().prepareStatement("delete from audit_copy_posted where way = ?")) {
            delete.setString(1, way.column());
            delete.executeUpdate();
        }
    }
}
