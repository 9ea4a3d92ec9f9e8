package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.audit.log.kept.Like;
import de.kreiswerk.audit.log.search.HourTable.Span;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The end of a statement that reads the index, with its parameters. */
final class Condition {

    private final StringBuilder sql;
    private final List<Object> parameters = new ArrayList<>();

    /** Begins it. */
    Condition(String select) {
        this.sql = new StringBuilder(select).append(" where 1 = 1");
    }

    /** What any of some conditions finds, each with its own order and number. */
    static Condition any(List<Condition> conditions) {
        Condition any = new Condition("");
        any.sql.setLength(0);
        for (Condition each : conditions) {
            any.sql
                    .append(any.sql.length() == 0 ? "(" : " union all (")
                    .append(each.sql)
                    .append(')');
            any.parameters.addAll(each.parameters);
        }
        return any.narrowed();
    }

    /** What a column is equal to. */
    Condition is(String column, Object value) {
        sql.append(" and ").append(column).append(" = ?");
        parameters.add(value);
        return this;
    }

    /** Where a column that has the number is. */
    Condition within(String column, Span span) {
        sql.append(" and ").append(column).append(" > ? and ").append(column).append(" < ?");
        parameters.add(span.after());
        parameters.add(span.before());
        return this;
    }

    /** The time that is asked for, which the numbers only surround. */
    Condition time(TrailQuery query) {
        if (query.since() != null) {
            sql.append(" and recorded >= ?");
            parameters.add(Timestamp.from(query.since()));
        }
        if (query.until() != null) {
            sql.append(" and recorded < ?");
            parameters.add(Timestamp.from(query.until()));
        }
        return this;
    }

    /** One of some kinds, of which there are few enough to name them. */
    Condition kinds(List<Integer> kinds) {
        if (kinds != null) {
            sql.append(" and kind in (").append("?, ".repeat(kinds.size())).setLength(sql.length() - 2);
            sql.append(')');
            parameters.addAll(kinds);
        }
        return this;
    }

    Condition text(TrailQuery query) {
        if (query.text() != null) {
            sql.append(" and words like ? escape '!'");
            parameters.add(Like.containing(query.text().toLowerCase(Locale.ROOT)));
        }
        return this;
    }

    /** The first of them in an order; behind a number of others. */
    Condition first(String order, int skipped, int rows) {
        sql.append(" order by ").append(order).append(" offset ? rows fetch first ? rows only");
        parameters.add(skipped);
        parameters.add(rows);
        return this;
    }

    /** Goes on with conditions on what comes of it so far. */
    Condition narrowed() {
        sql.insert(0, "select * from (").append(") as candidates where 1 = 1");
        return this;
    }

    List<Found> read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                List<Found> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new Found(
                            row.getLong("seq"), row.getTimestamp("recorded").toInstant()));
                }
                return found;
            }
        }
    }
}
