package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.settings.SettingChange;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    record Row(long revision, Instant time, String before, String after, String secrets) {

        SettingChange.Kind kind(String pid) throws IOException {
            return Differences.kind(pid, SettingTable.parse(before), SettingTable.parse(after));
        }
    }

    /**
     * The last change of a PID.
     *
     * @param pid the PID
     * @param change its last change
     */
    record Last(String pid, Row change) {}

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
                    rows.add(read(row));
                }
            }
            return rows;
        }
    }

    /** What was changed last of those configurations of a factory that the table does not have any more, the newest first. */
    static List<Last> lastOfGone(Connection connection, String factory) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select c.revision, c.changed, c.properties_before, c.properties_after, c.secrets, c.pid
                from core_setting_change c
                where c.pid like ? escape '!'
                    and c.revision = (select max(d.revision) from core_setting_change d where d.pid = c.pid)
                    and not exists (select 1 from core_setting s where s.pid = c.pid)
                order by c.changed desc, c.pid
                """)) {
            select.setString(1, Pids.of(factory, "").replaceAll("[!%_]", "!$0") + "%");
            List<Last> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Last(row.getString(6), read(row)));
                }
            }
            return found;
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1), row.getTimestamp(2).toInstant(), row.getString(3), row.getString(4), row.getString(5));
    }

    static void forget(Connection connection, String pid) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from core_setting_change where pid = ?")) {
            delete.setString(1, pid);
            delete.executeUpdate();
        }
    }

    static Set<String> pids(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select distinct pid from core_setting_change");
                ResultSet row = select.executeQuery()) {
            Set<String> pids = new TreeSet<>();
            while (row.next()) {
                pids.add(row.getString(1));
            }
            return pids;
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
