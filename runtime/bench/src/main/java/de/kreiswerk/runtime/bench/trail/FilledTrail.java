package de.kreiswerk.runtime.bench.trail;

import de.kreiswerk.runtime.bench.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts records into the tables of a platform that is not running, numbered and findable. Sealing them is left to the platform. Ten
 * million writes would take the platform hours.
 */
public final class FilledTrail {

    /** The area of all of them. */
    public static final String AREA = "bench-fill";

    private static final long PART = 100_000;

    private static final String ID = "'00000000-0000-4000-8000-' || lpad(cast(n as varchar(12)), 12, '0')";
    private static final String OBJECT = "'item-' || cast(mod(n, 50000) as varchar(12))";
    private static final String DEPARTMENT = "'department-' || cast(mod(n, 40) as varchar(12))";
    private static final String OUTCOME = "case when mod(n, 100) = 0 then 'denied' else 'success' end";
    private static final String ACTION = "'item.' || case when mod(n, 1000) = 0 then 'removed' else 'written' end";

    /** Three of each department: done, denied, and denied to remove. Behind those that the platform has by itself. */
    private static final int FIRST_KIND = 1_000_000;

    private static final String KIND =
            FIRST_KIND + " + mod(n, 40) * 3 + case when mod(n, 1000) = 0 then 2 when mod(n, 100) = 0 then 1 else 0 end";

    /** The first of 2026, since 1970. */
    private static final long FIRST_HOUR = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() / 3600;

    private static final String CANONICAL = "'{\"action\":\"' || " + ACTION
            + " || '\",\"actor\":{\"method\":\"password\",\"subject\":\"0b1c2d3e-0000-4000-8000-000000000001\"},\"area\":\""
            + AREA
            + "\",\"department\":\"' || " + DEPARTMENT
            + " || '\",\"details\":{\"reference\":\"2031/' || cast(n as varchar(12))"
            + " || '\",\"textSha256\":\"" + "0123456789abcdef".repeat(4) + "\"},\"id\":\"' || " + ID
            + " || '\",\"object\":{\"id\":\"' || " + OBJECT + " || '\",\"type\":\"Item\"},\"outcome\":\"' || " + OUTCOME
            + " || '\",\"request\":\"r' || cast(n as varchar(12)) || '\",\"time\":\"2026-01-01T00:00:00.000Z\"}'";

    private final Database database;

    private FilledTrail(Database database) {
        this.database = database;
    }

    /**
     * Fills.
     *
     * @param database the database of a platform that was started once and is not running
     * @param records how many
     * @return the number of the last one
     * @throws SQLException when it cannot be written
     */
    public static long with(Database database, long records) throws SQLException {
        return new FilledTrail(database).fill(records);
    }

    private long fill(long records) throws SQLException {
        try (Connection connection = database.connect()) {
            long before = number(connection, "select coalesce(max(seq), 0) from audit_order");
            long ticket = number(connection, "select coalesce(max(ticket), 0) from audit_record");
            List<String> indexes = database.postgresql() ? dropIndexes(connection) : List.of();
            for (long first = 1; first <= records; first += PART) {
                part(connection, first, Math.min(records, first + PART - 1), ticket, before);
                connection.commit();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "alter table audit_record alter column ticket restart with " + (ticket + records + 1));
                for (String index : indexes) {
                    statement.execute(index);
                }
                kinds(connection);
                hours(connection, records, before);
                connection.commit();
                if (database.postgresql()) {
                    connection.setAutoCommit(true);
                    statement.execute("vacuum analyze");
                }
            }
            return before + records;
        }
    }

    private void part(Connection connection, long first, long last, long ticket, long sequence) throws SQLException {
        String numbers = database.postgresql()
                ? " from generate_series(" + first + ", " + last + ") as g(n)"
                : " from system_range(" + first + ", " + last + ") as g(n)";
        String recorded = database.postgresql()
                ? "timestamp with time zone '2026-01-01 00:00:00+00' + n * interval '1 second'"
                : "dateadd('SECOND', n, timestamp with time zone '2026-01-01 00:00:00+00')";
        execute(
                connection,
                "insert into audit_record (ticket, id, recorded, area, action, object_type, object_id, canonical)"
                        + " select n + " + ticket + ", " + ID + ", " + recorded + ", '" + AREA + "', " + ACTION
                        + ", 'Item', "
                        + OBJECT + ", " + CANONICAL + numbers);
        execute(
                connection,
                "insert into audit_order (seq, ticket) select n + " + sequence + ", n + " + ticket + numbers);
        execute(
                connection,
                "insert into audit_index (seq, recorded, kind, object_id, place, words)"
                        + " select n + " + sequence + ", " + recorded + ", " + KIND + ", " + OBJECT
                        + ", n + " + sequence + ", 'item.written 2031/' || cast(n as varchar(12))"
                        + numbers);
    }

    private static void kinds(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_kind (kind, area, action, object_type, department, outcome)"
                        + " values (?, ?, ?, 'Item', ?, ?)")) {
            for (int i = 0; i < 120; i++) {
                insert.setInt(1, FIRST_KIND + i);
                insert.setString(2, AREA);
                insert.setString(3, i % 3 == 2 ? "item.removed" : "item.written");
                insert.setString(4, "department-" + i / 3);
                insert.setString(5, i % 3 == 0 ? "success" : "denied");
                insert.executeUpdate();
            }
        }
    }

    private void hours(Connection connection, long records, long sequence) throws SQLException {
        String numbers = database.postgresql() ? "generate_series(1, " : "system_range(1, ";
        execute(
                connection,
                "insert into audit_hour (hours, first_seq, last_seq) select " + FIRST_HOUR + " + n / 3600, min(n) + "
                        + sequence + ", max(n) + " + sequence + " from " + numbers + records + ") as g(n) group by "
                        + FIRST_HOUR + " + n / 3600");
    }

    private static List<String> dropIndexes(Connection connection) throws SQLException {
        List<String> made = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select indexname, indexdef from pg_indexes"
                        + " where tablename = 'audit_index' and indexname like 'audit_index_by%'")) {
            while (row.next()) {
                names.add(row.getString(1));
                made.add(row.getString(2));
            }
        }
        for (String name : names) {
            execute(connection, "drop index " + name);
        }
        return made;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
