package de.kreiswerk.core.persistence.backup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table as it is found in a database.
 *
 * @param name as the database has it: upper case in H2
 * @param columns in their order
 */
record Table(String name, List<Column> columns) {

    /**
     * A column.
     *
     * @param name as the database has it
     * @param type what it holds
     * @param numbered whether the database draws a number for it when none is given
     * @param large whether a value may have megabytes
     */
    record Column(String name, ColumnType type, boolean numbered, boolean large) {

        String key() {
            return Table.key(name);
        }
    }

    Table {
        columns = List.copyOf(columns);
    }

    /** The name that it has in every database, and in a backup. */
    String key() {
        return key(name);
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    Optional<Column> column(String key) {
        return columns.stream().filter(column -> column.key().equals(key)).findFirst();
    }

    /** Whether a row may be large, so that few of them are taken at once. */
    boolean large() {
        return columns.stream().anyMatch(Column::large);
    }

    String quoted() {
        return quoted(name);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return names.stream().map(Table::quoted).collect(Collectors.joining(", "));
    }
}
