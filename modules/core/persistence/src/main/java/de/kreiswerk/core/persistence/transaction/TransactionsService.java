package de.kreiswerk.core.persistence.transaction;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.connection.ThreadConnection;
import de.kreiswerk.core.persistence.database.Conflicts;
import de.kreiswerk.core.persistence.database.Database;
import de.kreiswerk.core.persistence.unit.Units;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins, joins, commits, rolls back and repeats transactions. */
@Component
public final class TransactionsService implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionsService.class);
    /** The first try and its repetitions: several writers may meet at one key at once. */
    private static final int TRIES = 4;

    private static final long COMPLAIN_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST_CAUSES = 6;

    private final ThreadLocal<RunningTransaction> running = new ThreadLocal<>();
    private final Database database;
    private final Units units;
    private final ThreadConnection thread;
    private final AtomicLong complainAt = new AtomicLong(System.nanoTime());

    @Activate
    public TransactionsService(
            @Reference Database database, @Reference Units units, @Reference ThreadConnection thread) {
        this.database = database;
        this.units = units;
        this.thread = thread;
    }

    @Override
    public Optional<Transaction> current() {
        return Optional.ofNullable(running.get());
    }

    @Override
    public <T> T call(Work<T> work) {
        RunningTransaction outer = running.get();
        return outer == null ? callWithRetry(work) : join(outer, work);
    }

    private <T> T join(RunningTransaction outer, Work<T> work) {
        try {
            return work.in(outer);
        } catch (Exception e) {
            outer.failedInside(e);
            throw unchecked(e);
        }
    }

    private <T> T callWithRetry(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            AtomicBoolean committing = new AtomicBoolean();
            try {
                return callOnce(work, committing);
            } catch (Exception e) {
                if (Conflicts.isBusy(e)) {
                    LOG.warn("A transaction waited too long for others: {}", e.getMessage());
                    throw busy();
                }
                Optional<SQLException> unwritable = Conflicts.unwritable(e);
                // Nothing of it is committed: when the file is opened anew, it can at least be read.
                boolean again = unwritable.isPresent() && !committing.get() && attempt < TRIES;
                if (unwritable.isPresent() && !again) {
                    complain("The database cannot write", unwritable.get());
                    throw unwritable();
                }
                boolean away = Conflicts.isAway(e);
                if (away && committing.get()) {
                    // Each of them: somebody will want to know which.
                    LOG.error("The database went away in a commit: {}", causes(e));
                    throw brokenOff();
                }
                if (away && attempt == TRIES) {
                    complain("The database went away", e);
                    throw outOfReach();
                }
                if (!again && !away && (attempt == TRIES || !Conflicts.mayVanish(e))) {
                    throw unchecked(e);
                }
                LOG.debug("Transaction repeated after {}", e.toString());
                pause(attempt);
            }
        }
    }

    /** @param committing set when it may be too late to do it again */
    private <T> T callOnce(Work<T> work, AtomicBoolean committing) throws Exception {
        RunningTransaction tx;
        T result;
        boolean committed = false;
        try (Connection physical = connect()) {
            tx = new RunningTransaction(units, physical, thread.bind(physical));
            running.set(tx);
            try {
                result = work.in(tx);
                committed = tx.commitUnlessRollbackOnly(() -> committing.set(true));
            } finally {
                if (!committed) {
                    tx.rollback();
                }
                tx.close();
                running.remove();
                thread.unbind();
            }
        }
        // The connection is back in the pool: what a step does must not wait for a second one.
        if (committed) {
            tx.runAfterCommit();
        }
        return result;
    }

    private Connection connect() {
        try {
            return database.connect();
        } catch (SQLException e) {
            complain("The database cannot be reached", e);
            throw outOfReach();
        }
    }

    /** Not with every attempt of all who try: a log that grows fills the disk that is full. */
    private void complain(String what, Throwable why) {
        long now = System.nanoTime();
        long next = complainAt.get();
        if (now - next >= 0 && complainAt.compareAndSet(next, now + COMPLAIN_NANOS)) {
            LOG.error("{}: {}", what, causes(why));
        }
    }

    /** What the pool says is that it has no connection; what kept it from one is behind that. */
    private static String causes(Throwable failure) {
        StringJoiner causes = new StringJoiner(" <- ");
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            causes.add(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
            cause = cause.getCause();
        }
        return causes.toString();
    }

    private static ProblemException outOfReach() {
        return new ProblemException(
                Problem.Kind.UNAVAILABLE,
                "database-unavailable",
                new Text("Datenbank nicht erreichbar", "Database out of reach"),
                new Text(
                        "Die Datenbank antwortet nicht. Es wurde nichts geändert; versuchen Sie es in einer Minute erneut.",
                        "The database does not answer. Nothing was changed; try again in a minute."));
    }

    private static ProblemException brokenOff() {
        return new ProblemException(
                // No 503: who is told when to try again does it unasked, and it may be done already.
                Problem.Kind.FAILED,
                "database-broke-off",
                new Text("Datenbank weggebrochen", "Database broke off"),
                new Text(
                        "Die Verbindung zur Datenbank brach ab, während gespeichert wurde. Ob die Änderung gilt, steht nicht fest: Sehen Sie in einer Minute nach, bevor Sie es noch einmal versuchen.",
                        "The connection to the database broke off while it was saving. Whether the change counts is not certain: look in a minute before you try again."));
    }

    private static ProblemException busy() {
        return new ProblemException(
                Problem.Kind.UNAVAILABLE,
                "database-busy",
                new Text("Datenbank beschäftigt", "Database busy"),
                new Text(
                        "Ein anderer Vorgang schreibt gerade in die Datenbank und braucht lange. Es wurde nichts geändert; versuchen Sie es in einer Minute erneut.",
                        "Something else is writing into the database and takes long. Nothing was changed; try again in a minute."));
    }

    private static ProblemException unwritable() {
        return new ProblemException(
                Problem.Kind.UNAVAILABLE,
                "database-cannot-write",
                new Text("Datenbank kann nicht schreiben", "Database cannot write"),
                new Text(
                        "Die Datenbank kann nicht schreiben, meist weil der Datenträger voll ist. Was Sie senden wollten, gilt als nicht geschehen. Die Administration schafft Platz; danach geht es von selbst weiter.",
                        "The database cannot write, mostly because the disk is full. What you wanted to send counts as not done. The administration makes space; then all goes on by itself."));
    }

    private static RuntimeException unchecked(Exception e) {
        return e instanceof RuntimeException runtime ? runtime : new PersistenceFailure(e.getMessage(), e);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5L, 20L * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
