package de.kreiswerk.core.web.server;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A connector that never opens. Felix wants one of each factory, and accepts this type only. */
public final class IdleConnector extends ServerConnector {

    /**
     * Makes one.
     *
     * @param server where it stands
     */
    public IdleConnector(Server server) {
        super(server);
    }

    @Override
    protected void doStart() {
        // Never opens.
    }

    @Override
    protected void doStop() {
        // Never opened.
    }
}
