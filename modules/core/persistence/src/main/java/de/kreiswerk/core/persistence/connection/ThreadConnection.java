package de.kreiswerk.core.persistence.connection;

import java.sql.Connection;
import org.osgi.service.component.annotations.Component;

/** Which connection the transaction of this thread holds. Service within this bundle only. */
@Component(service = ThreadConnection.class)
public final class ThreadConnection {

    private final ThreadLocal<Connection> bound = new ThreadLocal<>();

    /** Binds a connection to this thread and returns it as its users get it. */
    public Connection bind(Connection physical) {
        Connection connection = BoundConnection.around(physical);
        bound.set(connection);
        return connection;
    }

    public void unbind() {
        bound.remove();
    }

    /** The connection as its users get it, null outside of a transaction. */
    public Connection get() {
        return bound.get();
    }
}
