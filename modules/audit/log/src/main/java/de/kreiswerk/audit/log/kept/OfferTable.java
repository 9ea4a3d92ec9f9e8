package de.kreiswerk.audit.log.kept;

import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.api.Offer.Decision;
import de.kreiswerk.audit.api.Retention;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Offers to the archive. */
public final class OfferTable {

    private static final String SELECT =
            "select id, subject, first_seq, last_seq, made, made_by, fetched, decision, reference,"
                    + " decided, decided_by, done from audit_offer";

    private final Transaction tx;

    public OfferTable(Transaction tx) {
        this.tx = tx;
    }

    public void add(Offer offer) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into audit_offer (id, subject, first_seq, last_seq, made, made_by)"
                        + " values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, offer.id());
            insert.setString(2, offer.subject());
            insert.setLong(3, offer.first());
            insert.setLong(4, offer.last());
            insert.setTimestamp(5, Timestamp.from(offer.made()));
            insert.setString(6, offer.madeBy());
            insert.executeUpdate();
        }
    }

    public void fetched(String id, Instant time) throws SQLException {
        note("fetched", id, time);
    }

    public void done(String id, Instant time) throws SQLException {
        note("done", id, time);
    }

    private void note(String column, String id, Instant time) throws SQLException {
        try (PreparedStatement update =
                tx.connection().prepareStatement("update audit_offer set " + column + " = ? where id = ?")) {
            update.setTimestamp(1, Timestamp.from(time));
            update.setString(2, id);
            update.executeUpdate();
        }
    }

    /** Of two who decide at once, the second one changes nothing. */
    public boolean decide(String id, Decision decision, String reference, Instant time, String by) throws SQLException {
        try (PreparedStatement update = tx.connection()
                .prepareStatement("update audit_offer set decision = ?, reference = ?, decided = ?, decided_by = ?"
                        + " where id = ? and decision is null")) {
            update.setString(1, decision.name().toLowerCase(Locale.ROOT));
            update.setString(2, reference);
            update.setTimestamp(3, Timestamp.from(time));
            update.setString(4, by);
            update.setString(5, id);
            return update.executeUpdate() == 1;
        }
    }

    public Optional<Offer> find(String id) throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(SELECT + " where id = ?")) {
            select.setString(1, id);
            return read(select).stream().findFirst();
        }
    }

    /** The newest first. */
    public List<Offer> all() throws SQLException {
        try (PreparedStatement select =
                tx.connection().prepareStatement(SELECT + " order by made desc, id fetch first ? rows only")) {
            select.setInt(1, Retention.LONGEST_LIST);
            return read(select);
        }
    }

    /** Those that are neither carried out nor taken back, the oldest first. */
    public List<Offer> underWay() throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement(SELECT + " where done is null and (decision is null or decision <> 'withdrawn')"
                        + " order by made, id")) {
            return read(select);
        }
    }

    private static List<Offer> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Offer> offers = new ArrayList<>();
            while (row.next()) {
                offers.add(new Offer(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getTimestamp(5).toInstant(),
                        row.getString(6),
                        instant(row.getTimestamp(7)),
                        decision(row.getString(8)),
                        row.getString(9),
                        instant(row.getTimestamp(10)),
                        row.getString(11),
                        instant(row.getTimestamp(12))));
            }
            return offers;
        }
    }

    private static Decision decision(String column) {
        return column == null ? Decision.OPEN : Decision.valueOf(column.toUpperCase(Locale.ROOT));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
