package de.kreiswerk.audit.log.kept;

import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.api.Offer.Decision;
import de.kreiswerk.audit.api.Retention;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Offers to the archive, each with evidence that nobody but the platform wrote it. */
public final class OfferTable {

    private static final String SELECT =
            "select id, subject, first_seq, last_seq, made, made_by, fetched, decision, reference,"
                    + " decided, decided_by, done, fetched_size, evidence from audit_offer";
    private static final String UNDER_WAY =
            " where done is null and (decision is null or decision <> 'withdrawn') order by made, id";

    private final Transaction tx;
    private final Evidence evidence;

    /**
     * An offer as it stands.
     *
     * @param copied how many sealed records there were when its copy was fetched, null when that was never noted
     * @param isProven whether the platform wrote it as it is
     * @param hasEvidence whether it has any; what ended before there was evidence has none
     */
    private record Row(Offer offer, Long copied, boolean isProven, boolean hasEvidence) {

        Row unproven() {
            return new Row(offer, copied, false, hasEvidence);
        }
    }

    public OfferTable(Transaction tx, Evidence evidence) {
        this.tx = tx;
        this.evidence = evidence;
    }

    public void add(Offer offer) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into audit_offer (id, subject, first_seq, last_seq, made, made_by, evidence)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, offer.id());
            insert.setString(2, offer.subject());
            insert.setLong(3, offer.first());
            insert.setLong(4, offer.last());
            insert.setTimestamp(5, Timestamp.from(offer.made()));
            insert.setString(6, offer.madeBy());
            insert.setString(7, evidence.of(fields(offer, null)));
            insert.executeUpdate();
        }
    }

    /**
     * Notes that the archive fetched its copy. Of an offer that somebody else changed nothing is noted.
     *
     * @param size how many sealed records there were for the copy
     */
    public void fetched(String id, Instant time, long size) throws SQLException {
        change(
                id,
                Row::isProven,
                offer -> with(offer, time, offer.decision(), offer.reference(), offer.decided(), offer.decidedBy()),
                row -> size);
    }

    /** How many sealed records there were when the copy was fetched; 0 when it was not, or that was not noted. */
    public long copied(String id) throws SQLException {
        return row(id).map(Row::copied).orElse(0L);
    }

    public void done(String id, Instant time) throws SQLException {
        try (PreparedStatement update =
                tx.connection().prepareStatement("update audit_offer set done = ? where id = ?")) {
            update.setTimestamp(1, Timestamp.from(time));
            update.setString(2, id);
            update.executeUpdate();
        }
        new OfferEnds(tx, evidence).add(id, time);
    }

    /**
     * Notes what becomes of an offer. Of two who decide at once, the second one changes nothing. What somebody else changed can only be
     * taken back; so can what was decided, until it is carried out.
     *
     * @return whether it could be, and is decided so now
     */
    public boolean decide(String id, Decision decision, String reference, Instant time, String by) throws SQLException {
        Set<String> ended = new OfferEnds(tx, evidence).all();
        boolean isChanged = change(
                id,
                row -> row.offer().done() == null
                        && (decision == Decision.WITHDRAWN
                                ? isOpenToTakeBack(row)
                                : row.isProven()
                                        && !ended.contains(id)
                                        && row.offer().decision() == Decision.OPEN),
                offer -> with(offer, offer.fetched(), decision, reference, time, by),
                Row::copied);
        if (isChanged && decision == Decision.WITHDRAWN) {
            new OfferEnds(tx, evidence).add(id, time);
        }
        return isChanged;
    }

    /** Once it is taken back it stays so. */
    private static boolean isOpenToTakeBack(Row row) {
        return !row.isProven() || row.offer().decision() != Decision.WITHDRAWN;
    }

    private boolean change(String id, Predicate<Row> may, UnaryOperator<Offer> change, Function<Row, Long> copied)
            throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(SELECT + " where id = ? for update")) {
            select.setString(1, id);
            for (Row row : read(select)) {
                if (may.test(row)) {
                    write(change.apply(row.offer()), copied.apply(row));
                    return true;
                }
            }
        }
        return false;
    }

    private void write(Offer offer, Long copied) throws SQLException {
        try (PreparedStatement update = tx.connection()
                .prepareStatement("update audit_offer set fetched = ?, decision = ?, reference = ?, decided = ?,"
                        + " decided_by = ?, fetched_size = ?, evidence = ? where id = ?")) {
            update.setTimestamp(1, timestamp(offer.fetched()));
            update.setString(
                    2,
                    offer.decision() == Decision.OPEN
                            ? null
                            : offer.decision().name().toLowerCase(Locale.ROOT));
            update.setString(3, offer.reference());
            update.setTimestamp(4, timestamp(offer.decided()));
            update.setString(5, offer.decidedBy());
            update.setObject(6, copied, Types.BIGINT);
            update.setString(7, evidence.of(fields(offer, copied)));
            update.setString(8, offer.id());
            update.executeUpdate();
        }
    }

    public Optional<Offer> find(String id) throws SQLException {
        return row(id).map(Row::offer);
    }

    /** An offer as the platform wrote it; empty where it did not, or has ended it. */
    public Optional<Offer> findProven(String id) throws SQLException {
        Set<String> ended = new OfferEnds(tx, evidence).all();
        return row(id).filter(row -> row.isProven() && !ended.contains(id)).map(Row::offer);
    }

    private Optional<Row> row(String id) throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(SELECT + " where id = ?")) {
            select.setString(1, id);
            return read(select).stream().findFirst();
        }
    }

    /** Those under way first, then the newest: what nobody sees nobody decides on. */
    public List<Offer> all() throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement(SELECT + " order by case when done is null and (decision is null"
                        + " or decision <> 'withdrawn') then 0 else 1 end, made desc, id fetch first ? rows only")) {
            select.setInt(1, Retention.LONGEST_LIST);
            return read(select).stream().map(Row::offer).toList();
        }
    }

    /** Those that are neither carried out nor taken back, the oldest first. */
    public List<Offer> underWay() throws SQLException {
        return underWay(row -> true);
    }

    /** Those of them that are decided, so that what they offer may go. */
    public List<Offer> waiting() throws SQLException {
        return underWay(row -> row.isProven() && row.offer().isWaiting());
    }

    /** Whether an offer is one of these. */
    public boolean isWaiting(String id) throws SQLException {
        return waiting().stream().map(Offer::id).anyMatch(id::equals);
    }

    /** Those of them that are not as the platform wrote them, or had ended before. Nothing goes because of them. */
    public List<Offer> unproven() throws SQLException {
        return underWay(row -> !row.isProven());
    }

    private List<Offer> underWay(Predicate<Row> which) throws SQLException {
        // Before the offers: what ends meanwhile is not under way then.
        Set<String> ended = new OfferEnds(tx, evidence).all();
        try (PreparedStatement select = tx.connection().prepareStatement(SELECT + UNDER_WAY)) {
            return read(select).stream()
                    .map(row -> ended.contains(row.offer().id()) ? row.unproven() : row)
                    .filter(which)
                    .map(Row::offer)
                    .toList();
        }
    }

    /** Those that count as carried out or taken back, and the platform wrote them otherwise, or did neither. */
    public List<Offer> endedOtherwise() throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement(SELECT + " where done is not null or decision = 'withdrawn' order by made, id")) {
            List<Row> rows = read(select);
            // Behind the offers: what ends meanwhile has its end here.
            Set<String> ended = new OfferEnds(tx, evidence).all();
            return rows.stream()
                    .filter(Row::hasEvidence)
                    .filter(row ->
                            !row.isProven() || !ended.contains(row.offer().id()))
                    .map(Row::offer)
                    .toList();
        }
    }

    /** Those that count as carried out while what they offered is there. */
    public List<Offer> doneInVain() throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement(SELECT + " o where done is not null and (exists (select 1 from audit_subject_key k"
                        + " where k.subject = o.subject and k.wrapped is not null)"
                        + " or o.subject is null and exists (select 1 from audit_order n join audit_record r"
                        + " on r.ticket = n.ticket where n.seq = o.last_seq)) order by made, id")) {
            return read(select).stream().map(Row::offer).toList();
        }
    }

    private List<Row> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            while (row.next()) {
                Offer offer = new Offer(
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
                        instant(row.getTimestamp(12)));
                Long copied = row.getObject(13, Long.class);
                String proof = row.getString(14);
                rows.add(new Row(offer, copied, evidence.fits(proof, fields(offer, copied)), proof != null));
            }
            return rows;
        }
    }

    /** What was written before sizes were noted has its evidence without one. */
    private static Object[] fields(Offer offer, Long copied) {
        Object[] offered = {
            "offer",
            offer.id(),
            offer.subject(),
            offer.first(),
            offer.last(),
            offer.made(),
            offer.madeBy(),
            offer.fetched(),
            offer.decision(),
            offer.reference(),
            offer.decided(),
            offer.decidedBy()
        };
        if (copied == null) {
            return offered;
        }
        Object[] fields = Arrays.copyOf(offered, offered.length + 1);
        fields[offered.length] = copied;
        return fields;
    }

    private static Offer with(
            Offer offer, Instant fetched, Decision decision, String reference, Instant decided, String by) {
        return new Offer(
                offer.id(),
                offer.subject(),
                offer.first(),
                offer.last(),
                offer.made(),
                offer.madeBy(),
                fetched,
                decision,
                reference,
                decided,
                by,
                offer.done());
    }

    private static Decision decision(String column) {
        return column == null ? Decision.OPEN : Decision.valueOf(column.toUpperCase(Locale.ROOT));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static Timestamp timestamp(Instant time) {
        return time == null ? null : Timestamp.from(time);
    }
}
