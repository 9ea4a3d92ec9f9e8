package de.kreiswerk.core.persistence.backup;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.database.Migrations;
import de.kreiswerk.core.persistence.database.SchemaScripts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;

/** What is in a database: its tables, what refers to what, and up to which script the tables of each bundle came. */
final class Catalog {

    private static final Set<String> LARGE = Set.of("text", "character large object", "bytea", "binary varying");

    private final Connection connection;

    Catalog(Connection connection) {
        this.connection = connection;
    }

    /** Whether there is no table at all. */
    boolean isEmpty() throws SQLException {
        return names().isEmpty();
    }

    /** All tables but the histories of migrations, by name. */
    List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String name : names()) {
            if (!Table.key(name).startsWith(Migrations.HISTORY)) {
                tables.add(new Table(name, columns(name)));
            }
        }
        return tables;
    }

    /** For each history the version of the last script that ran, in the order in which the first ones ran. */
    Map<String, MigrationVersion> versions() throws SQLException {
        Map<String, Instant> began = new HashMap<>();
        for (String name : names()) {
            if (Table.key(name).startsWith(Migrations.HISTORY)) {
                began.put(name, began(name));
            }
        }
        List<String> histories = new ArrayList<>(began.keySet());
        histories.sort(Comparator.<String, Instant>comparing(began::get).thenComparing(Comparator.naturalOrder()));
        Map<String, MigrationVersion> versions = new LinkedHashMap<>();
        for (String name : histories) {
            versions.put(Table.key(name).substring(Migrations.HISTORY.length()), version(name));
        }
        return versions;
    }

    /** Of histories those whose scripts are not all kept: nobody but the bundle itself could make its tables anew. */
    Set<String> notKept(Map<String, MigrationVersion> versions) throws SQLException {
        Map<String, MigrationVersion> missing = new LinkedHashMap<>(versions);
        missing.values().removeIf(SchemaScripts.number(null)::equals);
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select history, name from core_script")) {
            while (row.next()) {
                MigrationVersion kept = SchemaScripts.version(row.getString(2)).orElse(SchemaScripts.number(null));
                missing.computeIfPresent(
                        row.getString(1), (history, version) -> kept.compareTo(version) >= 0 ? null : version);
            }
        }
        return missing.keySet();
    }

    private Instant began(String history) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select min(\"installed_on\") from " + Table.quoted(history))) {
            row.next();
            Timestamp first = row.getTimestamp(1);
            return first == null ? Instant.MAX : first.toInstant();
        }
    }

    /** The sequences that are no identity's, and the number that each gives next. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> sequences = new TreeMap<>();
        boolean postgresql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        try (PreparedStatement select = connection.prepareStatement("select sequence_name, increment, "
                + (postgresql ? "0" : "base_value")
                + " from information_schema.sequences where sequence_schema = ?")) {
            select.setString(1, connection.getSchema());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(1);
                    sequences.put(name, postgresql ? next(name, row.getLong(2)) : row.getLong(3));
                }
            }
        }
        return sequences;
    }

    private long next(String sequence, long increment) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select last_value, is_called from " + Table.quoted(sequence))) {
            row.next();
            return row.getLong(1) + (row.getBoolean(2) ? increment : 0);
        }
    }

    List<String> names() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select table_name from information_schema.tables"
                + " where table_schema = ? and table_type = 'BASE TABLE' order by table_name")) {
            select.setString(1, connection.getSchema());
            try (ResultSet row = select.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (row.next()) {
                    names.add(row.getString(1));
                }
                return names;
            }
        }
    }

    private List<Table.Column> columns(String table) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select column_name, data_type, is_identity from information_schema.columns"
                        + " where table_schema = ? and table_name = ? order by ordinal_position")) {
            select.setString(1, connection.getSchema());
            select.setString(2, table);
            try (ResultSet row = select.executeQuery()) {
                List<Table.Column> columns = new ArrayList<>();
                while (row.next()) {
                    String name = row.getString(1);
                    String type = row.getString(2);
                    columns.add(new Table.Column(
                            name,
                            ColumnType.of(type)
                                    .orElseThrow(() -> unknownType(Table.key(table) + "." + Table.key(name), type)),
                            row.getString(3).equals("YES"),
                            LARGE.contains(type.toLowerCase(Locale.ROOT))));
                }
                return columns;
            }
        }
    }

    private static ProblemException unknownType(String column, String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return new ProblemException(
                Problem.Kind.CONFLICT,
                "backup-type-unknown",
                new Text("Sicherung nicht möglich", "Backup not possible"),
                new Text(
                        "Die Spalte " + column + " hat den Typ " + name
                                + ", den keine Sicherung kennt; darum wird von der"
                                + " ganzen Datenbank keine gemacht. Spielen Sie eine Version der Komponente ein, die einen"
                                + " anderen Typ nimmt (docs/components.md nennt sie), oder löschen Sie sie mit ihren Daten.",
                        "The column " + column + " has the type " + name
                                + ", which no backup knows; so none is made of the"
                                + " whole database. Deploy a version of the component that takes another type"
                                + " (docs/components.md names them), or delete it with its data."));
    }

    /** Versions are compared here: only Flyway knows that 1.10 comes behind 1.9. */
    private MigrationVersion version(String history) throws SQLException {
        MigrationVersion last = SchemaScripts.number(null);
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(
                        "select \"version\" from " + Table.quoted(history) + " where \"success\"")) {
            while (row.next()) {
                MigrationVersion version = SchemaScripts.number(row.getString(1));
                last = version.compareTo(last) > 0 ? version : last;
            }
        }
        return last;
    }

    /** What the tables refer to. */
    List<ForeignKey> foreignKeys(Collection<Table> tables) throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        for (Table table : tables) {
            Map<String, ForeignKey> found = new LinkedHashMap<>();
            try (ResultSet row = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table.name())) {
                while (row.next()) {
                    String name = row.getString("FK_NAME");
                    if (!found.containsKey(name)) {
                        found.put(
                                name,
                                new ForeignKey(
                                        name,
                                        table.name(),
                                        new ArrayList<>(),
                                        row.getString("PKTABLE_NAME"),
                                        new ArrayList<>(),
                                        row.getShort("DELETE_RULE")));
                    }
                    found.get(name).columns().add(row.getString("FKCOLUMN_NAME"));
                    found.get(name).targetColumns().add(row.getString("PKCOLUMN_NAME"));
                }
            }
            keys.addAll(found.values());
        }
        return keys;
    }
}
