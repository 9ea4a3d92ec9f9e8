package de.kreiswerk.core.persistence.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the file of an H2 database when it is told to. H2 itself knows two ways: after each commit, one write for each, or
 * some time later, in threads of its own that a commit does not wait for. The store below it knows a third one, no write that
 * nobody asked for, which has no name in SQL.
 */
final class FileSaver implements Turns.Saver {

    private static final Logger LOG = LoggerFactory.getLogger(FileSaver.class);
    private static final int ONLY_WHEN_ASKED = -1;

    private final Connection connection;
    private final MVStore store;

    /** Takes the connection. */
    FileSaver(Connection connection) {
        this.connection = connection;
        this.store = storeOf(connection);
        if (store == null) {
            LOG.info("Commits are written one by one: this H2 is another one");
        }
    }

    @Override
    public void begin() {
        // Each connection that is opened sets it back.
        if (store != null && store.getAutoCommitDelay() != ONLY_WHEN_ASKED) {
            store.setAutoCommitDelay(ONLY_WHEN_ASKED);
        }
    }

    @Override
    public void save() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
        // Closed by somebody else's failure meanwhile, it says nothing and writes nothing.
        if (store != null && store.isClosed()) {
            throw new SQLException("The database was closed while it was to be written", Life.CLOSED);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Null when it is not within this process. Without it each commit is written by itself: as safe, and slower. */
    static MVStore storeOf(Connection connection) {
        try {
            Object session = connection.getClass().getMethod("getSession").invoke(connection);
            Object database = session.getClass().getMethod("getDatabase").invoke(session);
            Object store = database.getClass().getMethod("getStore").invoke(database);
            return (MVStore) store.getClass().getMethod("getMvStore").invoke(store);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("The store of this H2 cannot be reached", e);
            return null;
        }
    }
}
