package de.kreiswerk.runtime.bench.face;

import java.util.List;

/**
 * A row of a table.
 *
 * @param insert the statement that writes it
 * @param values its values
 */
record Row(String insert, List<Object> values) {

    static Row of(String table, List<String> columns, List<Object> values) {
        return new Row(
                "insert into " + table + " (" + String.join(", ", columns) + ") values (?"
                        + ", ?".repeat(columns.size() - 1) + ")",
                values);
    }
}
