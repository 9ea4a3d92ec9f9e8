package de.kreiswerk.core.persistence.transaction;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.persistence.unit.PersistenceUnit;
import de.kreiswerk.core.persistence.unit.Units;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction from its begin to its end. */
final class RunningTransaction implements Transaction {

    private static final Logger LOG = LoggerFactory.getLogger(RunningTransaction.class);

    private final Units units;
    private final Connection physical;
    private final Connection bound;
    private final Map<PersistenceUnit, EntityManager> managers = new LinkedHashMap<>();
    private final List<Step> beforeCommit = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Map<Class<?>, Object> attachments = new HashMap<>();
    private boolean rollbackOnly;
    private Exception failureInside;

    RunningTransaction(Units units, Connection physical, Connection bound) {
        this.units = units;
        this.physical = physical;
        this.bound = bound;
    }

    @Override
    public EntityManager em(Class<?> entity) {
        PersistenceUnit unit = units.of(entity);
        EntityManager em = managers.get(unit);
        if (em == null) {
            em = unit.borrow();
            managers.put(unit, em);
            em.getTransaction().begin();
        }
        return em;
    }

    @Override
    public Connection connection() {
        return bound;
    }

    @Override
    public void rollbackOnly() {
        rollbackOnly = true;
    }

    @Override
    public void beforeCommit(Step step) {
        beforeCommit.add(step);
    }

    @Override
    public void afterCommit(Runnable step) {
        afterCommit.add(step);
    }

    @Override
    public <T> T attachment(Class<T> key, Supplier<T> maker) {
        return key.cast(attachments.computeIfAbsent(key, any -> maker.get()));
    }

    void failedInside(Exception failure) {
        if (failureInside == null) {
            failureInside = failure;
        }
    }

    /** @param committing is told before it may be too late to do it again */
    boolean commitUnlessRollbackOnly(Runnable committing) throws Exception {
        if (rollbackOnly) {
            return false;
        }
        if (failureInside != null) {
            // Whoever hid it would take the return for a commit.
            throw new PersistenceFailure("Work inside this transaction failed: " + failureInside, failureInside);
        }
        commit(committing);
        return true;
    }

    private void commit(Runnable committing) throws Exception {
        for (EntityManager em : managers.values()) {
            em.flush();
        }
        // A step may add another one.
        for (int i = 0; i < beforeCommit.size(); i++) {
            beforeCommit.get(i).run();
        }
        for (EntityManager em : managers.values()) {
            em.getTransaction().commit();
        }
        committing.run();
        physical.commit();
    }

    void runAfterCommit() {
        for (Runnable step : afterCommit) {
            try {
                step.run();
            } catch (RuntimeException e) {
                LOG.error("A step after a commit failed; the commit stands", e);
            }
        }
    }

    void rollback() {
        for (EntityManager em : managers.values()) {
            try {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            } catch (RuntimeException e) {
                LOG.debug("An entity manager could not be rolled back; the connection will be", e);
            }
        }
        try {
            physical.rollback();
        } catch (java.sql.SQLException e) {
            LOG.debug("A connection could not be rolled back; the database does it when it closes", e);
        }
    }

    void close() {
        managers.forEach((unit, em) -> {
            try {
                unit.giveBack(em);
            } catch (RuntimeException e) {
                LOG.warn("An entity manager could not be closed", e);
            }
        });
        managers.clear();
    }
}
