package de.kreiswerk.core.persistence.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * A table that is there as long as a backup is being restored. What a restore that was cut off left behind is neither
 * served nor migrated: the next restore clears it away.
 */
public final class RestoreMarker {

    /** Its name. */
    public static final String TABLE = "core_restore";

    private RestoreMarker() {}

    /** Whether a restore is under way, or was cut off. */
    public static boolean isThere(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        String name = about.storesUpperCaseIdentifiers() ? TABLE.toUpperCase(Locale.ROOT) : TABLE;
        try (ResultSet table = about.getTables(null, connection.getSchema(), name, null)) {
            return table.next();
        }
    }

    /** Begins. */
    public static void set(Connection connection) throws SQLException {
        execute(connection, "create table " + TABLE + " (id integer)");
    }

    /** Ends. */
    public static void remove(Connection connection) throws SQLException {
        execute(connection, "drop table " + TABLE);
    }

    static void refuseIfThere(DataSource source) {
        try (Connection connection = source.getConnection()) {
            if (isThere(connection)) {
                throw new IllegalStateException("A restore was cut off and left half a database. Run it once more");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }
}
