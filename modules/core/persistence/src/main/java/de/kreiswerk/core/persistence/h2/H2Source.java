package de.kreiswerk.core.persistence.h2;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.TimeUnit;
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
 *
 * <p>H2 closes a database whose file it could not write. Whoever uses a connection to it once more makes H2 forget the database
 * that it knows under the name, and that is by then the one which was opened anew: nobody could reach it any more, nor open
 * the file that it holds. Therefore the file is opened anew when the last connection to the old database is closed.
 */
public final class H2Source implements DataSource, AutoCloseable {

    /** Otherwise H2 writes the file at moments of its own, with threads of its own. */
    private static final String AT_EACH_COMMIT = ";WRITE_DELAY=0";

    private static final Pattern OTHER_DELAY = Pattern.compile(";WRITE_DELAY=[^;]*", Pattern.CASE_INSENSITIVE);

    private final JdbcDataSource raw = new JdbcDataSource();
    private final long waitMillis;
    private final Object lives = new Object();
    private Life life;
    private boolean closed;

    /**
     * Opens nothing yet.
     *
     * @param url the address; what it says of {@code WRITE_DELAY} does not count
     * @param user has the rights of an administrator in H2, as the one who made the database does
     * @param password the password
     */
    public H2Source(String url, String user, String password) {
        this(url, user, password, Turns.WAIT_MILLIS);
    }

    H2Source(String url, String user, String password, long waitMillis) {
        this.waitMillis = waitMillis;
        this.life = newLife();
        raw.setURL(OTHER_DELAY.matcher(url).replaceAll("") + AT_EACH_COMMIT);
        raw.setUser(user);
        raw.setPassword(password);
    }

    private Life newLife() {
        return new Life(raw::getConnection, waitMillis);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Life mine = join();
        Connection connection = null;
        try {
            connection = TurnConnection.around(mine.open(), mine.turns(), () -> leave(mine));
            return connection;
        } finally {
            if (connection == null) {
                leave(mine);
            }
        }
    }

    /** H2 has one user, whose rights everybody here has. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    private Life join() throws SQLException {
        synchronized (lives) {
            if (closed) {
                throw new SQLException("The database is closed for good", Life.CLOSED);
            }
            if (life.isOver()) {
                awaitAllGone();
                life.turns().close();
                life = newLife();
            }
            life.join();
            return life;
        }
    }

    private void awaitAllGone() throws SQLException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
        while (life.isInUse()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new SQLException("Connections to the database that a failure closed are still open", Life.CLOSED);
            }
            try {
                lives.wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("Interrupted while the database was to be opened anew", e);
            }
        }
    }

    private void leave(Life left) {
        synchronized (lives) {
            left.leave();
            lives.notifyAll();
        }
    }

    /** After all connections: the last one closes the database. */
    @Override
    public void close() {
        Turns last;
        synchronized (lives) {
            closed = true;
            last = life.turns();
        }
        // Whoever has the turn gives it back and leaves.
        last.close();
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
