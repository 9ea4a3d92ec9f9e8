package de.kreiswerk.audit.log.kept;

import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys of persons that are destroyed, with evidence that the platform did it. Whoever can merely write into the database can destroy keys
 * too; a backup brings those back, and must not be made to forget them again.
 */
public final class DestroyedKeys {

    private static final String SELECT =
            "select subject, destroyed, evidence from audit_subject_key where wrapped is null";

    private final Transaction tx;
    private final Evidence evidence;

    /**
     * A key that is gone.
     *
     * @param subject whose it was
     * @param time when it was destroyed, as the database says; perhaps it does not
     * @param isProven whether the platform did it
     */
    public record Destroyed(String subject, Instant time, boolean isProven) {}

    /**
     * Reads and destroys.
     *
     * @param tx the transaction to do it in
     * @param evidence tells what the platform destroyed
     */
    public DestroyedKeys(Transaction tx, Evidence evidence) {
        this.tx = tx;
        this.evidence = evidence;
    }

    public List<Destroyed> all() throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(SELECT + " order by subject")) {
            return read(select);
        }
    }

    /**
     * Destroys the key of a person. Locked until the commit: whoever makes a record about them now does so before, or fails.
     *
     * @param subject the person
     * @param time when
     * @return whether they are erased by this; not when nothing is known of them, or the platform has erased them before
     */
    public boolean destroy(String subject, Instant time) throws SQLException {
        try (PreparedStatement lock =
                tx.connection().prepareStatement("select 1 from audit_subject_key where subject = ? for update")) {
            lock.setString(1, subject);
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
            }
        }
        try (PreparedStatement select = tx.connection().prepareStatement(SELECT + " and subject = ?")) {
            select.setString(1, subject);
            if (read(select).stream().anyMatch(Destroyed::isProven)) {
                return false;
            }
        }
        note(subject, time);
        return true;
    }

    /** Destroys what is known to be destroyed rightly: so that it is proven. */
    public void note(String subject, Instant time) throws SQLException {
        try (PreparedStatement update = tx.connection()
                .prepareStatement(
                        "update audit_subject_key set wrapped = null, destroyed = ?, evidence = ? where subject = ?")) {
            update.setTimestamp(1, Timestamp.from(time));
            update.setString(2, evidence.of(fields(subject, time)));
            update.setString(3, subject);
            update.executeUpdate();
        }
    }

    private List<Destroyed> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Destroyed> all = new ArrayList<>();
            while (row.next()) {
                String subject = row.getString(1);
                Timestamp destroyed = row.getTimestamp(2);
                Instant time = destroyed == null ? null : destroyed.toInstant();
                all.add(new Destroyed(subject, time, evidence.fits(row.getString(3), fields(subject, time))));
            }
            return all;
        }
    }

    private static Object[] fields(String subject, Instant time) {
        return new Object[] {"destroyed", subject, time};
    }
}
