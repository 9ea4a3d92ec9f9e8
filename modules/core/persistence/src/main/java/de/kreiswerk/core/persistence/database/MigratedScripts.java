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

/** Remembers which scripts ran last, by a fingerprint over the names and the bytes of all of them. */
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

    /** Whether exactly these scripts ran last. In an empty database none did. */
    boolean has(String history, String fingerprint) {
        try (Connection connection = source.getConnection()) {
            return fingerprint.equals(kept(connection, history));
        } catch (SQLException e) {
            if (isMissing(e)) {
                return false;
            }
            throw new PersistenceFailure("The migrations that ran cannot be read: " + e.getMessage(), e);
        }
    }

    /** Class 42 of SQL's states: here only that the table is not there. */
    private static boolean isMissing(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("42");
    }

    void keep(String history, String fingerprint) {
        try (Connection connection = source.getConnection()) {
            if (kept(connection, history) == null) {
                write(
                        connection,
                        "insert into core_migrated (fingerprint, history) values (?, ?)",
                        fingerprint,
                        history);
            } else {
                write(connection, "update core_migrated set fingerprint = ? where history = ?", fingerprint, history);
            }
            connection.commit();
        } catch (SQLException e) {
            // Two nodes that start at the same time keep the same; the next start asks Flyway once more otherwise.
            LOG.debug("The fingerprint of {} was not kept: {}", history, e.getMessage());
        }
    }

    /** They run anew the next time. */
    static void forget(Connection connection, String history) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from core_migrated where history = ?")) {
            delete.setString(1, history);
            delete.executeUpdate();
        }
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

    private static void write(Connection connection, String sql, String fingerprint, String history)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, fingerprint);
            statement.setString(2, history);
            statement.executeUpdate();
        }
    }
}
