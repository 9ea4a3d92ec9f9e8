package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.log.AuditTrailService;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares records with what they are found by: their rows, the kinds these name, and their hours. */
final class Comparison {

    /**
     * A statement sees one state, whatever is indexed, removed or emptied meanwhile: so what is not in the index yet, or no more since it was
     * removed, differs from nothing. Rows are narrowed down by themselves, or PostgreSQL might read all of them.
     */
    private static final String SELECT = "select o.seq, r.id, r.recorded, r.area, r.action, r.object_type, r.object_id,"
            + " r.canonical, i.recorded, i.kind, i.object_id, i.place, i.words"
            + " from audit_order o join audit_record r on r.ticket = o.ticket"
            + " left join audit_index i on i.seq = o.seq and i.seq > ? and i.seq <= ?"
            + " where o.seq > ? and o.seq <= ?"
            + " and o.seq > (select coalesce(max(minimum), 0) from audit_retention)"
            + " and o.seq <= (select coalesce(max(seq), 0) from audit_index)"
            + " order by o.seq";

    private final Transaction tx;

    Comparison(Transaction tx) {
        this.tx = tx;
    }

    /**
     * What is left to look at of a record.
     *
     * @param isSame whether its row is what it should be, apart from the number of its kind
     * @param kind what the record is
     * @param number by which its row names that
     */
    private record Seen(long sequence, boolean isSame, Kind kind, int number, long hour) {}

    /**
     * The numbers of the records that differ, ascending.
     *
     * @param after the number behind which they begin
     * @param until the last one
     */
    List<Long> differences(long after, long until) throws SQLException {
        List<Seen> seen = seen(after, until);
        LongSummaryStatistics times = seen.stream().mapToLong(Seen::hour).summaryStatistics();
        // Behind the records: what these need was there before them.
        Map<Kind, Set<Integer>> kinds = new KindTable(tx).numbers();
        Map<Long, HourTable.Span> hours =
                seen.isEmpty() ? Map.of() : new HourTable(tx).spans(times.getMin(), times.getMax());
        return seen.stream()
                .filter(each -> !each.isSame()
                        || !Set.of(each.number()).equals(kinds.get(each.kind()))
                        || !hours.containsKey(each.hour())
                        || !hours.get(each.hour()).has(each.sequence()))
                .map(Seen::sequence)
                .collect(Collectors.toList());
    }

    private List<Seen> seen(long after, long until) throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(SELECT)) {
            select.setLong(1, after);
            select.setLong(2, until);
            select.setLong(3, after);
            select.setLong(4, until);
            try (ResultSet row = select.executeQuery()) {
                List<Seen> seen = new ArrayList<>();
                while (row.next()) {
                    seen.add(seen(row));
                }
                return seen;
            }
        }
    }

    private static Seen seen(ResultSet row) throws SQLException {
        IndexTable.Row expected = IndexTable.Row.of(AuditTrailService.record(row));
        AuditRecord record = expected.record();
        boolean isSame = row.getTimestamp(9) != null
                && row.getTimestamp(9).toInstant().equals(record.time())
                && record.objectId().equals(row.getString(11))
                && row.getLong(12) == record.sequence()
                && expected.words().equals(row.getString(13));
        return new Seen(record.sequence(), isSame, expected.kind(), row.getInt(10), HourTable.hour(record.time()));
    }
}
