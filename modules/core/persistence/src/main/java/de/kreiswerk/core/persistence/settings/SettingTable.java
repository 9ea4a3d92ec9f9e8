package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import org.apache.felix.cm.file.ConfigurationHandler;

/** The table {@code core_setting}: a configuration a row, in the format of Config Admin's own files. */
final class SettingTable {

    private SettingTable() {}

    static Map<String, String> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select pid, properties from core_setting")) {
            Map<String, String> found = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), row.getString(2));
                }
            }
            return found;
        }
    }

    /** Null when there is none. */
    static String find(Connection connection, String pid) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select properties from core_setting where pid = ?")) {
            select.setString(1, pid);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    static void write(Connection connection, String pid, String properties) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update core_setting set properties = ? where pid = ?")) {
            update.setString(1, properties);
            update.setString(2, pid);
            if (update.executeUpdate() > 0) {
                return;
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into core_setting (pid, properties) values (?, ?)")) {
            insert.setString(1, pid);
            insert.setString(2, properties);
            insert.executeUpdate();
        }
    }

    static void delete(Connection connection, String pid) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from core_setting where pid = ?")) {
            delete.setString(1, pid);
            delete.executeUpdate();
        }
    }

    /** An empty dictionary for null. */
    @SuppressWarnings("unchecked")
    static Dictionary<String, Object> parse(String text) throws IOException {
        return text == null
                ? new Hashtable<>()
                : ConfigurationHandler.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String format(Dictionary<String, Object> properties) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ConfigurationHandler.write(out, properties);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PersistenceFailure("A configuration cannot be written", e);
        }
    }
}
