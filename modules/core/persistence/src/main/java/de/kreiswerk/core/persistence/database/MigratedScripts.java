package de.kreiswerk.core.persistence.database;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers which scripts ran last, by a fingerprint over the names and the bytes of all of them, and keeps the scripts: whoever
 * restores a backup needs those of bundles that are not there yet.
 */
final class MigratedScripts {

    private static final Logger LOG = LoggerFactory.getLogger(MigratedScripts.class);

    private final DataSource source;

    MigratedScripts(DataSource source) {
        this.source = source;
    }

    /** Of scripts, and of the tables that are insert-only. */
    static String fingerprint(List<URL> scripts, Set<String> insertOnly) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<URL> sorted = scripts.stream()
                    .sorted(Comparator.comparing(MigratedScripts::fileName))
                    .toList();
            for (URL script : sorted) {
                try (InputStream in = script.openStream()) {
                    byte[] bytes = in.readAllBytes();
                    digest.update((fileName(script) + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                    digest.update(bytes);
                }
            }
            for (String table : new TreeSet<>(insertOnly)) {
                digest.update((table + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String fileName(URL script) {
        return script.getPath().substring(script.getPath().lastIndexOf('/') + 1);
    }

    /** Whether exactly these scripts ran last, and are kept. In an empty database none did. */
    boolean has(String history, String fingerprint, List<URL> scripts) {
        try (Connection connection = source.getConnection()) {
            return fingerprint.equals(kept(connection, history))
                    && names(connection, history).containsAll(byName(scripts).keySet());
        } catch (SQLException e) {
            if (isMissing(e)) {
                return false;
            }
            throw new PersistenceFailure("The migrations that ran cannot be read: " + e.getMessage(), e);
        }
    }

    private static Set<String> names(Connection connection, String history) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select name from core_script where history = ?")) {
            select.setString(1, history);
            try (ResultSet row = select.executeQuery()) {
                Set<String> names = new HashSet<>();
                while (row.next()) {
                    names.add(row.getString(1));
                }
                return names;
            }
        }
    }

    /** What has another name is no script to Flyway either. */
    private static Map<String, URL> byName(List<URL> scripts) {
        Map<String, URL> named = new TreeMap<>();
        scripts.forEach(script -> named.put(fileName(script), script));
        named.keySet().removeIf(name -> !name.endsWith(".sql"));
        return named;
    }

    /** Class 42 of SQL's states: here only that the table is not there. */
    private static boolean isMissing(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("42");
    }

    /** Notes that these ran, after they did. */
    void keep(String history, String fingerprint) {
        try (Connection connection = source.getConnection()) {
            if (write(connection, "update core_migrated set fingerprint = ? where history = ?", fingerprint, history)
                    == 0) {
                write(
                        connection,
                        "insert into core_migrated (fingerprint, history) values (?, ?)",
                        fingerprint,
                        history);
            }
            connection.commit();
        } catch (SQLException e) {
            // Two nodes that start at the same time keep the same; the next start asks Flyway once more otherwise.
            LOG.debug("The fingerprint of {} was not kept: {}", history, e.getMessage());
        }
    }

    /**
     * Keeps the scripts themselves. Before they run: each is committed by itself, and of what ran nothing may be missing when a later one
     * fails. Those of a newer version that ran before stay, since what they made does, too.
     */
    void keepScripts(String history, List<URL> scripts) {
        try (Connection connection = source.getConnection()) {
            Map<String, URL> named = byName(scripts);
            MigrationVersion newest = new SchemaScripts(history, scripts).newest();
            for (String name : names(connection, history)) {
                if (!named.containsKey(name) && isAtMost(name, newest)) {
                    // It has another name by now.
                    write(connection, "delete from core_script where history = ? and name = ?", history, name);
                }
            }
            for (Map.Entry<String, URL> script : named.entrySet()) {
                keep(connection, history, script.getKey(), text(script.getValue()));
            }
            connection.commit();
        } catch (SQLException e) {
            LOG.debug("The scripts of {} were not kept: {}", history, e.getMessage());
        }
    }

    private static boolean isAtMost(String name, MigrationVersion newest) {
        return SchemaScripts.version(name)
                .filter(version -> version.compareTo(newest) > 0)
                .isEmpty();
    }

    static String text(URL script) {
        try (InputStream in = script.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keep(Connection connection, String history, String name, String text) throws SQLException {
        if (write(connection, "update core_script set text = ? where history = ? and name = ?", text, history, name)
                == 0) {
            write(connection, "insert into core_script (text, history, name) values (?, ?, ?)", text, history, name);
        }
    }

    /** They run anew the next time. */
    static void forget(Connection connection, String history) throws SQLException {
        write(connection, "delete from core_migrated where history = ?", history);
    }

    /** What they made is gone. */
    static void discard(Connection connection, String history) throws SQLException {
        write(connection, "delete from core_script where history = ?", history);
    }

    private static String kept(Connection connection, String history) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select fingerprint from core_migrated where history = ?")) {
            select.setString(1, history);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static int write(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
