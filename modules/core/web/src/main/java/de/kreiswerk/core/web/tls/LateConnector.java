package de.kreiswerk.core.web.tls;

import java.io.IOException;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A connector that the server starts with all others, and that opens no port before it has what it needs. */
final class LateConnector extends ServerConnector {

    private volatile boolean permitted;
    private boolean begun;
    private boolean isAsked;

    LateConnector(Server server, ConnectionFactory... factories) {
        super(server, factories);
    }

    boolean isPermitted() {
        return permitted;
    }

    /** From now on a start opens it. */
    void permit() {
        permitted = true;
    }

    /** Opens it, if the server is running; throws when the port cannot be had, and may be asked again. */
    void openNow() throws Exception {
        if (isRunning()) {
            stop();
            permitted = true;
            isAsked = true;
            try {
                start();
            } catch (Exception e) {
                permitted = false;
                stop();
                start();
                throw e;
            } finally {
                isAsked = false;
            }
        }
    }

    @Override
    public void open() throws IOException {
        if (permitted) {
            super.open();
        }
    }

    @Override
    protected void doStart() throws Exception {
        if (permitted) {
            begun = true;
            startOrStayClosed();
        }
    }

    /** Felix would let go of a connector that does not start, and nobody be there to try again when its port is free. */
    private void startOrStayClosed() throws Exception {
        try {
            super.doStart();
        } catch (IOException e) {
            if (isAsked) {
                throw e;
            }
            permitted = false;
            doStop();
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (begun) {
            begun = false;
            super.doStop();
        }
    }
}
