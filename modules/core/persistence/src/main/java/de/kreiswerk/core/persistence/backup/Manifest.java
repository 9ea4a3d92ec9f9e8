package de.kreiswerk.core.persistence.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreiswerk.core.persistence.database.SchemaScripts;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;

/**
 * What a backup says of itself. It is the last entry, so that a backup which was cut off has none.
 *
 * @param platform the version of the platform that made it
 * @param moment when it was begun
 * @param database the database that it was made of
 * @param schemas for each history of migrations the version of the last script that had run, in the order in which they began
 * @param sequences for each sequence the number that it gives next, by its name in lower case; not those of identities
 * @param tables what is in it
 */
record Manifest(
        String platform,
        Instant moment,
        String database,
        Map<String, MigrationVersion> schemas,
        Map<String, Long> sequences,
        List<Entry> tables) {

    static final String FILE = "manifest.json";
    static final String FORMAT = "kreiswerk-backup";
    /** A reader of an older number cannot read a newer one. */
    static final int VERSION = 2;

    /**
     * A table.
     *
     * @param table its name, lower case
     * @param columns their names, lower case, in the order of the values
     * @param types what each holds
     * @param rows how many
     * @param sha256 of the entry's bytes
     */
    record Entry(String table, List<String> columns, List<ColumnType> types, long rows, String sha256) {

        String file() {
            return file(table);
        }

        static String file(String table) {
            return "tables/" + table + ".jsonl";
        }
    }

    long rows() {
        return tables.stream().mapToLong(Entry::rows).sum();
    }

    /** The oldest that will do, so that platforms of before read what they can. */
    private int version() {
        return tables.stream()
                .flatMap(table -> table.types().stream())
                .mapToInt(ColumnType::format)
                .max()
                .orElse(1);
    }

    byte[] bytes() throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        root.put("format", FORMAT);
        root.put("version", version());
        root.put("platform", platform);
        root.put("moment", moment.toString());
        root.put("database", database);
        ObjectNode versions = root.putObject("schemas");
        schemas.forEach((history, version) -> put(versions, history, version.getVersion()));
        ObjectNode next = root.putObject("sequences");
        sequences.forEach(next::put);
        for (Entry entry : tables) {
            ObjectNode table = root.withArray("tables").addObject();
            table.put("name", entry.table);
            table.put("file", entry.file());
            table.put("rows", entry.rows);
            table.put("sha256", entry.sha256);
            ObjectNode columns = table.putObject("columns");
            for (int i = 0; i < entry.columns.size(); i++) {
                columns.put(entry.columns.get(i), entry.types.get(i).name());
            }
        }
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    /** A number where it is one, as readers of before know it. */
    private static void put(ObjectNode versions, String history, String version) {
        if (version.matches("[0-9]{1,9}")) {
            versions.put(history, Integer.parseInt(version));
        } else {
            versions.put(history, version);
        }
    }

    static Manifest parse(byte[] bytes) throws IOException, RestoreRefused {
        JsonNode root = new ObjectMapper().readTree(bytes);
        if (!root.path("format").asText().equals(FORMAT)) {
            throw RestoreRefused.foreign();
        }
        int version = root.path("version").asInt();
        if (version < 1 || version > VERSION) {
            throw RestoreRefused.newerFormat(root.path("platform").asText());
        }
        try {
            Map<String, MigrationVersion> schemas = new LinkedHashMap<>();
            root.path("schemas")
                    .properties()
                    .forEach(one -> schemas.put(
                            one.getKey(), SchemaScripts.number(one.getValue().asText())));
            Map<String, Long> sequences = new TreeMap<>();
            root.path("sequences")
                    .properties()
                    .forEach(one -> sequences.put(one.getKey(), one.getValue().asLong()));
            List<Entry> tables = new ArrayList<>();
            root.path("tables").forEach(table -> tables.add(entry(table)));
            return new Manifest(
                    root.path("platform").asText(),
                    Instant.parse(root.path("moment").asText()),
                    root.path("database").asText(),
                    schemas,
                    sequences,
                    tables);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw RestoreRefused.damaged(FILE);
        }
    }

    private static Entry entry(JsonNode table) {
        List<String> columns = new ArrayList<>();
        List<ColumnType> types = new ArrayList<>();
        table.path("columns").properties().forEach(column -> {
            columns.add(column.getKey());
            types.add(ColumnType.valueOf(column.getValue().asText()));
        });
        return new Entry(
                table.path("name").asText(),
                columns,
                types,
                table.path("rows").asLong(),
                table.path("sha256").asText());
    }
}
