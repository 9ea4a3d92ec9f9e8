package de.kreiswerk.audit.log.kept;

import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.log.tree.Tile;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * How far removing has come, with evidence of whose offer it was. The number alone hides records: whoever can merely write into the
 * database could raise it.
 */
public final class Removed {

    private static final String SELECT = "select minimum, evidence from audit_retention where only_row = 1";

    private final Transaction tx;
    private final Evidence evidence;

    private record Row(long minimum, String evidence) {}

    /**
     * Reads and notes.
     *
     * @param tx the transaction to do it in
     * @param evidence tells what the platform noted
     */
    public Removed(Transaction tx, Evidence evidence) {
        this.tx = tx;
        this.evidence = evidence;
    }

    /** The number of the last record of an offer that provably counts as removed; the one before its first when there is none. */
    public long lastOf(Offer offer) throws SQLException {
        return lastOf(row(SELECT), offer);
    }

    /** The same, and nobody else removes, erases, places or lifts before the commit. */
    public long lock(Offer offer) throws SQLException {
        return lastOf(row(SELECT + " for update"), offer);
    }

    private long lastOf(Row row, Offer offer) {
        return isProven(row, offer) ? row.minimum() : offer.first() - 1;
    }

    private boolean isProven(Row row, Offer offer) {
        return evidence.fits(row.evidence(), fields(offer, row.minimum()));
    }

    /** From now on the records up to this one count as removed, whatever somebody else wrote there. */
    public void note(Offer offer, long last) throws SQLException {
        try (PreparedStatement update = tx.connection()
                .prepareStatement("update audit_retention set minimum = ?, evidence = ? where only_row = 1")) {
            update.setLong(1, last);
            update.setString(2, evidence.of(fields(offer, last)));
            update.executeUpdate();
        }
    }

    /** Whether records count as removed that are still there, and that the platform is not about to remove. */
    public boolean isHiding() throws SQLException {
        return isHiding(row(SELECT));
    }

    private boolean isHiding(Row row) throws SQLException {
        // Before the records: what is removed meanwhile was to be removed.
        List<Offer> waiting = new OfferTable(tx, evidence).waiting();
        if (row.minimum() == 0) {
            return false;
        }
        return row.minimum() >= sealed()
                || isStillThere(row.minimum())
                        && waiting.stream().noneMatch(offer -> !offer.isPerson() && isProven(row, offer));
    }

    /**
     * Where reading goes on behind a number: what counts as removed is left out, and what is gone is not looked through again and again.
     * Where somebody else raised the number nothing is left out: whoever follows the trail would miss it for good.
     */
    public long readingOn(long after) throws SQLException {
        if (after >= new RetentionTable(tx).minimum()) {
            return after;
        }
        Row row = row(SELECT);
        return isHiding(row) ? after : Math.max(after, row.minimum());
    }

    /** The last one that is sealed is never removed. */
    private long sealed() throws SQLException {
        try (PreparedStatement select =
                        tx.connection().prepareStatement("select coalesce(max(tree_size), 0) from audit_checkpoint");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What is removed last is the last tile. */
    private boolean isStillThere(long minimum) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select 1 from audit_order o join audit_record r on r.ticket = o.ticket"
                        + " where o.seq > ? and o.seq <= ? fetch first 1 rows only")) {
            select.setLong(1, minimum - Tile.WIDTH);
            select.setLong(2, minimum);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The number of the last record at the beginning that is not there. It looks through all that is gone: for when something is wrong. */
    public long reallyGone() throws SQLException {
        try (PreparedStatement select = tx.connection()
                        .prepareStatement(
                                "select o.seq - 1 from audit_order o join audit_record r on r.ticket = o.ticket"
                                        + " order by o.seq fetch first 1 rows only");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private Row row(String sql) throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Row(row.getLong(1), row.getString(2)) : new Row(0, null);
        }
    }

    private static Object[] fields(Offer offer, long last) {
        return new Object[] {"removed", offer.id(), last};
    }
}
