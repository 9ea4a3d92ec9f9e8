package de.kreiswerk.core.persistence.unit;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.concurrent.TimeUnit;

/**
 * The entities of one bundle. A transaction borrows it; closing waits for the borrowers, so that stopping a bundle does not
 * tear a running transaction.
 */
public final class PersistenceUnit {

    private final String name;
    private final EntityManagerFactory factory;
    private final java.util.concurrent.Semaphore borrowers = new java.util.concurrent.Semaphore(MANY, true);
    private volatile boolean closed;

    private static final int MANY = 10_000;

    PersistenceUnit(String name, EntityManagerFactory factory) {
        this.name = name;
        this.factory = factory;
    }

    /** Opens an entity manager; {@link #giveBack} ends the loan. */
    public EntityManager borrow() {
        if (closed || !borrowers.tryAcquire()) {
            throw away();
        }
        if (closed) {
            borrowers.release();
            throw away();
        }
        return factory.createEntityManager();
    }

    public void giveBack(EntityManager em) {
        try {
            em.close();
        } finally {
            borrowers.release();
        }
    }

    void close(long patienceMillis) throws InterruptedException {
        closed = true;
        borrowers.tryAcquire(MANY, patienceMillis, TimeUnit.MILLISECONDS);
        factory.close();
    }

    private ProblemException away() {
        return away(name);
    }

    static ProblemException away(String name) {
        return new ProblemException(
                Problem.Kind.UNAVAILABLE,
                "component-switching",
                new Text("Gleich wieder da", "Back in a moment"),
                new Text(
                        "Der Bereich „" + name
                                + "“ wird gerade ausgetauscht. Versuchen Sie es in einem Augenblick erneut.",
                        "The component '" + name + "' is being replaced. Try again in a moment."));
    }
}
