package de.kreiswerk.core.restkit;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A service that may be replaced while requests use it. Whoever takes it away waits for the calls that are under way: DS
 * unbinds before it deactivates, so a call never outlives the component that serves it.
 *
 * @param <T> the service
 */
public final class Replaceable<T> {

    private static final int MANY = 10_000;
    private static final long PATIENCE_SECONDS = 10;

    private final AtomicReference<Held<T>> held = new AtomicReference<>();

    private record Held<T>(T service, Semaphore calls) {}

    /**
     * It is there.
     *
     * @param service the service
     */
    public void set(T service) {
        held.set(new Held<>(service, new Semaphore(MANY)));
    }

    /**
     * It goes; returns when the calls that are under way have ended, after ten seconds at the latest.
     *
     * @param service the service; another one that came meanwhile stays
     */
    public void unset(T service) {
        Held<T> leaving = held.get();
        if (leaving == null || leaving.service() != service || !held.compareAndSet(leaving, null)) {
            return;
        }
        try {
            leaving.calls().tryAcquire(MANY, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Calls the service.
     *
     * @param call the call
     * @param <R> what it returns
     * @return what the call returned
     * @throws ProblemException of kind UNAVAILABLE, code {@code component-away}, when the service is away
     */
    public <R> R use(Function<T, R> call) {
        Held<T> current = held.get();
        if (current == null || !current.calls().tryAcquire()) {
            throw away();
        }
        try {
            if (held.get() != current) {
                throw away();
            }
            return call.apply(current.service());
        } finally {
            current.calls().release();
        }
    }

    private static ProblemException away() {
        return new ProblemException(
                Problem.Kind.UNAVAILABLE,
                "component-away",
                new Text("Gleich wieder da", "Back in a moment"),
                new Text(
                        "Der Teil, der das bearbeitet, wird gerade ausgetauscht oder gewartet. Es wurde nichts geändert; versuchen Sie es in einem Augenblick erneut.",
                        "The part that does this is being replaced or maintained. Nothing was changed; try again in a moment."));
    }
}
