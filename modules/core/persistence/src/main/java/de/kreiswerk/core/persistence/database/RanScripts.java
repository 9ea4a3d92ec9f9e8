package de.kreiswerk.core.persistence.database;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import java.net.URL;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;

/**
 * What a bundle's history says ran, before more of it runs. Flyway compares scripts by a checksum that line breaks do not change:
 * with one line break, what was a comment when it ran is a statement that seems to have run. And two bundles whose names differ in a dot
 * would share a history. Whoever judges a component by its scripts relies on neither.
 */
final class RanScripts {

    private final DataSource source;
    private final String history;

    RanScripts(DataSource source, String history) {
        this.source = source;
        this.history = history;
    }

    /**
     * Whether each of these ran, as it is; whatever a newer version ran besides. What runs again when it changes is not looked at here.
     *
     * @throws PersistenceFailure says which script ran as another text, or whose history this is
     */
    boolean haveAll(String bundle, List<URL> scripts) {
        try (Connection connection = source.getConnection()) {
            Map<MigrationVersion, String> ran = ran(connection);
            if (ran.isEmpty()) {
                return false;
            }
            requireOwn(connection, bundle);
            Map<String, String> kept = kept(connection);
            boolean all = true;
            for (URL script : scripts) {
                String name = MigratedScripts.fileName(script);
                String then = SchemaScripts.version(name).map(ran::get).orElse(null);
                if (then != null && !isSame(script, name, then, kept.get(then))) {
                    throw new PersistenceFailure(
                            "The script " + name + " of " + bundle + " is not as it was when it ran. What ran is never"
                                    + " changed; a new script goes on from there.",
                            null);
                }
                // What ran under another name was refused.
                all &= then != null && kept.containsKey(name);
            }
            return all;
        } catch (SQLException e) {
            throw new PersistenceFailure("The migrations that ran cannot be read: " + e.getMessage(), e);
        }
    }

    /** A text that was not kept, long ago, cannot be compared. */
    private static boolean isSame(URL script, String name, String then, String text) {
        return name.equals(then) && (text == null || plain(text).equals(plain(MigratedScripts.text(script))));
    }

    /** Some write the ends of lines in two characters; that changes nothing. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n");
    }

    /** The file of each version that ran; nothing when there is no history yet. */
    private Map<MigrationVersion, String> ran(Connection connection) throws SQLException {
        if (!new MadeThings(connection).present().containsKey(MadeThing.history(history))) {
            return Map.of();
        }
        try (PreparedStatement select = connection.prepareStatement(
                        "select \"script\" from \"" + Migrations.HISTORY + history + "\" where \"success\"");
                ResultSet row = select.executeQuery()) {
            Map<MigrationVersion, String> ran = new TreeMap<>();
            while (row.next()) {
                String name = row.getString(1);
                SchemaScripts.version(name).ifPresent(version -> ran.put(version, name));
            }
            return ran;
        }
    }

    private void requireOwn(Connection connection, String bundle) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select bundle from core_made where kind = ? and name = ?")) {
            select.setString(1, MadeThing.Kind.TABLE.name());
            select.setString(2, MadeThing.history(history).name());
            try (ResultSet row = select.executeQuery()) {
                if (row.next() && !row.getString(1).equals(bundle)) {
                    throw new PersistenceFailure(
                            bundle + " and " + row.getString(1) + " would share the history " + Migrations.HISTORY
                                    + history
                                    + " of their tables. One of them needs a name that differs in letters or digits.",
                            null);
                }
            }
        }
    }

    private Map<String, String> kept(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select name, text from core_script where history = ?")) {
            select.setString(1, history);
            try (ResultSet row = select.executeQuery()) {
                Map<String, String> kept = new HashMap<>();
                while (row.next()) {
                    kept.put(row.getString(1), row.getString(2));
                }
                return kept;
            }
        }
    }
}
