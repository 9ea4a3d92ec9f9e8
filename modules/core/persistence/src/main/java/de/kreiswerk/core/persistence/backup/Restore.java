package de.kreiswerk.core.persistence.backup;

import de.kreiswerk.core.persistence.database.BareDatabase;
import de.kreiswerk.core.persistence.database.Migrations;
import de.kreiswerk.core.persistence.database.RestoreMarker;
import de.kreiswerk.core.persistence.database.SchemaScripts;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings a backup into an empty database: tables as they were when it was made, then their rows. The next start of the
 * platform migrates them, as any older database. What fails is taken away again.
 */
final class Restore {

    private final BackupFile backup;
    private final Map<String, SchemaScripts> scripts = new HashMap<>();
    private final Set<String> installed;

    /**
     * Prepares.
     *
     * @param backup what to restore
     * @param scripts those of the platform and of all bundles
     */
    Restore(BackupFile backup, List<SchemaScripts> scripts) {
        this.backup = backup;
        scripts.forEach(each -> this.scripts.put(each.history(), each));
        this.installed = Set.copyOf(this.scripts.keySet());
    }

    /** Whether the backup is whole, and this platform knows its tables or the backup how they are made. */
    void check() throws IOException, RestoreRefused {
        Manifest manifest = backup.manifest();
        backup.check();
        addThoseOfTheBackup();
        for (Map.Entry<String, MigrationVersion> schema : manifest.schemas().entrySet()) {
            SchemaScripts known = scripts.get(schema.getKey());
            if (known == null && !schema.getValue().equals(SchemaScripts.number(null))) {
                throw RestoreRefused.unknownTables(schema.getKey());
            }
            if (known != null && known.newest().compareTo(schema.getValue()) < 0) {
                throw RestoreRefused.newerTables(schema.getKey(), manifest.platform());
            }
        }
    }

    /** Of bundles that are not installed here, as components are not before the first start. */
    private void addThoseOfTheBackup() throws IOException, RestoreRefused {
        Set<String> missing = new HashSet<>(backup.manifest().schemas().keySet());
        missing.removeAll(scripts.keySet());
        KeptScripts.in(backup, missing).forEach(each -> scripts.put(each.history(), each));
    }

    void into(BareDatabase database) throws SQLException, IOException, RestoreRefused {
        try (Connection connection = database.pool().getConnection()) {
            Catalog catalog = new Catalog(connection);
            if (RestoreMarker.isThere(connection)) {
                clear(connection);
            }
            if (!catalog.isEmpty()) {
                throw RestoreRefused.notEmpty(database.describe());
            }
            connection.commit();
            try {
                RestoreMarker.set(connection);
                makeTables(database);
                fill(connection);
                RestoreMarker.remove(connection);
            } catch (SQLException | IOException | RestoreRefused | RuntimeException e) {
                takeAway(connection, e);
                throw e;
            }
        }
    }

    private void makeTables(BareDatabase database) {
        Migrations migrations = new Migrations(database.pool());
        Map<String, MigrationVersion> versions = backup.manifest().schemas();
        List<String> histories = new ArrayList<>(versions.keySet());
        // In the order in which they came to the database, and what refers to the platform's tables behind those.
        histories.sort(Comparator.comparingInt(this::place));
        for (String history : histories) {
            if (scripts.containsKey(history)) {
                migrations.runUpTo(scripts.get(history), versions.get(history));
            }
        }
    }

    private int place(String history) {
        if (history.equals(SchemaScripts.ofThisBundle().history())) {
            return 0;
        }
        return installed.contains(history) ? 1 : 2;
    }

    private void fill(Connection connection) throws SQLException, IOException, RestoreRefused {
        Catalog catalog = new Catalog(connection);
        List<Table> tables = catalog.tables();
        LoadOrder order = LoadOrder.of(tables, catalog.foreignKeys(tables));
        Map<String, Manifest.Entry> entries = new LinkedHashMap<>();
        backup.manifest().tables().forEach(entry -> entries.put(entry.table(), entry));
        for (ForeignKey key : order.apart()) {
            execute(connection, key.drop());
        }
        // What scripts wrote; who refers to others first.
        for (int i = order.tables().size() - 1; i >= 0; i--) {
            if (entries.containsKey(order.tables().get(i).key())) {
                execute(connection, "delete from " + order.tables().get(i).quoted());
            }
        }
        for (Table table : order.tables()) {
            Manifest.Entry entry = entries.remove(table.key());
            if (entry != null) {
                new Loading(connection, backup).load(table, entry);
            }
        }
        if (!entries.isEmpty()) {
            throw RestoreRefused.unknownTables(entries.keySet().iterator().next());
        }
        for (ForeignKey key : order.apart()) {
            execute(connection, key.add());
        }
        for (String name : catalog.sequences().keySet()) {
            Long next = backup.manifest().sequences().get(Table.key(name));
            if (next != null) {
                execute(connection, "alter sequence " + Table.quoted(name) + " restart with " + next);
            }
        }
        connection.commit();
    }

    /** What cannot be taken away now is by the next restore, and nothing starts on it until then. */
    private static void takeAway(Connection connection, Exception failure) {
        try {
            connection.rollback();
            clear(connection);
        } catch (SQLException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** The database was empty, so all of it is the restore's own. The mark goes last: until then it can be done again. */
    private static void clear(Connection connection) throws SQLException {
        Catalog catalog = new Catalog(connection);
        List<String> names = new ArrayList<>(catalog.names());
        names.removeIf(name -> Table.key(name).equals(RestoreMarker.TABLE));
        for (String name : names) {
            execute(connection, "drop table " + Table.quoted(name) + " cascade");
        }
        for (String name : catalog.sequences().keySet()) {
            execute(connection, "drop sequence " + Table.quoted(name));
        }
        connection.commit();
        if (RestoreMarker.isThere(connection)) {
            RestoreMarker.remove(connection);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
