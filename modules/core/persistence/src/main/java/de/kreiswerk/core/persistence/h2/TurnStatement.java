package de.kreiswerk.core.persistence.h2;

import de.kreiswerk.core.persistence.connection.Delegate;
import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * A statement that may change something: it takes the turn before. Also one that is given something: H2 makes local time of each
 * {@link Timestamp} and takes the earlier one of two moments with the same local time, so that in the hour that comes twice in October
 * what is read would not be what was written. Therefore it is given the moment with its offset.
 */
final class TurnStatement extends Delegate {

    private static final Set<String> EXECUTING = Set.of(
            "execute", "executeUpdate", "executeLargeUpdate", "executeQuery", "executeBatch", "executeLargeBatch");

    private final Object statement;
    private final Object connection;
    private final boolean isReading;
    private final TurnConnection turn;

    /** @param isReading whether it was prepared and only reads; else the SQL may come with the call */
    TurnStatement(Object statement, Object connection, boolean isReading, TurnConnection turn) {
        super(statement);
        this.statement = statement;
        this.connection = connection;
        this.isReading = isReading;
        this.turn = turn;
    }

    @Override
    protected Object answer(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (EXECUTING.contains(name)) {
            return execute(method, arguments);
        }
        if (isMoment(name, arguments)) {
            Timestamp time = (Timestamp) arguments[1];
            ((PreparedStatement) statement)
                    .setObject((Integer) arguments[0], time.toInstant().atOffset(ZoneOffset.UTC));
            return null;
        }
        return name.equals("getConnection") ? connection : call(method, arguments);
    }

    /** With a calendar it is asked for local time. */
    private static boolean isMoment(String name, Object[] arguments) {
        return name.startsWith("set")
                && arguments.length == 2
                && arguments[0] instanceof Integer
                && arguments[1] instanceof Timestamp;
    }

    private Object execute(Method method, Object[] arguments) throws Throwable {
        if (isReading || arguments != null && Reading.is((String) arguments[0])) {
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
