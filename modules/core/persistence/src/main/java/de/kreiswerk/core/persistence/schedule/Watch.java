package de.kreiswerk.core.persistence.schedule;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again, in a thread of its own, at what other nodes did. That it cannot is said once, until it can again. */
public final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long PATIENCE_SECONDS = 5;

    private final String trouble;
    private final Runnable look;
    private final ScheduledExecutorService timer;
    private boolean failing;

    /**
     * Does not begin yet.
     *
     * @param thread what its thread is called
     * @param trouble what is said when it cannot look, without a full stop
     * @param look one look
     */
    public Watch(String thread, String trouble, Runnable look) {
        this.trouble = trouble;
        this.look = look;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, thread);
            made.setDaemon(true);
            return made;
        });
    }

    /**
     * Begins.
     *
     * @param everyMillis how long it pauses behind each look
     */
    public void begin(long everyMillis) {
        timer.scheduleWithFixedDelay(this::lookAgain, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    private void lookAgain() {
        try {
            look.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("{}: {}", trouble, e.getMessage());
            }
            failing = true;
        }
    }

    /** Waits for a look that is under way. */
    @Override
    public void close() throws InterruptedException {
        // No interrupt: it would close the embedded database's file under everybody.
        timer.shutdown();
        timer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
