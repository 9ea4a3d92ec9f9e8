package de.kreiswerk.core.persistence.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A connection that sees all tables as they were at its first question, and gives the rows of a table one after the other
 * instead of all at once.
 */
final class SnapshotSession implements AutoCloseable {

    /**
     * H2's own level. Its repeatable read takes each table as it was when that was first asked for, so that a row and the
     * record of it may fall apart.
     */
    private static final int H2_SNAPSHOT = 6;

    private final Connection connection;
    private final boolean postgresql;

    /** Begins. The connection goes back to the pool with the session, and at once when there is none. */
    SnapshotSession(Connection connection, boolean postgresql) throws SQLException {
        this.connection = connection;
        this.postgresql = postgresql;
        try {
            begin();
        } catch (SQLException | RuntimeException e) {
            try {
                close();
            } catch (SQLException | RuntimeException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private void begin() throws SQLException {
        if (!postgresql) {
            // Otherwise H2 has the whole result in memory before the first row is read.
            execute("set lazy_query_execution 1");
        }
        connection.commit();
        connection.setTransactionIsolation(postgresql ? Connection.TRANSACTION_REPEATABLE_READ : H2_SNAPSHOT);
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        // The pool sets the level back and takes the connection, whatever can still be done with it.
        try (connection) {
            try {
                connection.rollback();
            } finally {
                if (!postgresql) {
                    execute("set lazy_query_execution 0");
                    connection.commit();
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
