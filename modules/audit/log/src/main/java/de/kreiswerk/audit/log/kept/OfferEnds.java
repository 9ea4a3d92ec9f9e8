package de.kreiswerk.audit.log.kept;

import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * That offers were carried out or taken back, beside the offers, insert only and with evidence: an offer as it stood before, put back by
 * somebody who can merely write into the database, has its evidence too, and is not believed again.
 */
final class OfferEnds {

    private final Transaction tx;
    private final Evidence evidence;

    OfferEnds(Transaction tx, Evidence evidence) {
        this.tx = tx;
        this.evidence = evidence;
    }

    void add(String offer, Instant time) throws SQLException {
        String id = UUID.randomUUID().toString();
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into audit_offer_end (id, offer, ended, evidence) values (?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, offer);
            insert.setTimestamp(3, Timestamp.from(time));
            insert.setString(4, evidence.of(fields(id, offer, time)));
            insert.executeUpdate();
        }
    }

    /** The offers that provably ended. What somebody else wrote here ends none. */
    Set<String> all() throws SQLException {
        try (PreparedStatement select =
                        tx.connection().prepareStatement("select id, offer, ended, evidence from audit_offer_end");
                ResultSet row = select.executeQuery()) {
            Set<String> offers = new HashSet<>();
            while (row.next()) {
                Object[] fields = fields(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant());
                if (evidence.fits(row.getString(4), fields)) {
                    offers.add(row.getString(2));
                }
            }
            return offers;
        }
    }

    private static Object[] fields(String id, String offer, Instant time) {
        return new Object[] {"end", id, offer, time};
    }
}
