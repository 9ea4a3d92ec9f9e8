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

    private static final long AGAIN_MILLIS = 1_000;

    /**
     * What a crash is judged by: what ran is about to be touched; the new version may be the reason; it is not; it may have been.
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
            writeIn(LASTS_MILLIS);
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

    /** A phase that took no time; to be written with what else is. */
    void add(Phase phase) {
        synchronized (runs) {
            runs.add(new PhaseRun(phase, shop.now(), 0L));
        }
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
            List<PhaseRun> written = taken();
            shop.transactions().call(tx -> {
                new SwitchTable(tx).phases(id, written);
                return null;
            });
        } finally {
            writing.unlock();
        }
    }

    /** Waits for a writing that is under way and calls off the next, so that none comes after a transaction that writes them itself. */
    void settle() {
        writing.lock();
        try {
            taken();
        } finally {
            writing.unlock();
        }
    }

    /** Within a transaction before which they were settled. */
    void write(Transaction tx) throws SQLException {
        new SwitchTable(tx).phases(id, all());
    }

    private List<PhaseRun> taken() {
        synchronized (runs) {
            unwritten = false;
            return all();
        }
    }

    private List<PhaseRun> all() {
        synchronized (runs) {
            return List.copyOf(runs);
        }
    }

    private void writeIn(long millis) {
        synchronized (runs) {
            if (expected) {
                return;
            }
            expected = true;
        }
        try {
            shop.later().schedule(this::writeIfNobodyHas, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The phases of {} are written down with the next one: the engine stops", id);
        }
    }

    private void writeIfNobodyHas() {
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
            synchronized (runs) {
                unwritten = true;
            }
            writeIn(AGAIN_MILLIS);
        } finally {
            writing.unlock();
        }
    }
}
