package de.kreiswerk.audit.log.retention;

import de.kreiswerk.audit.api.Hold;
import de.kreiswerk.audit.log.tree.Tile;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The next records that go, in whole tiles.
 *
 * @param until the number of the last one
 * @param tickets where they are; those that are gone already are left out
 */
record Piece(long until, List<Long> tickets) {

    /** So many are decided on at once, and with one lock. */
    static final int LARGEST = 16 * Tile.WIDTH;

    /**
     * Looks at what is there, and asks the records themselves: the index, in which it was found that they are due, is nothing that was
     * sealed, and may be written to.
     *
     * @param after the number behind which it begins, that of the last record of a tile
     * @param last the number of the last record that may go, of a tile too
     * @return the next ones, the same number when the next one stays
     */
    static Piece next(Transaction tx, RetentionTimes times, Instant now, List<Hold> holds, long after, long last)
            throws SQLException {
        if (times.wrong() != null || holds.stream().anyMatch(hold -> hold.objectId() == null)) {
            return new Piece(after, List.of());
        }
        try (PreparedStatement select = tx.connection()
                .prepareStatement(
                        "select o.seq, o.ticket, r.area, r.recorded, r.object_type, r.object_id from audit_order o"
                                + " join audit_record r on r.ticket = o.ticket where o.seq > ? and o.seq <= ? order by o.seq"
                                + " fetch first ? rows only")) {
            select.setLong(1, after);
            select.setLong(2, last);
            select.setInt(3, LARGEST);
            try (ResultSet row = select.executeQuery()) {
                List<Long> numbers = new ArrayList<>();
                List<Long> tickets = new ArrayList<>();
                while (row.next()) {
                    long number = row.getLong(1);
                    if (isYoung(times, now, row) || isHeld(holds, row)) {
                        return whole(number - 1, numbers, tickets);
                    }
                    numbers.add(number);
                    tickets.add(row.getLong(2));
                }
                return tickets.size() < LARGEST
                        ? new Piece(last, tickets)
                        : whole(numbers.get(LARGEST - 1), numbers, tickets);
            }
        }
    }

    private static boolean isYoung(RetentionTimes times, Instant now, ResultSet row) throws SQLException {
        int years = times.years().getOrDefault(row.getString(3), times.otherwise());
        return years == 0 || !row.getTimestamp(4).toInstant().isBefore(RetentionTimes.oldest(years, now));
    }

    private static boolean isHeld(List<Hold> holds, ResultSet row) throws SQLException {
        String type = row.getString(5);
        String id = row.getString(6);
        return holds.stream()
                .anyMatch(hold ->
                        hold.objectType().equals(type) && hold.objectId().equals(id));
    }

    private static Piece whole(long number, List<Long> numbers, List<Long> tickets) {
        long until = number - number % Tile.WIDTH;
        int count = (int) numbers.stream().filter(each -> each <= until).count();
        return new Piece(until, List.copyOf(tickets.subList(0, count)));
    }
}
