package de.kreiswerk.core.persistence.h2;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.mvstore.MVStore;

/** A database from when its file was opened until it is closed, by a failure or with its last connection. */
final class Life {

    /** As H2 says it of a database. */
    static final String CLOSED = "90098";

    private final Opener raw;
    private final Turns turns;

    /** Of the first connection. */
    private volatile MVStore store;

    /** Connections that are open or being opened; guarded by who counts them. */
    private int users;

    /** Opens connections to whatever database H2 has under the name. */
    @FunctionalInterface
    interface Opener {

        Connection open() throws SQLException;
    }

    Life(Opener raw, long waitMillis) {
        this.raw = raw;
        this.turns = new Turns(() -> new FileSaver(open()), waitMillis);
    }

    Turns turns() {
        return turns;
    }

    void join() {
        users++;
    }

    void leave() {
        users--;
    }

    boolean isInUse() {
        return users > 0;
    }

    /** Whether its file is closed. One who is closing it is waited for. */
    boolean isOver() {
        MVStore known = store;
        return known != null && known.isClosed();
    }

    /** A connection to this database, and to no other one of its name. */
    Connection open() throws SQLException {
        if (isOver()) {
            throw over();
        }
        Connection connection = raw.open();
        MVStore opened = FileSaver.storeOf(connection);
        if (!isMine(opened)) {
            connection.close();
            throw over();
        }
        return connection;
    }

    private synchronized boolean isMine(MVStore opened) {
        if (store == null) {
            store = opened;
        }
        return store == opened;
    }

    private static SQLException over() {
        return new SQLException("The database is closed; it is opened anew when nobody has a connection to it", CLOSED);
    }
}
