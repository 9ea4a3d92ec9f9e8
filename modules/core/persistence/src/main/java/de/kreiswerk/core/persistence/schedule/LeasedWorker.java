package de.kreiswerk.core.persistence.schedule;

import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.LeasedWork;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one work on a thread of its own for as long as its service is there. */
final class LeasedWorker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LeasedWorker.class);
    /** How often a held lease is renewed: each time is a write, on a platform where nothing happens too. Two attempts may fail. */
    private static final long RENEW_NANOS = TimeUnit.MILLISECONDS.toNanos(2_000);
    /** How often another node's lease is asked for, which writes nothing. */
    private static final long ASK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** What is done every few seconds is not done in the first: a start, a few thousand classes on two cores, belongs to who waits for it. */
    private static final long SELDOM_MILLIS = 5_000;

    private final Transactions transactions;
    private final LeasedWork work;
    private final String name;
    private final String holder;
    private final long intervalMillis;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private boolean stopping;
    private boolean failing;

    LeasedWorker(Transactions transactions, LeasedWork work, String name, String holder, long intervalMillis) {
        this.transactions = transactions;
        this.work = work;
        this.name = name;
        this.holder = holder;
        this.intervalMillis = intervalMillis;
        this.thread = new Thread(this, "kreiswerk-work-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Stops after the piece of work that is under way. */
    void stop() {
        lock.lock();
        try {
            stopping = true;
            wake.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(DatabaseLease.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        if (intervalMillis >= SELDOM_MILLIS && !sleep(SELDOM_MILLIS)) {
            return;
        }
        DatabaseLease lease = null;
        long renewAt = System.nanoTime();
        do {
            try {
                if (System.nanoTime() - renewAt >= 0) {
                    lease = transactions.call(tx -> DatabaseLease.acquire(tx.connection(), name, holder));
                    renewAt = System.nanoTime() + (lease == null ? ASK_NANOS : RENEW_NANOS);
                }
                if (lease != null) {
                    work.run(lease);
                }
                recovered();
            } catch (Exception | LinkageError e) {
                // A class that is missing while bundles are replaced must not end the work for good.
                lease = null;
                renewAt = System.nanoTime();
                failed(e);
            }
        } while (sleep(failing ? Math.max(intervalMillis, 1_000) : intervalMillis));
    }

    private boolean sleep(long millis) {
        lock.lock();
        try {
            if (!stopping) {
                wake.await(millis, TimeUnit.MILLISECONDS);
            }
            return !stopping;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void failed(Throwable e) {
        if (failing) {
            LOG.debug("{} still fails", name, e);
        } else {
            LOG.warn("{} fails and is tried again every second: {}", name, e.getMessage());
        }
        failing = true;
    }

    private void recovered() {
        if (failing) {
            LOG.info("{} works again", name);
        }
        failing = false;
    }
}
