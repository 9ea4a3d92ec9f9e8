package de.kreiswerk.audit.log.seal;

import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/**
 * How far sealing is behind.
 *
 * @param sealed how many records are sealed
 * @param waiting how many have a number and are not
 * @param since how long the first of them has been waiting, zero when none does
 * @param cutOff whether the last record that is sealed is gone
 */
record SealState(long sealed, long waiting, Duration since, boolean cutOff) {

    static SealState of(Transaction tx, Instant now) throws SQLException {
        long sealed = new CheckpointTable(tx).last().size();
        LeafTable leaves = new LeafTable(tx);
        long waiting = Math.max(0, leaves.last() - sealed);
        return new SealState(
                sealed,
                waiting,
                waiting == 0 ? Duration.ZERO : since(tx, sealed + 1, now),
                sealed > 0 && !leaves.has(sealed));
    }

    private static Duration since(Transaction tx, long number, Instant now) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select r.recorded from audit_order o join audit_record r on r.ticket = o.ticket"
                        + " where o.seq = ?")) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                Timestamp recorded = row.next() ? row.getTimestamp(1) : null;
                Duration waiting = recorded == null ? Duration.ZERO : Duration.between(recorded.toInstant(), now);
                return waiting.isNegative() ? Duration.ZERO : waiting;
            }
        }
    }
}
