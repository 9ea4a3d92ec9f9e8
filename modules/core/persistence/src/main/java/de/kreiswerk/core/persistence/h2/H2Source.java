package de.kreiswerk.core.persistence.h2;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Connections to H2 whose file holds, whenever the process is killed, a moment that was.
 *
 * <p>H2 saves the maps of its store (tables, indexes, undo logs) one after the other, while transactions go on changing
 * them. What a kill leaves behind is then a table from before a transaction and an index from after it, or a lock of a
 * transaction that nobody knows: measured with eight writers, every seventh kill left such a file. Therefore one
 * transaction changes something at a time, and nothing changes while the file is written; see {@link Turns}. Reading waits
 * for nobody.
 */
public final class H2Source implements DataSource, AutoCloseable {

    /** Otherwise H2 writes the file at moments of its own, with threads of its own. */
    private static final String AT_EACH_COMMIT = ";WRITE_DELAY=0";

    private static final Pattern OTHER_DELAY = Pattern.compile(";WRITE_DELAY=[^;]*", Pattern.CASE_INSENSITIVE);

    private final JdbcDataSource raw = new JdbcDataSource();
    private final Turns turns = new Turns(() -> new FileSaver(raw.getConnection()), Turns.WAIT_MILLIS);

    /**
     * Opens nothing yet.
     *
     * @param url the address; what it says of {@code WRITE_DELAY} does not count
     * @param user has the rights of an administrator in H2, as the one who made the database does
     * @param password the password
     */
    public H2Source(String url, String user, String password) {
        raw.setURL(OTHER_DELAY.matcher(url).replaceAll("") + AT_EACH_COMMIT);
        raw.setUser(user);
        raw.setPassword(password);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return TurnConnection.around(raw.getConnection(), turns);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return TurnConnection.around(raw.getConnection(user, password), turns);
    }

    /** After all connections: the last one closes the database. */
    @Override
    public void close() {
        turns.close();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return raw.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        raw.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        raw.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return raw.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return raw.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return raw.isWrapperFor(type);
    }
}
