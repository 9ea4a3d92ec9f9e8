package de.kreiswerk.core.persistence.unit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.framework.ServiceRegistration;

/** What a bundle gets, or will have got in a moment. When it was removed meanwhile, whoever opens it closes it again. */
final class Extended {

    private final CountDownLatch done = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private PersistenceUnit unit;
    private ServiceRegistration<?> schema;
    private Consumer<PersistenceUnit> closing;
    private boolean making;

    /** Its tables are ready and its unit, if it has one, is open. Not under the lock: registering lets components begin. */
    void opened(PersistenceUnit ready, Function<PersistenceUnit, ServiceRegistration<?>> registering) {
        synchronized (this) {
            unit = ready;
        }
        ServiceRegistration<?> registered = isRemoved() ? null : registering.apply(ready);
        synchronized (this) {
            schema = registered;
            if (closing != null) {
                close();
            }
        }
    }

    /** Whoever waits for its tables learns why they do not come. */
    void failed(Supplier<ServiceRegistration<?>> telling) {
        if (!isRemoved()) {
            opened(null, nothing -> telling.get());
        }
    }

    void done() {
        done.countDown();
    }

    void await(long millis) throws InterruptedException {
        done.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Whether its scripts are to run now. They are let to their end: whoever stops it does not wait for them. */
    synchronized boolean makes() {
        making = closing == null;
        return making;
    }

    /** Its scripts have run; whether its entities are to be opened now. Whoever stops it waits for that. */
    synchronized boolean opens() {
        making = false;
        return closing == null;
    }

    /** From now on nothing of it is begun. */
    synchronized void leave(Consumer<PersistenceUnit> how) {
        closing = how;
        left.countDown();
        if (making) {
            done.countDown();
        }
    }

    /** Waits before the next try; true when there is to be none. */
    boolean leavesWithin(long millis) throws InterruptedException {
        return left.await(millis, TimeUnit.MILLISECONDS);
    }

    synchronized void close() {
        try {
            if (schema != null) {
                schema.unregister();
            }
        } catch (IllegalStateException e) {
            // The framework took the service away already.
        } finally {
            schema = null;
            closing.accept(unit);
            unit = null;
        }
    }

    synchronized boolean isRemoved() {
        return closing != null;
    }
}
