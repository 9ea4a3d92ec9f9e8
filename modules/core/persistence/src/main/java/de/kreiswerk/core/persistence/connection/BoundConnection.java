package de.kreiswerk.core.persistence.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** A connection whose end is decided by the transaction alone: close, commit and rollback do nothing. */
final class BoundConnection implements InvocationHandler {

    private final Connection physical;

    private BoundConnection(Connection physical) {
        this.physical = physical;
    }

    static Connection around(Connection physical) {
        return (Connection) Proxy.newProxyInstance(
                BoundConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new BoundConnection(physical));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
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
            case "equals":
                return proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            default:
                return call(method, arguments);
        }
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(physical, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
