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
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
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

    static String fingerprint(List<URL> scripts) {
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
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fileName(URL script) {
        return script.getPath().substring(script.getPath().lastIndexOf('/') + 1);
    }

    /** Whether exactly these scripts ran last, and are kept. In an empty database none did. */
    boolean has(String history, String fingerprint) {
        try (Connection connection = source.getConnection()) {
            return fingerprint.equals(kept(connection, history)) && areKept(connection, history);
        } catch (SQLException e) {
            if (isMissing(e)) {
                return false;
            }
            throw new PersistenceFailure("The migrations that ran cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean areKept(Connection connection, String history) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select name from core_script where history = ? fetch first 1 rows only")) {
            select.setString(1, history);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Class 42 of SQL's states: here only that the table is not there. */
    private static boolean isMissing(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("42");
    }

    /** Scripts of a newer version that ran before stay: what they made does, too. */
    void keep(String history, String fingerprint, List<URL> scripts) {
        try (Connection connection = source.getConnection()) {
            for (URL script : scripts) {
                keep(connection, history, script);
            }
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keep(Connection connection, String history, URL script) throws SQLException, IOException {
        String text;
        try (InputStream in = script.openStream()) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (write(
                        connection,
                        "update core_script set text = ? where history = ? and name = ?",
                        text,
                        history,
                        fileName(script))
                == 0) {
            write(
                    connection,
                    "insert into core_script (text, history, name) values (?, ?, ?)",
                    text,
                    history,
                    fileName(script));
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
