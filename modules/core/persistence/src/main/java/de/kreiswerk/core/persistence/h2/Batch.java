package de.kreiswerk.core.persistence.h2;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Commits that get into the file together, or not. */
final class Batch {

    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch saved = new CountDownLatch(1);
    private volatile SQLException failure;

    /** True for the first who asks. */
    boolean isMineToSave() {
        return taken.compareAndSet(false, true);
    }

    boolean isDone() {
        return saved.getCount() == 0;
    }

    /** Lets all who wait go on; with a failure, or null. */
    void done(SQLException why) {
        failure = why;
        saved.countDown();
    }

    /** Waits, even when interrupted: it is committed, and whether it is saved must be known. */
    void await() throws SQLException {
        boolean interrupted = false;
        while (true) {
            try {
                saved.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw new SQLException(
                    "What was committed could not be written to the file: " + failure.getMessage(),
                    failure.getSQLState(),
                    failure);
        }
    }
}
