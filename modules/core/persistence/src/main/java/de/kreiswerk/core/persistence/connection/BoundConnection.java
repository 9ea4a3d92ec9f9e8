package de.kreiswerk.core.persistence.connection;

import java.lang.reflect.Method;
import java.sql.Connection;

/** A connection whose end is decided by the transaction alone: close, commit and rollback do nothing. */
final class BoundConnection extends Delegate {

    private BoundConnection(Connection physical) {
        super(physical);
    }

    static Connection around(Connection physical) {
        return new BoundConnection(physical).as(Connection.class);
    }

    @Override
    protected Object answer(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "close", "setAutoCommit", "abort", "setTransactionIsolation", "setReadOnly":
                return null;
            case "commit":
                return null;
            case "rollback":
                // To a savepoint is the owner's own affair; of everything is the transaction's.
                return arguments == null ? null : call(method, arguments);
            case "getAutoCommit", "isClosed":
                return false;
            default:
                return call(method, arguments);
        }
    }
}
