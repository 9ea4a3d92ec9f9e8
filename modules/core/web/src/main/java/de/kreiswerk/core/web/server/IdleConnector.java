package de.kreiswerk.core.web.server;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A connector that never opens. Felix wants one of each factory, and accepts this type only. */
public final class IdleConnector extends ServerConnector {

    private final Runnable whenStopped;

    /**
     * Makes one.
     *
     * @param server where it stands
     * @param whenStopped what is to be done when it is taken away
     */
    public IdleConnector(Server server, Runnable whenStopped) {
        super(server);
        this.whenStopped = whenStopped;
    }

    @Override
    protected void doStart() {
        // Never opens.
    }

    @Override
    protected void doStop() {
        whenStopped.run();
    }
}
