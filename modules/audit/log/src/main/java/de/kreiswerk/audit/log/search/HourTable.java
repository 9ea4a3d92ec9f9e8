package de.kreiswerk.audit.log.search;

import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which numbers the records of an hour have. In between there may be records of other hours, where a clock was set back. */
final class HourTable {

    private static final long MILLIS = 3_600_000;

    private final Transaction tx;

    HourTable(Transaction tx) {
        this.tx = tx;
    }

    /**
     * Numbers one after the other.
     *
     * @param after the number before the first
     * @param before the number behind the last
     */
    record Span(long after, long before) {

        static final Span ALL = new Span(0, Long.MAX_VALUE);

        Span before(long number) {
            return new Span(after, Math.min(before, number));
        }

        boolean has(long number) {
            return number > after && number < before;
        }

        Span after(long number) {
            return new Span(Math.max(after, number), before);
        }
    }

    static long hour(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), MILLIS);
    }

    /** Notes the numbers of records. */
    void add(List<IndexTable.Row> rows) throws SQLException {
        Map<Long, LongSummaryStatistics> hours = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> hour(row.record().time()),
                        TreeMap::new,
                        Collectors.summarizingLong(row -> row.record().sequence())));
        for (Map.Entry<Long, LongSummaryStatistics> hour : hours.entrySet()) {
            note(hour.getKey(), hour.getValue().getMin(), hour.getValue().getMax());
        }
    }

    /** Numbers only grow. */
    private void note(long hour, long first, long last) throws SQLException {
        try (PreparedStatement update =
                tx.connection().prepareStatement("update audit_hour set last_seq = ? where hours = ?")) {
            update.setLong(1, last);
            update.setLong(2, hour);
            if (update.executeUpdate() > 0) {
                return;
            }
        }
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into audit_hour (hours, first_seq, last_seq) values (?, ?, ?)")) {
            insert.setLong(1, hour);
            insert.setLong(2, first);
            insert.setLong(3, last);
            insert.executeUpdate();
        }
    }

    /** The numbers that hours have, from one hour to another. */
    Map<Long, Span> spans(long first, long last) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select hours, first_seq, last_seq from audit_hour where hours between ? and ?")) {
            select.setLong(1, first);
            select.setLong(2, last);
            try (ResultSet row = select.executeQuery()) {
                Map<Long, Span> spans = new HashMap<>();
                while (row.next()) {
                    spans.put(row.getLong(1), new Span(row.getLong(2) - 1, row.getLong(3) + 1));
                }
                return spans;
            }
        }
    }

    /**
     * Where the records of a time are: none of them elsewhere, and others between them.
     *
     * @param since its beginning, null for the first
     * @param until its end, null for the last
     */
    Span between(Instant since, Instant until) throws SQLException {
        if (since == null && until == null) {
            return Span.ALL;
        }
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select min(first_seq), max(last_seq) from audit_hour where hours between ? and ?")) {
            select.setLong(1, since == null ? Long.MIN_VALUE : hour(since));
            select.setLong(2, until == null ? Long.MAX_VALUE : hour(until));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long first = row.getLong(1);
                return row.wasNull() ? new Span(0, 0) : new Span(first - 1, row.getLong(2) + 1);
            }
        }
    }
}
