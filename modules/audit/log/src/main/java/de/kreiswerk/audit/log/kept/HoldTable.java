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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Legal holds. Both tables are insert only, and lifting carries evidence: whoever can merely write into the database lifts none.
 */
public final class HoldTable {

    private static final String SELECT =
            "select id, object_type, object_id, subject, reason, placed, placed_by, lifted,"
                    + " lifted_by from audit_hold";
    private static final String LIFTS = "select id, hold, lifted, lifted_by, evidence from audit_hold_lift";

    private final Transaction tx;
    private final Evidence evidence;

    private record Lift(String id, String hold, Instant time, String by) {

        Object[] fields() {
            return new Object[] {"lift", id, hold, time, by};
        }
    }

    public HoldTable(Transaction tx, Evidence evidence) {
        this.tx = tx;
        this.evidence = evidence;
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

    public void lift(String hold, Instant time, String by) throws SQLException {
        Lift lift = new Lift(UUID.randomUUID().toString(), hold, time, by);
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into audit_hold_lift (id, hold, lifted, lifted_by, evidence)"
                        + " values (?, ?, ?, ?, ?)")) {
            insert.setString(1, lift.id());
            insert.setString(2, hold);
            insert.setTimestamp(3, Timestamp.from(time));
            insert.setString(4, by);
            insert.setString(5, evidence.of(lift.fields()));
            insert.executeUpdate();
        }
    }

    public Optional<Hold> find(String id) throws SQLException {
        return everyone().stream().filter(hold -> hold.id().equals(id)).findFirst();
    }

    public List<Hold> inForce() throws SQLException {
        return everyone().stream().filter(Hold::inForce).toList();
    }

    /** Those in force first, then the newest. */
    public List<Hold> all() throws SQLException {
        return everyone().stream()
                .sorted(Comparator.comparing(Hold::inForce)
                        .thenComparing(Hold::placed)
                        .reversed()
                        .thenComparing(Hold::id))
                .limit(Retention.LONGEST_LIST)
                .toList();
    }

    /** There are few: what is held is looked at by a court. */
    private List<Hold> everyone() throws SQLException {
        Map<String, Lift> lifts = new HashMap<>();
        for (Lift lift : lifts(true)) {
            lifts.putIfAbsent(lift.hold(), lift);
        }
        try (PreparedStatement select = tx.connection().prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            List<Hold> holds = new ArrayList<>();
            while (row.next()) {
                holds.add(hold(row, lifts.get(row.getString(1))));
            }
            return holds;
        }
    }

    /**
     * The holds in force of which the database says that they were lifted, and the platform did not do it. What was written of one that
     * is lifted since stays there for good, and changes nothing.
     */
    public List<String> unprovenLifts() throws SQLException {
        Set<String> claimed = lifts(false).stream().map(Lift::hold).collect(Collectors.toSet());
        return inForce().stream().map(Hold::id).filter(claimed::contains).toList();
    }

    private List<Lift> lifts(boolean isProven) throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(LIFTS + " order by lifted, id");
                ResultSet row = select.executeQuery()) {
            List<Lift> lifts = new ArrayList<>();
            while (row.next()) {
                Lift lift = new Lift(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant(), row.getString(4));
                if (evidence.fits(row.getString(5), lift.fields()) == isProven) {
                    lifts.add(lift);
                }
            }
            return lifts;
        }
    }

    /** What was lifted by a version without evidence says so itself, in a table that nobody can change. */
    private static Hold hold(ResultSet row, Lift lift) throws SQLException {
        Timestamp lifted = row.getTimestamp(8);
        Instant before = lifted == null ? null : lifted.toInstant();
        return new Hold(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                row.getString(7),
                lift == null ? before : lift.time(),
                lift == null ? row.getString(9) : lift.by());
    }
}
