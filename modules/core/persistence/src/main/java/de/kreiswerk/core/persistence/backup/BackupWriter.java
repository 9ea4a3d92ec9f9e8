package de.kreiswerk.core.persistence.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.api.MigrationVersion;

/** Writes what a session sees: a zip with an entry for each table, in it a JSON array a row, and a manifest at its end. */
final class BackupWriter {

    private static final int FEW = 8;
    private static final int MANY = 500;

    /** Half a surrogate pair, which H2 takes, has no UTF-8: as an escape it survives. */
    private final JsonFactory factory =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final String platform;
    private final Set<String> without;

    /**
     * Writes.
     *
     * @param platform the platform's version
     * @param without names of tables that are left out, lower case
     */
    BackupWriter(String platform, Set<String> without) {
        this.platform = platform;
        this.without = without;
    }

    Manifest write(SnapshotSession session, Instant moment, OutputStream out) throws SQLException, IOException {
        Connection connection = session.connection();
        Catalog catalog = new Catalog(connection);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        // What is large in it is compressed already.
        zip.setLevel(Deflater.BEST_SPEED);
        Map<String, MigrationVersion> versions = catalog.versions();
        List<Manifest.Entry> entries = new ArrayList<>();
        for (Table table : catalog.tables()) {
            if (!without.contains(table.key())) {
                entries.add(write(connection, table, zip));
            }
        }
        DatabaseMetaData about = connection.getMetaData();
        String database = about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
        Manifest manifest = new Manifest(platform, moment, database, versions, sequences(catalog), entries);
        zip.putNextEntry(new ZipEntry(Manifest.FILE));
        zip.write(manifest.bytes());
        zip.closeEntry();
        zip.finish();
        return manifest;
    }

    private static Map<String, Long> sequences(Catalog catalog) throws SQLException {
        Map<String, Long> sequences = new TreeMap<>();
        catalog.sequences().forEach((name, next) -> sequences.put(Table.key(name), next));
        return sequences;
    }

    private Manifest.Entry write(Connection connection, Table table, ZipOutputStream zip)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(Manifest.Entry.file(table.key())));
        Measured measured = new Measured(zip);
        long rows = 0;
        try (Statement select = connection.createStatement()) {
            select.setFetchSize(table.large() ? FEW : MANY);
            try (ResultSet row = select.executeQuery("select " + columns(table) + " from " + table.quoted());
                    JsonGenerator json = factory.createGenerator(measured)) {
                json.setRootValueSeparator(new SerializedString("\n"));
                while (row.next()) {
                    write(row, table.columns(), json);
                    rows++;
                }
            }
        }
        zip.closeEntry();
        return new Manifest.Entry(
                table.key(),
                table.columns().stream().map(Table.Column::key).toList(),
                table.columns().stream().map(Table.Column::type).toList(),
                rows,
                measured.hash());
    }

    private static String columns(Table table) {
        return Table.quoted(table.columns().stream().map(Table.Column::name).toList());
    }

    private static void write(ResultSet row, List<Table.Column> columns, JsonGenerator json)
            throws SQLException, IOException {
        json.writeStartArray();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).type().copy(row, i + 1, json);
        }
        json.writeEndArray();
    }
}
