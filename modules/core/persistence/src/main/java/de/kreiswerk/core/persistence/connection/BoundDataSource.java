package de.kreiswerk.core.persistence.connection;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Hands every persistence unit of a transaction the one connection that the thread's transaction holds. Outside of a
 * transaction (EclipseLink asks once at its start what database it talks to) it hands out one of the pool.
 */
public final class BoundDataSource implements DataSource {

    private final DataSource pool;
    private final ThreadConnection thread;

    public BoundDataSource(DataSource pool, ThreadConnection thread) {
        this.pool = pool;
        this.thread = thread;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection bound = thread.get();
        return bound == null ? pool.getConnection() : bound;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Not used.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The pool has its own.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
