package de.kreiswerk.audit.log.kept;

import de.kreiswerk.audit.api.Hold;
import de.kreiswerk.audit.api.Retention;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Legal holds. */
public final class HoldTable {

    private static final String SELECT =
            "select id, object_type, object_id, subject, reason, placed, placed_by, lifted,"
                    + " lifted_by from audit_hold";

    private final Transaction tx;

    public HoldTable(Transaction tx) {
        this.tx = tx;
    }

    public void add(Hold hold) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement(
                        "insert into audit_hold (id, object_type, object_id, subject, reason, placed, placed_by)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, hold.id());
            insert.setString(2, hold.objectType());
            insert.setString(3, hold.objectId());
            insert.setString(4, hold.subject());
            insert.setString(5, hold.reason());
            insert.setTimestamp(6, Timestamp.from(hold.placed()));
            insert.setString(7, hold.placedBy());
            insert.executeUpdate();
        }
    }

    public void lift(String id, Instant time, String by) throws SQLException {
        try (PreparedStatement update =
                tx.connection().prepareStatement("update audit_hold set lifted = ?, lifted_by = ? where id = ?")) {
            update.setTimestamp(1, Timestamp.from(time));
            update.setString(2, by);
            update.setString(3, id);
            update.executeUpdate();
        }
    }

    public Optional<Hold> find(String id) throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(SELECT + " where id = ?")) {
            select.setString(1, id);
            return read(select).stream().findFirst();
        }
    }

    public List<Hold> inForce() throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(SELECT + " where lifted is null")) {
            return read(select);
        }
    }

    /** Those in force first, then the newest. */
    public List<Hold> all() throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement(SELECT + " order by case when lifted is null then 0 else 1 end, placed desc, id"
                        + " fetch first ? rows only")) {
            select.setInt(1, Retention.LONGEST_LIST);
            return read(select);
        }
    }

    private static List<Hold> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Hold> holds = new ArrayList<>();
            while (row.next()) {
                Timestamp lifted = row.getTimestamp(8);
                holds.add(new Hold(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant(),
                        row.getString(7),
                        lifted == null ? null : lifted.toInstant(),
                        row.getString(9)));
            }
            return holds;
        }
    }
}
