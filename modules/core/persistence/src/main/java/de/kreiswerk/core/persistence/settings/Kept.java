package de.kreiswerk.core.persistence.settings;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Dictionary;

/**
 * What is kept for a PID. A factory's configuration may be there with nothing set; what is there once always is.
 *
 * @param there whether there is such a configuration
 * @param values what is set in the table; it holds its own PID when a factory's configuration is there
 */
record Kept(boolean there, Dictionary<String, Object> values) {

    static Kept of(Connection connection, String pid, Overrides overrides) throws SQLException, IOException {
        return of(SettingTable.find(connection, pid), pid, overrides);
    }

    /**
     * Reads a row.
     *
     * @param row null when there is none
     */
    static Kept of(String row, String pid, Overrides overrides) throws IOException {
        Dictionary<String, Object> values = SettingTable.parse(row);
        if (Pids.factory(pid).isEmpty()) {
            return new Kept(true, values);
        }
        boolean there = row != null || overrides.has(pid);
        if (there) {
            Pids.note(values, pid);
        }
        return new Kept(there, values);
    }
}
