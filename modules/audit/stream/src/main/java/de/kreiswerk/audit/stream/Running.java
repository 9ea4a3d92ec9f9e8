package de.kreiswerk.audit.stream;

import de.kreiswerk.core.api.schedule.LeasedWork;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * A receiver that was set up. Each is work of its own, by its own name: one that is away holds up no other, and on several nodes
 * that one has it that knows of it.
 */
public final class Running {

    private static final String PID = "service.pid";
    private static final long INTERVAL_MILLIS = 500;

    private final Stream stream;
    private final ServiceRegistration<LeasedWork> work;

    /**
     * Begins, if it can.
     *
     * @param context to register the work by
     * @param stream what it does
     */
    public Running(BundleContext context, Stream stream) {
        this.stream = stream;
        this.work = stream.receiving().objection() == null ? register(context, stream) : null;
    }

    private static ServiceRegistration<LeasedWork> register(BundleContext context, Stream stream) {
        return context.registerService(
                LeasedWork.class,
                stream,
                new Hashtable<>(Map.of(
                        LeasedWork.NAME,
                        "audit.stream." + stream.receiving().name(),
                        LeasedWork.INTERVAL_MILLIS,
                        INTERVAL_MILLIS)));
    }

    /**
     * What a receiver is called.
     *
     * @param kind what sort it is of
     * @param properties the component's
     * @return kind and the name that stands behind the tilde of its PID
     */
    public static String name(String kind, Map<String, Object> properties) {
        String pid = String.valueOf(properties.get(PID));
        return kind + "-" + pid.substring(pid.indexOf('~') + 1);
    }

    Stream stream() {
        return stream;
    }

    /** Ends within seconds. */
    public void close() {
        if (work != null) {
            work.unregister();
        }
        try {
            stream.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
