package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Hashes passwords in few threads: a hash takes tens of milliseconds of a processor on purpose, and many sign-ins at once must
 * leave something to those who only read. Who finds the queue full is told so at once, instead of keeping a thread of the
 * server waiting.
 */
@Component(service = PasswordHasher.class)
@Designate(ocd = PasswordHasher.Config.class)
public final class PasswordHasher {

    private static final long IDLE_SECONDS = 30;
    private static final long LONGEST_WAIT_SECONDS = 20;
    private static final int MOST_THREADS = 8;
    private static final int LONGEST_QUEUE = 1_000;

    private final Argon2 argon2;
    private final ThreadPoolExecutor pool;

    /** How much of the machine signing in may take. */
    @ObjectClassDefinition(
            name = "Prüfen von Kennwörtern",
            description =
                    "Ein Kennwort zu prüfen kostet mit Absicht Rechenzeit. Mehr Threads verkürzen das Warten, wenn viele sich gleichzeitig anmelden, und nehmen den öffentlichen Seiten etwas weg.")
    @interface Config {

        @AttributeDefinition(
                name = "Threads",
                description =
                        "0: die Hälfte der Prozessoren, höchstens 2. Jeder braucht 19 MiB; zusammen nehmen sie höchstens ein Viertel des Speichers, sonst sind es weniger.",
                min = "0",
                max = "8")
        int threads() default 0;

        @AttributeDefinition(
                name = "Warteschlange",
                description =
                        "Wie viele Anmeldungen warten dürfen. Weitere werden gebeten, es gleich noch einmal zu versuchen.",
                min = "1",
                max = "1000")
        int queue() default 16;
    }

    @Activate
    public PasswordHasher(Config config) {
        this(
                threads(config.threads(), Runtime.getRuntime().maxMemory()),
                Math.max(1, Math.min(config.queue(), LONGEST_QUEUE)));
    }

    PasswordHasher(int threads, int queue) {
        this(threads, queue, new Argon2());
    }

    PasswordHasher(int threads, int queue, Argon2 argon2) {
        this.argon2 = argon2;
        AtomicInteger number = new AtomicInteger();
        this.pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), work -> {
                    Thread thread = new Thread(work, "kreiswerk-password-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    // Who reads goes first: the start script tells Java to pass this on to the operating system.
                    thread.setPriority(Thread.MIN_PRIORITY);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    @Deactivate
    void close() throws InterruptedException {
        pool.shutdownNow().forEach(left -> ((Future<?>) left).cancel(false));
        pool.awaitTermination(5, TimeUnit.SECONDS);
    }

    String hash(String password) {
        return inPool(() -> argon2.hash(password));
    }

    boolean matches(String password, String written) {
        return inPool(() -> argon2.matches(password, written));
    }

    /** A hash that no password has; comparing with it takes as long as with any other. */
    String dummy() {
        return argon2.dummy();
    }

    /**
     * Ends the operation when there is no room anyway, before anything was done for it.
     *
     * @throws ProblemException as {@link #matches} would
     */
    void requireRoom() {
        if (pool.getQueue().remainingCapacity() == 0) {
            throw busy();
        }
    }

    private <T> T inPool(Callable<T> work) {
        Future<T> result;
        try {
            result = pool.submit(work);
        } catch (RejectedExecutionException e) {
            throw busy();
        }
        try {
            return result.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (java.util.concurrent.TimeoutException | CancellationException e) {
            result.cancel(true);
            throw busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A password could not be hashed", e.getCause());
        }
    }

    private static ProblemException busy() {
        return new ProblemException(
                Problem.Kind.UNAVAILABLE,
                "sign-in-busy",
                new Text("Gerade sehr viele Anmeldungen", "Very many sign-ins at the moment"),
                new Text(
                        "Gerade melden sich sehr viele an. Versuchen Sie es in einigen Sekunden noch einmal.",
                        "Very many are signing in at the moment. Try again in a few seconds."));
    }

    /** As many as were asked for, while they leave memory to the others: where it runs out, the platform ends. */
    static int threads(int wanted, long memory) {
        long fitting = memory / 4 / 1024 / Argon2.MEMORY_KIB;
        int most = (int) Math.max(1, Math.min(fitting, MOST_THREADS));
        return Math.min(most, wanted > 0 ? wanted : halfOfTheProcessors());
    }

    private static int halfOfTheProcessors() {
        return Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors() / 2));
    }
}
