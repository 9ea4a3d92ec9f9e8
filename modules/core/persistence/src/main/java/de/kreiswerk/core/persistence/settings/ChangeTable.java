package de.kreiswerk.core.persistence.settings;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code core_setting_change}: what changes of settings replaced, the last ones of each PID. */
final class ChangeTable {

    static final int KEPT = 20;

    private ChangeTable() {}

    /**
     * A change.
     *
     * @param revision its number
     * @param time when it was made
     * @param before what was kept before, without secrets
     * @param after what is kept since, without secrets
     * @param secrets keys of the secrets that were changed, separated by line breaks
     */
    record Row(long revision, Instant time, String before, String after, String secrets) {}

    /** The last revision, 0 when nothing was ever changed. */
    static long revision(Connection connection, String pid) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select max(revision) from core_setting_change where pid = ?")) {
            select.setString(1, pid);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static List<Row> newestFirst(Connection connection, String pid) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select revision, changed, properties_before, properties_after, secrets from core_setting_change
                where pid = ? order by revision desc
                """)) {
            select.setString(1, pid);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getLong(1),
                            row.getTimestamp(2).toInstant(),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5)));
                }
            }
            return rows;
        }
    }

    static Optional<Row> find(Connection connection, String pid, long revision) throws SQLException {
        return newestFirst(connection, pid).stream()
                .filter(row -> row.revision() == revision)
                .findFirst();
    }

    /** Of two who add the same revision, the key lets one be repeated, who then sees the other's change. */
    static void add(Connection connection, String pid, Row row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into core_setting_change
                    (pid, revision, changed, properties_before, properties_after, secrets) values (?, ?, ?, ?, ?, ?)
                """)) {
            insert.setString(1, pid);
            insert.setLong(2, row.revision());
            insert.setTimestamp(3, Timestamp.from(row.time()));
            insert.setString(4, row.before());
            insert.setString(5, row.after());
            insert.setString(6, row.secrets());
            insert.executeUpdate();
        }
        try (PreparedStatement delete =
                connection.prepareStatement("delete from core_setting_change where pid = ? and revision <= ?")) {
            delete.setString(1, pid);
            delete.setLong(2, row.revision() - KEPT);
            delete.executeUpdate();
        }
    }
}
