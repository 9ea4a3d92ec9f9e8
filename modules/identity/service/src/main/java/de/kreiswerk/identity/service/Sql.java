package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements in a transaction. Without entities, because who is calling is asked at every request: that is one statement, and
 * the rest of the tables is small.
 */
final class Sql {

    private final Transaction tx;

    Sql(Transaction tx) {
        this.tx = tx;
    }

    /** Makes something of a row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Row<T> row, Object... values) throws SQLException {
        try (PreparedStatement select = prepared(sql, values);
                ResultSet rows = select.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.of(rows));
            }
            return found;
        }
    }

    <T> Optional<T> one(String sql, Row<T> row, Object... values) throws SQLException {
        return list(sql, row, values).stream().findFirst();
    }

    long number(String sql, Object... values) throws SQLException {
        return one(sql, row -> row.getLong(1), values).orElseThrow();
    }

    int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = prepared(sql, values)) {
            return update.executeUpdate();
        }
    }

    /** Notes that somebody may do something else than before. Such changes come one after the other. */
    void rightsChanged() throws SQLException {
        update("update identity_state set revision = revision + 1 where id = 1");
    }

    /** Null when there is none. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** For {@code like ? escape '!'}: what contains the text. */
    static String pattern(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = tx.connection().prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Instant instant ? Timestamp.from(instant) : values[i];
            statement.setObject(i + 1, value);
        }
        return statement;
    }
}
