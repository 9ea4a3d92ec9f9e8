package de.kreiswerk.runtime.bench.face;

import de.kreiswerk.runtime.bench.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes many papers into a database that no server is at work on. */
final class Filling {

    private static final int AT_ONCE = 500;

    private Filling() {}

    static void write(Database database, List<Row> rows, Copies copies, int first, int end) throws SQLException {
        try (Connection connection = database.connect()) {
            // In the order of the first copy, which is that of foreign keys.
            Map<String, PreparedStatement> inserts = new LinkedHashMap<>();
            for (Row row : rows) {
                inserts.computeIfAbsent(row.insert(), sql -> prepare(connection, sql));
            }
            for (int number = first; number < end; number++) {
                for (Row row : copies.of(rows, number)) {
                    add(inserts.get(row.insert()), row.values());
                }
                if (number % AT_ONCE == 0) {
                    write(inserts, connection);
                }
            }
            write(inserts, connection);
            try (Statement analyze = connection.createStatement()) {
                analyze.execute("analyze");
            }
            connection.commit();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql) {
        try {
            return connection.prepareStatement(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void add(PreparedStatement insert, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            insert.setObject(i + 1, values.get(i));
        }
        insert.addBatch();
    }

    private static void write(Map<String, PreparedStatement> inserts, Connection connection) throws SQLException {
        for (PreparedStatement insert : inserts.values()) {
            insert.executeBatch();
        }
        connection.commit();
    }
}
