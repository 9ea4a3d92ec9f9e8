package de.kreiswerk.core.persistence.h2;

import de.kreiswerk.core.persistence.connection.Delegate;
import java.lang.reflect.Method;
import java.util.Set;

/** A statement that may change something: it takes the turn before. */
final class TurnStatement extends Delegate {

    private static final Set<String> EXECUTING = Set.of(
            "execute", "executeUpdate", "executeLargeUpdate", "executeQuery", "executeBatch", "executeLargeBatch");

    private final Object connection;
    private final String sql;
    private final TurnConnection turn;

    /** With the SQL that was prepared, or null when it comes with the call. */
    TurnStatement(Object statement, Object connection, String sql, TurnConnection turn) {
        super(statement);
        this.connection = connection;
        this.sql = sql;
        this.turn = turn;
    }

    @Override
    protected Object answer(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (EXECUTING.contains(name)) {
            return execute(method, arguments);
        }
        return name.equals("getConnection") ? connection : call(method, arguments);
    }

    private Object execute(Method method, Object[] arguments) throws Throwable {
        if (sql == null && arguments != null && Reading.is((String) arguments[0])) {
            return call(method, arguments);
        }
        turn.take();
        try {
            return call(method, arguments);
        } finally {
            turn.executed();
        }
    }
}
