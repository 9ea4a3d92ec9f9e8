package de.kreiswerk.audit.log;

import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Committed records that are neither numbered nor in the queue. One statement sees a moment, and at none is a record of the platform in neither:
 * it comes with its place in the queue, and leaves it in the transaction that numbers it. So whoever is still at work is not found here,
 * however late it commits.
 */
final class MissingRecords {

    /** The last number's record and so many tickets before it are looked at each time: who drew earlier may have committed later. */
    private static final long OVERLAP = 2_000;

    /** Found at a time; more are found the next time. */
    private static final int MOST = 10_000;

    private static final String IN_NEITHER = " and not exists (select 1 from audit_pending p where p.ticket = r.ticket)"
            + " and not exists (select 1 from audit_order o where o.ticket = r.ticket";

    private final Transaction tx;

    MissingRecords(Transaction tx) {
        this.tx = tx;
    }

    /**
     * Consecutive tickets.
     *
     * @param after the one before the first
     * @param until the last one
     */
    record Range(long after, long until) {}

    /** The ticket of the record that was numbered last, 0 for none. Not the largest: anybody who may insert can choose that. */
    long lastNumbered() throws SQLException {
        return one("select ticket from audit_order order by seq desc fetch first 1 rows only", 0);
    }

    /** A little before a ticket, and so many records from there on. */
    Range around(long ticket, int records) throws SQLException {
        long after = ticket - OVERLAP;
        return new Range(
                after,
                one(
                        "select max(ticket) from (select ticket from audit_record where ticket > ?"
                                + " order by ticket fetch first ? rows only) as piece",
                        after,
                        after,
                        records));
    }

    /** So many records before a ticket; without any, nothing. */
    Range before(long ticket, int records) throws SQLException {
        long first = one(
                "select min(ticket) from (select ticket from audit_record where ticket < ?"
                        + " order by ticket desc fetch first ? rows only) as piece",
                ticket,
                ticket,
                records);
        return new Range(first - 1, ticket - 1);
    }

    private long one(String sql, long otherwise, long... parameters) throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setLong(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return otherwise;
                }
                long found = row.getLong(1);
                return row.wasNull() ? otherwise : found;
            }
        }
    }

    /** The range stands with the numbers, too: PostgreSQL would not know otherwise that it need not look through all of them. */
    List<Long> in(Range range) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select r.ticket from audit_record r where r.ticket > ? and r.ticket <= ?"
                        + IN_NEITHER + " and o.ticket > ? and o.ticket <= ?) order by r.ticket fetch first " + MOST
                        + " rows only")) {
            select.setLong(1, range.after());
            select.setLong(2, range.until());
            select.setLong(3, range.after());
            select.setLong(4, range.until());
            try (ResultSet row = select.executeQuery()) {
                List<Long> tickets = new ArrayList<>();
                while (row.next()) {
                    tickets.add(row.getLong(1));
                }
                return tickets;
            }
        }
    }

    /**
     * Whether their numbers may be what is missing: below what is sealed or numbered there are no gaps, so where there is one, rows of audit_order were lost. Looked
     * for around the neighbours' numbers, and a little beyond: who drew a ticket earlier may have a later number.
     *
     * @param tickets some that are missing, ascending
     */
    boolean hadNumbers(List<Long> tickets) throws SQLException {
        // Where sealing is kept from going on, numbers above it are as lost.
        long sealed = Math.max(
                one("select max(tree_size) from audit_checkpoint", 0), one("select max(seq) from audit_order", 0));
        long before = one(
                "select seq from audit_order where ticket < ? order by ticket desc fetch first 1 rows only",
                0,
                tickets.get(0));
        long behind = one(
                "select seq from audit_order where ticket > ? order by ticket fetch first 1 rows only",
                sealed,
                tickets.get(tickets.size() - 1));
        long first = Math.max(1, Math.min(before, behind) - OVERLAP);
        long last = Math.min(sealed, Math.max(before, behind) + OVERLAP);
        return one("select count(*) from audit_order where seq between ? and ?", 0, first, last) <= last - first;
    }

    /** Those that are still missing get a place in the queue. */
    int putBack(List<Long> tickets) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement(
                        "insert into audit_pending (ticket) select r.ticket from audit_record r where r.ticket = ?"
                                + IN_NEITHER + ")")) {
            for (long ticket : tickets) {
                insert.setLong(1, ticket);
                insert.addBatch();
            }
            return IntStream.of(insert.executeBatch()).sum();
        }
    }
}
