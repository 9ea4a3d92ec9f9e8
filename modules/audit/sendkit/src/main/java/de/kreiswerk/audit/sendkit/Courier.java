package de.kreiswerk.audit.sendkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Goes on one errand at a time, on a thread of its own that is there while there is something to do. Whoever sends it asks later
 * what became of it, so that nobody's lease runs out while a server is slow. All methods are for one thread, that of whoever sends
 * it; {@link #close} is for any.
 */
public final class Courier implements AutoCloseable {

    private static final long IDLE_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 2;

    private final ExecutorService legs;
    private volatile Trip trip;

    /** Something to be sent. */
    public interface Errand {

        /**
         * Sends it.
         *
         * @throws SendingFailed when it was not sent
         */
        void run() throws SendingFailed;

        /** Ends it at once, called by another thread: {@link #run} fails, if it has begun or begins later. */
        void cutOff();
    }

    /**
     * What became of an errand.
     *
     * @param failure null when it was done
     */
    public record Return(SendingFailed failure) {}

    private static final class Trip {

        private final Errand errand;
        private final long deadline;
        private final CountDownLatch back = new CountDownLatch(1);
        private volatile SendingFailed failure =
                new SendingFailed("Es wurde nicht zu Ende gesendet", "It was not finished");
        private boolean cutOff;

        Trip(Errand errand, Duration longest) {
            this.errand = errand;
            this.deadline = System.nanoTime() + longest.toNanos();
        }
    }

    /**
     * Waits for work.
     *
     * @param name what its thread is called
     */
    public Courier(String name) {
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        one.allowCoreThreadTimeOut(true);
        this.legs = one;
    }

    /**
     * Begins an errand; the one before must have returned.
     *
     * @param errand what
     * @param longest for all of it: it is cut off behind
     */
    public void send(Errand errand, Duration longest) {
        if (trip != null) {
            throw new IllegalStateException("The courier is away");
        }
        Trip begun = new Trip(errand, longest);
        trip = begun;
        legs.execute(() -> {
            // Whatever happens on the way, only what was sent counts as sent.
            try {
                errand.run();
                begun.failure = null;
            } catch (SendingFailed e) {
                begun.failure = e;
            } catch (RuntimeException e) {
                begun.failure = new SendingFailed(
                        "Ein unerwarteter Fehler: " + e + ". Melden Sie ihn", "It failed unexpectedly: " + e);
            } finally {
                begun.back.countDown();
            }
        });
    }

    /**
     * Whether an errand was sent whose return was not taken yet.
     *
     * @return true until {@link #returned} had something
     */
    public boolean isAway() {
        return trip != null;
    }

    /**
     * What became of the errand, once.
     *
     * @param wait for at most so long
     * @return empty while it is under way, or when there is none
     * @throws InterruptedException when the thread is to end
     */
    public Optional<Return> returned(Duration wait) throws InterruptedException {
        Trip under = trip;
        if (under == null) {
            return Optional.empty();
        }
        if (!under.back.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
            if (System.nanoTime() - under.deadline >= 0) {
                // More than once: it may have had nothing to cut off yet.
                under.cutOff = true;
                under.errand.cutOff();
            }
            return Optional.empty();
        }
        trip = null;
        SendingFailed failure = under.failure;
        return Optional.of(new Return(
                failure != null && under.cutOff
                        ? new SendingFailed(
                                "Der Empfänger brauchte zu lange. Prüfen Sie, ob er überlastet ist",
                                "The server took too long")
                        : failure));
    }

    /** What is under way is cut off. Waits a moment for its thread to end. */
    @Override
    public void close() {
        Trip under = trip;
        // No interrupt: it would close the embedded database's file under everybody.
        legs.shutdown();
        if (under != null) {
            under.errand.cutOff();
        }
        try {
            legs.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
