package de.kreiswerk.core.persistence.database;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database while the other bundles start, and tries again for as long as it cannot be reached. Whatever needs the
 * database comes to life when it is there, in the thread that opened it.
 */
public final class Opening {

    /** Framework property: the backup that is to be restored; then nothing else happens. */
    public static final String RESTORE = "kreiswerk.restore";

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final long FIRST_PAUSE_SECONDS = 2;
    private static final long LONGEST_PAUSE_SECONDS = 60;
    private static final long PATIENCE_MILLIS = 10_000;

    private final BundleContext context;
    private final DatabaseSettings settings;
    private final PoolSettings pool;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    private Database database;
    private ServiceRegistration<Database> registration;

    Opening(BundleContext context) {
        this(
                context,
                DatabaseSettings.from(System.getenv(), data(context)),
                PoolSettings.from(System.getenv()),
                context.getProperty(RESTORE) == null);
    }

    Opening(BundleContext context, DatabaseSettings settings, PoolSettings pool) {
        this(context, settings, pool, true);
    }

    /** Not at all when a backup is to be restored: whoever does that opens the database as it is. */
    private Opening(BundleContext context, DatabaseSettings settings, PoolSettings pool, boolean wanted) {
        this.context = context;
        this.settings = settings;
        this.pool = pool;
        this.thread = new Thread(this::untilOpen, "kreiswerk-database");
        thread.setDaemon(true);
        if (wanted) {
            thread.start();
        }
    }

    private static Path data(BundleContext context) {
        String data = context.getProperty("kreiswerk.data");
        return Path.of(data == null ? "data" : data);
    }

    void close() throws InterruptedException {
        stop.countDown();
        thread.join(PATIENCE_MILLIS);
        letGo();
    }

    /** By whoever comes last: the one who stops, or the thread that found itself stopped. */
    private synchronized void letGo() {
        try {
            if (registration != null) {
                registration.unregister();
            }
        } catch (IllegalStateException e) {
            LOG.debug("The framework took the service away already");
        } finally {
            registration = null;
            if (database != null) {
                database.close();
                database = null;
            }
        }
    }

    private void untilOpen() {
        long pause = FIRST_PAUSE_SECONDS;
        try {
            while (!opened()) {
                if (stop.await(pause, TimeUnit.SECONDS)) {
                    return;
                }
                pause = Math.min(2 * pause, LONGEST_PAUSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean opened() {
        Database open;
        try {
            open = new Database(settings, pool);
        } catch (RuntimeException | LinkageError e) {
            if (!isStopped()) {
                LOG.error("The database {} cannot be used, trying again: {}", settings.publicUrl(), reason(e));
            }
            return false;
        }
        keep(open, null);
        try {
            keep(open, isStopped() ? null : context.registerService(Database.class, open, null));
        } finally {
            if (isStopped()) {
                letGo();
            }
        }
        return true;
    }

    private synchronized void keep(Database open, ServiceRegistration<Database> registered) {
        database = open;
        registration = registered;
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    private static String reason(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null && reason.getCause() != reason) {
            reason = reason.getCause();
        }
        return reason.getMessage();
    }
}
