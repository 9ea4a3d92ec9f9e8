package de.kreiswerk.core.persistence.h2;

import de.kreiswerk.core.persistence.connection.Delegate;
import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A connection that takes the turn with the first statement of a transaction that may change something, and gives it back
 * with the transaction's end.
 */
final class TurnConnection extends Delegate {

    private final Turns turns;
    private final AtomicBoolean mine = new AtomicBoolean();
    private final AtomicReference<Runnable> afterwards;
    private volatile boolean autoCommit = true;
    private volatile boolean aborted;

    private TurnConnection(Connection physical, Turns turns, Runnable afterwards) {
        super(physical);
        this.turns = turns;
        this.afterwards = new AtomicReference<>(afterwards);
    }

    /** The last thing is done once, when the connection is closed. */
    static Connection around(Connection physical, Turns turns, Runnable afterwards) {
        return new TurnConnection(physical, turns, afterwards).as(Connection.class);
    }

    @Override
    protected Object answer(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "createStatement":
                return new TurnStatement(call(method, arguments), proxy, false, this).as(Statement.class);
            case "prepareStatement":
                return prepared(PreparedStatement.class, proxy, method, arguments);
            case "prepareCall":
                return prepared(CallableStatement.class, proxy, method, arguments);
            case "createBlob", "createClob", "createNClob":
                take();
                return call(method, arguments);
            case "commit":
                call(method, arguments);
                committed();
                return null;
            case "setAutoCommit":
                call(method, arguments);
                autoCommit = (boolean) arguments[0];
                if (autoCommit) {
                    // That committed.
                    committed();
                }
                return null;
            case "rollback":
                return arguments == null ? end(method, null) : call(method, arguments);
            case "close":
                return close(method, arguments);
            case "abort":
                // H2 does nothing then: whoever is at work would go on, and commit what nobody writes to the file.
                aborted = true;
                ((Connection) proxy).close();
                return null;
            default:
                return call(method, arguments);
        }
    }

    private <T extends PreparedStatement> Object prepared(
            Class<T> type, Object proxy, Method method, Object[] arguments) throws Throwable {
        Object statement = call(method, arguments);
        String sql = (String) arguments[0];
        boolean isReading = Reading.is(sql);
        // What only reads, and is given nothing, is as fast as without.
        return isReading && sql.indexOf('?') < 0
                ? statement
                : new TurnStatement(statement, proxy, isReading, this).as(type);
    }

    /** Before something may change. */
    void take() throws SQLException {
        if (!mine.get()) {
            mustGoOn();
            turns.take();
            mine.set(true);
        }
    }

    /** After a statement that took the turn, since it may have been a transaction of its own. */
    void executed() throws SQLException {
        if (autoCommit) {
            committed();
        }
    }

    private void committed() throws SQLException {
        if (mine.compareAndSet(true, false)) {
            turns.awaitSaved(turns.giveBackCommitted());
        } else {
            mustGoOn();
        }
    }

    private void mustGoOn() throws SQLException {
        if (aborted) {
            throw new SQLException("The connection was aborted", Life.CLOSED);
        }
    }

    private Object close(Method method, Object[] arguments) throws Throwable {
        try {
            return end(method, arguments);
        } finally {
            Runnable last = afterwards.getAndSet(null);
            if (last != null) {
                last.run();
            }
        }
    }

    private Object end(Method method, Object[] arguments) throws Throwable {
        try {
            return call(method, arguments);
        } finally {
            if (mine.compareAndSet(true, false)) {
                turns.giveBack();
            }
        }
    }
}
