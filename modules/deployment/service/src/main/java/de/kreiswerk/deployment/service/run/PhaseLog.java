package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.deployment.api.Switch.Phase;
import de.kreiswerk.deployment.api.Switch.PhaseRun;
import de.kreiswerk.deployment.service.store.SwitchTable;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The phases of a switch so far, and how they come into the database. Most are written down only when they last: nobody sees what is
 * over at once, and requests would wait while it is written.
 */
final class PhaseLog {

    private static final Logger LOG = LoggerFactory.getLogger(PhaseLog.class);

    /** What is over sooner nobody sees. */
    private static final long LASTS_MILLIS = 50;

    /**
     * At the beginning of these something else holds when the platform ends: what ran is being touched; the new version may be the reason;
     * it is not; it may have been.
     */
    private static final Set<Phase> AT_ONCE = EnumSet.of(Phase.HOLD, Phase.START, Phase.COMMIT, Phase.BACK);

    private final Workshop shop;
    private final String id;
    private final List<PhaseRun> runs = new ArrayList<>();
    /** One writes after the other, so that nothing older comes last. */
    private final ReentrantLock writing = new ReentrantLock();

    private boolean unwritten;
    private boolean expected;

    PhaseLog(Workshop shop, String id) {
        this.shop = shop;
        this.id = id;
    }

    /** A phase begins, and the one before has ended. */
    void enter(Phase phase) {
        end();
        synchronized (runs) {
            runs.add(new PhaseRun(phase, shop.now(), null));
            unwritten = true;
        }
        // Where the platform is to end, the phase is meant to have lasted.
        if (AT_ONCE.contains(phase) || shop.failpoints().isAt(phase)) {
            write();
        } else {
            writeWhenItLasts();
        }
    }

    /** The last one has ended, if it had not. */
    void end() {
        synchronized (runs) {
            if (!runs.isEmpty()) {
                PhaseRun last = runs.remove(runs.size() - 1);
                long millis = last.millis() == null ? last.began().until(shop.now(), ChronoUnit.MILLIS) : last.millis();
                runs.add(new PhaseRun(last.phase(), last.began(), millis));
            }
        }
    }

    /** A phase that took no time; whether it is written down is worth nothing but to those who read of it. */
    void add(Phase phase) {
        synchronized (runs) {
            runs.add(new PhaseRun(phase, shop.now(), 0L));
            unwritten = true;
        }
        writeWhenItLasts();
    }

    /** The last one that began. */
    Optional<Phase> last() {
        List<PhaseRun> all = all();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1).phase());
    }

    void write() {
        writing.lock();
        try {
            settled();
            shop.transactions().call(tx -> {
                write(tx);
                return null;
            });
        } finally {
            writing.unlock();
        }
    }

    /** Nothing is written any more that did not come in since; before a transaction that writes them itself. */
    void settle() {
        writing.lock();
        try {
            settled();
        } finally {
            writing.unlock();
        }
    }

    /** As part of what else is written. */
    void write(Transaction tx) throws SQLException {
        new SwitchTable(tx).phases(id, all());
    }

    private void settled() {
        synchronized (runs) {
            unwritten = false;
        }
    }

    private List<PhaseRun> all() {
        synchronized (runs) {
            return List.copyOf(runs);
        }
    }

    private void writeWhenItLasts() {
        synchronized (runs) {
            if (expected) {
                return;
            }
            expected = true;
        }
        try {
            shop.later().schedule(this::writeNow, LASTS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The phases of {} are written down with the next one: the engine stops", id);
        }
    }

    private void writeNow() {
        writing.lock();
        try {
            boolean wanted;
            synchronized (runs) {
                expected = false;
                wanted = unwritten;
            }
            if (wanted) {
                write();
            }
        } catch (RuntimeException e) {
            LOG.debug("The phases of {} cannot be written down yet: {}", id, e.getMessage());
        } finally {
            writing.unlock();
        }
    }
}
