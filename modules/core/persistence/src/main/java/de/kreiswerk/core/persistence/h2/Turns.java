package de.kreiswerk.core.persistence.h2;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who may change the database: one at a time, in the order in which they came. A commit is good when it is in the file; all
 * commits that were made when the file is written are written at once, so that many writers cost little more than one.
 */
final class Turns implements AutoCloseable {

    /** How long somebody waits who holds nothing yet; as H2 waits for a row. */
    static final long WAIT_MILLIS = 10_000;

    /** As H2 says it of a lock. */
    private static final String TIMEOUT = "HYT00";

    /** Given back by any thread: a connection may be closed by another one than used it. */
    private final Semaphore turn = new Semaphore(1, true);

    /** Whoever has the turn has it for all connections of its thread: Flyway writes with two in turns. */
    private volatile Thread owner;

    private final AtomicInteger connections = new AtomicInteger();

    private final Opener opener;
    private final long waitMillis;

    /**
     * By whoever has the turn. Not of the pool, where it might have to wait for somebody who waits for the turn.
     */
    private Saver saver;

    /** By whoever has the turn: the commits since something was saved. */
    private Batch next = new Batch();

    Turns(Opener opener, long waitMillis) {
        this.opener = opener;
        this.waitMillis = waitMillis;
    }

    /** Waits for the turn. To be given back once for each time. */
    void take() throws SQLException {
        if (isMine()) {
            connections.incrementAndGet();
            return;
        }
        waitFor();
        owner = Thread.currentThread();
        connections.set(1);
        boolean ready = false;
        try {
            if (saver == null) {
                saver = opener.open();
            }
            saver.begin();
            ready = true;
        } finally {
            if (!ready) {
                giveBack();
            }
        }
    }

    private boolean isMine() {
        return owner == Thread.currentThread();
    }

    private void waitFor() throws SQLException {
        try {
            if (!turn.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                throw new SQLTimeoutException(
                        "Another transaction has been writing for more than " + waitMillis + " ms", TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while another transaction was writing", e);
        }
    }

    /** Gives it back when nothing was committed. */
    void giveBack() {
        if (connections.decrementAndGet() == 0) {
            owner = null;
            turn.release();
        }
    }

    /**
     * Gives it back after a commit.
     *
     * @return what to wait for
     */
    Batch giveBackCommitted() {
        Batch mine = next;
        giveBack();
        return mine;
    }

    /**
     * Waits until the commits of a batch are in the file. One of those who wait writes it for all.
     *
     * @param batch which
     * @throws SQLException when the file cannot be written: H2 closes the database then, and they are lost
     */
    void awaitSaved(Batch batch) throws SQLException {
        if (isMine()) {
            saveAll();
        } else if (batch.isMineToSave()) {
            turn.acquireUninterruptibly();
            try {
                if (!batch.isDone()) {
                    saveAll();
                }
            } finally {
                turn.release();
            }
        }
        batch.await();
    }

    /** With the turn: what was committed so far. */
    private void saveAll() {
        end(save());
    }

    /** With the turn: lets all go on who wait for what was committed so far; with a failure, or null. */
    private void end(SQLException failure) {
        Batch all = next;
        next = new Batch();
        all.done(failure);
    }

    private SQLException save() {
        if (saver == null) {
            return new SQLException("An earlier failure has closed the database", Life.CLOSED);
        }
        // H2 would not wait for the end of the write, or would find its file closed.
        boolean interrupted = Thread.interrupted();
        try {
            saver.save();
            return null;
        } catch (SQLException e) {
            forget(e);
            return e;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void forget(SQLException because) {
        try {
            saver.close();
        } catch (SQLException e) {
            because.addSuppressed(e);
        } finally {
            saver = null;
        }
    }

    /** Whoever still waits is told first how it ended. */
    @Override
    public void close() {
        turn.acquireUninterruptibly();
        try {
            if (saver != null) {
                saveAll();
            }
            if (saver != null) {
                saver.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be closed: " + e.getMessage(), e);
        } finally {
            saver = null;
            turn.release();
        }
    }

    /** Opens the database. */
    @FunctionalInterface
    interface Opener {

        Saver open() throws SQLException;
    }

    /** Writes the file. */
    interface Saver {

        /** Whoever has the turn is about to write. */
        void begin();

        /** Writes what was committed; returns when it is in the file. */
        void save() throws SQLException;

        void close() throws SQLException;
    }
}
