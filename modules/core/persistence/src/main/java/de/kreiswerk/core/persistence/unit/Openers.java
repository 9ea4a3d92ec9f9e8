package de.kreiswerk.core.persistence.unit;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who opens what bundles have in the database: for the platform's own one thread, which takes them in the order in which they start; for each
 * version of a component one of its own, so that nobody's scripts keep another one waiting, not even the version before. Threads end when
 * there is nothing to open.
 */
// Bundles' own classes and scripts are at work here: whatever they throw, Errors too, those behind them have their
// turn.
@SuppressWarnings("java:S1181")
final class Openers {

    private static final Logger LOG = LoggerFactory.getLogger(Openers.class);

    /** How the location of a component's bundle begins; behind it are the component, its archive and a number, with colons between them. */
    private static final String COMPONENT = "component:";

    private static final String PLATFORM = "";
    private static final String THREAD = "kreiswerk-units";
    /** Each takes two connections for as long as its scripts take. */
    private static final int COMPONENTS_AT_ONCE = 2;
    /** Who stops what waits for its turn waits that long. */
    private static final long LOOK_MILLIS = 100;

    /** Not that of whoever starts a bundle: a component's threads are counted, and interrupted when it stops. */
    private final ThreadGroup group = Thread.currentThread().getThreadGroup();

    private final Map<String, Queue<Runnable>> waiting = new HashMap<>();
    private final Semaphore scripts = new Semaphore(COMPONENTS_AT_ONCE, true);

    /** Whether a bundle comes with the platform. */
    static boolean isPlatforms(Bundle bundle) {
        return lane(bundle).equals(PLATFORM);
    }

    private static String lane(Bundle bundle) {
        String location = String.valueOf(bundle.getLocation());
        return location.startsWith(COMPONENT) ? location.substring(0, location.lastIndexOf(':')) : PLATFORM;
    }

    /** Does it when what was to be done before for the same bundles is done. */
    void execute(Bundle bundle, Runnable work) {
        String lane = lane(bundle);
        synchronized (waiting) {
            Queue<Runnable> before = waiting.get(lane);
            if (before != null) {
                before.add(work);
                return;
            }
            String name = lane.equals(PLATFORM) ? THREAD : THREAD + "-" + bundle.getSymbolicName();
            Thread thread = new Thread(group, () -> workOff(lane), name, 0, false);
            thread.setDaemon(true);
            thread.start();
            waiting.put(lane, new ArrayDeque<>(List.of(work)));
        }
    }

    private void workOff(String lane) {
        for (Runnable next = next(lane); next != null; next = next(lane)) {
            try {
                next.run();
            } catch (Throwable e) {
                LOG.error("What a bundle has in the database was not opened", e);
            }
        }
    }

    /** Null when there is none: then this thread ends. */
    private Runnable next(String lane) {
        synchronized (waiting) {
            Runnable next = waiting.get(lane).poll();
            if (next == null) {
                waiting.remove(lane);
                waiting.notifyAll();
            }
            return next;
        }
    }

    /** Runs scripts of components, a few at a time; none when nobody wants them any more before it is their turn. */
    void inTurn(BooleanSupplier wanted, Runnable work) throws InterruptedException {
        while (!scripts.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (!wanted.getAsBoolean()) {
                return;
            }
        }
        try {
            work.run();
        } finally {
            scripts.release();
        }
    }

    /** Waits until all is opened, or for as long as somebody may wait who stops. */
    void await(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        synchronized (waiting) {
            while (!waiting.isEmpty()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                waiting.wait(left);
            }
        }
    }
}
