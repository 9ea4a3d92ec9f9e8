package de.kreiswerk.core.persistence.h2;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Set;

/** A statement that may change something: it takes the turn before. */
final class TurnStatement implements InvocationHandler {

    private static final Set<String> EXECUTING = Set.of(
            "execute", "executeUpdate", "executeLargeUpdate", "executeQuery", "executeBatch", "executeLargeBatch");

    private final Object statement;
    private final Object connection;
    private final String sql;
    private final TurnConnection turn;

    /** With the SQL that was prepared, or null when it comes with the call. */
    TurnStatement(Object statement, Object connection, String sql, TurnConnection turn) {
        this.statement = statement;
        this.connection = connection;
        this.sql = sql;
        this.turn = turn;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (EXECUTING.contains(name)) {
            return execute(method, arguments);
        }
        return switch (name) {
            case "getConnection" -> connection;
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> TurnConnection.call(statement, method, arguments);
        };
    }

    private Object execute(Method method, Object[] arguments) throws Throwable {
        if (sql == null && arguments != null && Reading.is((String) arguments[0])) {
            return TurnConnection.call(statement, method, arguments);
        }
        turn.take();
        try {
            return TurnConnection.call(statement, method, arguments);
        } finally {
            turn.executed();
        }
    }
}
