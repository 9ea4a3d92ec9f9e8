package de.kreiswerk.proposals.rest;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A service that may be away.
 *
 * @param service holds it
 * @param <T> its type
 */
record Away<T>(AtomicReference<T> service) {

    /** The service, or the problem that says that it is away. */
    T orUnavailable() {
        T there = service.get();
        if (there == null) {
            throw new ProblemException(
                    Problem.Kind.UNAVAILABLE,
                    "component-away",
                    new Text("Gleich wieder da", "Back in a moment"),
                    new Text(
                            "Der Teil, der das bearbeitet, wird gerade ausgetauscht oder gewartet. Es wurde nichts geändert; versuchen Sie es in einem Augenblick erneut.",
                            "The part that does this is being replaced or maintained. Nothing was changed; try again in a moment."));
        }
        return there;
    }
}
