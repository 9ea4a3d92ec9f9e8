package de.kreiswerk.core.persistence.h2;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A connection that takes the turn with the first statement of a transaction that may change something, and gives it back
 * with the transaction's end.
 */
final class TurnConnection implements InvocationHandler {

    private final Connection physical;
    private final Turns turns;
    private final AtomicBoolean mine = new AtomicBoolean();
    private volatile boolean autoCommit = true;

    private TurnConnection(Connection physical, Turns turns) {
        this.physical = physical;
        this.turns = turns;
    }

    static Connection around(Connection physical, Turns turns) {
        return proxy(Connection.class, new TurnConnection(physical, turns));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "createStatement":
                return proxy(Statement.class, new TurnStatement(call(method, arguments), proxy, null, this));
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
            case "close", "abort":
                return end(method, arguments);
            case "equals":
                return proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            default:
                return call(method, arguments);
        }
    }

    private <T extends PreparedStatement> Object prepared(
            Class<T> type, Object proxy, Method method, Object[] arguments) throws Throwable {
        Object statement = call(method, arguments);
        String sql = (String) arguments[0];
        // What only reads is as fast as without.
        return Reading.is(sql) ? statement : proxy(type, new TurnStatement(statement, proxy, sql, this));
    }

    /** Before something may change. */
    void take() throws SQLException {
        if (!mine.get()) {
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

    private Object call(Method method, Object[] arguments) throws Throwable {
        return call(physical, method, arguments);
    }

    static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(TurnConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
