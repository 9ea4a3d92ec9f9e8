package de.kreiswerk.core.web.server;

import java.util.OptionalInt;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** How many threads answer requests. Only the server knows: its settings may be changed while the platform runs. */
@Component(service = ServerThreads.class)
public final class ServerThreads {

    private volatile ThreadPool pool;

    /** Of a server that is not there yet. */
    @Activate
    public ServerThreads() {}

    /** A server is there. */
    void are(ThreadPool its) {
        pool = its;
    }

    /** A server is gone. */
    void areGone(ThreadPool its) {
        if (pool == its) {
            pool = null;
        }
    }

    /**
     * How many there may be.
     *
     * @return empty while nobody knows, as of a pool that has no bounds
     */
    public OptionalInt most() {
        return pool instanceof ThreadPool.SizedThreadPool sized
                ? OptionalInt.of(sized.getMaxThreads())
                : OptionalInt.empty();
    }
}
