package de.kreiswerk.core.persistence.transaction;

import java.sql.Connection;
import org.osgi.service.component.annotations.Component;

/** Which connection the transaction of this thread holds. Service within this bundle only. */
@Component(service = ThreadConnection.class)
public final class ThreadConnection {

    private final ThreadLocal<Connection> bound = new ThreadLocal<>();

    Connection bind(Connection physical) {
        Connection connection = BoundConnection.around(physical);
        bound.set(connection);
        return connection;
    }

    void unbind() {
        bound.remove();
    }

    Connection get() {
        return bound.get();
    }
}
