package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.audit.log.Like;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A query as SQL. One of the columns that it names, the one that probably has the fewest records, is looked up in its index; the
 * others, and a text, are looked for in what comes of that, and in so many records at most that a page never takes long, however
 * many there are. Where that was not enough, the reader is told, and may go on.
 */
final class Condition {

    private final Map<String, String> columns = new LinkedHashMap<>();
    private final TrailQuery query;
    private final Found after;
    private final int lookedAt;

    /** Where a record is in the order of time. */
    record Found(long sequence, Instant recorded) {}

    /** A statement with its parameters. */
    record Statement(String sql, List<Object> parameters) {

        PreparedStatement prepare(Connection connection) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            return statement;
        }
    }

    /**
     * Makes it.
     *
     * @param query what is wanted
     * @param after the place behind which a page begins, null for the newest
     * @param lookedAt how many records are looked at for a page
     */
    Condition(TrailQuery query, Found after, int lookedAt) {
        this.lookedAt = lookedAt;
        this.query = query;
        this.after = after;
        // The first that is asked for is the one that is looked up.
        put("object_id", query.objectId());
        put("department", query.department());
        put("action", query.action());
        if (query.outcome() != Outcome.SUCCESS) {
            put("outcome", outcome());
        }
        put("object_type", query.objectType());
        put("area", query.area());
        put("outcome", outcome());
    }

    private void put(String column, String value) {
        if (value != null) {
            columns.put(column, value);
        }
    }

    private String outcome() {
        return query.outcome() == null ? null : query.outcome().name().toLowerCase(Locale.ROOT);
    }

    /** Whether something is looked for in what was looked up. */
    boolean isNarrowed() {
        return columns.size() > 1 || query.text() != null;
    }

    /** The places of the records of a page. */
    Statement page(int limit) {
        List<Object> parameters = new ArrayList<>();
        if (!isNarrowed()) {
            String sql = "select seq, recorded from audit_index" + lookUp(parameters) + first(limit, parameters);
            return new Statement(sql, parameters);
        }
        StringBuilder sql = new StringBuilder("select seq, recorded from (select * from audit_index")
                .append(lookUp(parameters))
                .append(first(lookedAt, parameters))
                .append(") as candidates where 1 = 1");
        narrow(sql, 1, parameters);
        sql.append(" order by recorded desc, seq desc").append(first(limit, parameters));
        return new Statement(sql.toString(), parameters);
    }

    /** The place of the last record that was looked at, when there may be more behind it. */
    Statement end() {
        List<Object> parameters = new ArrayList<>();
        String sql = "select seq, recorded from audit_index" + lookUp(parameters) + " offset " + (lookedAt - 1)
                + " rows" + first(1, parameters);
        return new Statement(sql, parameters);
    }

    /** The numbers of all that fit behind one up to another, in their order. */
    Statement numbers(long after, long until, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(after, until));
        StringBuilder sql = new StringBuilder("select seq, recorded from audit_index where seq > ? and seq <= ?");
        time(sql, parameters);
        narrow(sql, 0, parameters);
        return new Statement(
                sql.append(" order by seq").append(first(limit, parameters)).toString(), parameters);
    }

    /** All columns but the first ones, and the text. */
    private void narrow(StringBuilder sql, int skipped, List<Object> parameters) {
        columns.entrySet().stream().skip(skipped).forEach(each -> {
            sql.append(" and ").append(each.getKey()).append(" = ?");
            parameters.add(each.getValue());
        });
        if (query.text() != null) {
            sql.append(" and words like ? escape '!'");
            parameters.add(Like.containing(query.text().toLowerCase(Locale.ROOT)));
        }
    }

    private String lookUp(List<Object> parameters) {
        StringBuilder sql = new StringBuilder(" where 1 = 1");
        String column = columns.keySet().stream().findFirst().orElse(null);
        if (column != null) {
            sql.append(" and ").append(column).append(" = ?");
            parameters.add(columns.get(column));
        }
        time(sql, parameters);
        if (after != null) {
            sql.append(" and recorded <= ? and (recorded < ? or seq < ?)");
            parameters.add(Timestamp.from(after.recorded()));
            parameters.add(Timestamp.from(after.recorded()));
            parameters.add(after.sequence());
        }
        // The column first, as in its index: H2 finds the order in the index only then.
        return sql.append(" order by ")
                .append(column == null ? "" : column + ", ")
                .append("recorded desc, seq desc")
                .toString();
    }

    private void time(StringBuilder sql, List<Object> parameters) {
        if (query.since() != null) {
            sql.append(" and recorded >= ?");
            parameters.add(Timestamp.from(query.since()));
        }
        if (query.until() != null) {
            sql.append(" and recorded < ?");
            parameters.add(Timestamp.from(query.until()));
        }
    }

    private static String first(int rows, List<Object> parameters) {
        parameters.add(rows);
        return " fetch first ? rows only";
    }
}
