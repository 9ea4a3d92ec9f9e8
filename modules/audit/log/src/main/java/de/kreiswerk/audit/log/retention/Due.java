package de.kreiswerk.audit.log.retention;

import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.Hold;
import de.kreiswerk.audit.log.tree.Tile;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which records may go. Records go from the beginning, in whole tiles, as others read them (C2SP tlog-tiles); the last one that is
 * sealed stays, because the next seal is checked against it.
 */
final class Due {

    private final Transaction tx;
    private final RetentionTimes times;
    private final Instant now;

    Due(Transaction tx, RetentionTimes times, Instant now) {
        this.tx = tx;
        this.times = times;
        this.now = now;
    }

    /**
     * Which.
     *
     * @param minimum how many are gone
     * @param holds the holds in force; none to see what there would be without
     * @return the number of the last one that may go, the minimum when there is none
     */
    long until(long minimum, List<Hold> holds) throws SQLException {
        if (times.wrong() != null || holds.stream().anyMatch(hold -> hold.objectId() == null)) {
            // Who acted is not in the index, on purpose: a hold of a person holds all.
            return minimum;
        }
        // A copy for the archive is not larger than a package.
        long last = Math.min(minimum + AuditSearch.LARGEST_PACKAGE, sealed() - 1);
        last = Math.min(last, firstThatStays(minimum, last) - 1);
        for (Hold hold : holds) {
            last = Math.min(last, firstOf(hold, minimum, last) - 1);
        }
        last = Math.max(minimum, last - last % Tile.WIDTH);
        // What the index does not know yet may be of any age.
        return last > minimum && indexed(minimum, last) < last - minimum ? minimum : last;
    }

    /**
     * The areas with a time of their own of which the trail has no record: perhaps another one is meant, and goes by the time for all.
     *
     * @return in their order
     */
    List<String> unknownAreas() throws SQLException {
        List<String> unknown = new ArrayList<>();
        for (String area : times.years().keySet()) {
            if (number("select count(*) from audit_kind where area = ?", List.of(area), 0) == 0) {
                unknown.add(area);
            }
        }
        return unknown;
    }

    private long sealed() throws SQLException {
        return number("select coalesce(max(tree_size), 0) from audit_checkpoint", List.of(), 0);
    }

    private long firstThatStays(long minimum, long last) throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(minimum, last));
        StringBuilder stays = new StringBuilder();
        StringBuilder named = new StringBuilder();
        for (Map.Entry<String, Integer> area : times.years().entrySet()) {
            stays.append("area = ?");
            parameters.add(area.getKey());
            young(stays, area.getValue(), parameters);
            stays.append(" or ");
        }
        stays.append("1 = 1");
        young(stays, times.otherwise(), parameters);
        for (String area : times.years().keySet()) {
            named.append(" and area <> ?");
            parameters.add(area);
        }
        return number(
                "select seq from audit_index i join audit_kind k on k.kind = i.kind where seq > ? and seq <= ? and ("
                        + stays + named + ") order by seq fetch first 1 rows only",
                parameters,
                last + 1);
    }

    private void young(StringBuilder sql, int years, List<Object> parameters) {
        if (years > 0) {
            sql.append(" and recorded >= ?");
            parameters.add(Timestamp.from(RetentionTimes.oldest(years, now)));
        }
    }

    private long firstOf(Hold hold, long minimum, long last) throws SQLException {
        return number(
                "select seq from audit_index i join audit_kind k on k.kind = i.kind where object_id = ? and object_type = ?"
                        + " and seq > ? and seq <= ? order by seq fetch first 1 rows only",
                List.of(hold.objectId(), hold.objectType(), minimum, last),
                last + 1);
    }

    private long indexed(long minimum, long last) throws SQLException {
        return number("select count(*) from audit_index where seq > ? and seq <= ?", List.of(minimum, last), 0);
    }

    private long number(String sql, List<Object> parameters, long otherwise) throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : otherwise;
            }
        }
    }
}
