package de.kreiswerk.identity.api;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.time.Duration;

/** There were too many attempts to sign in. Nothing is locked: it gets better by waiting. */
public class TooManyAttempts extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    /**
     * Refuses.
     *
     * @param wait how long until another attempt is let through
     */
    public TooManyAttempts(Duration wait) {
        super(
                Problem.Kind.TOO_MANY,
                "too-many-attempts",
                new Text("Zu viele Versuche", "Too many attempts"),
                new Text(
                        "Von hier aus wurde zu oft versucht, sich anzumelden. Warten Sie "
                                + minutes(wait, " Minute", " Minuten") + " und versuchen Sie es dann noch einmal.",
                        "There were too many attempts to sign in from here. Wait "
                                + minutes(wait, " minute", " minutes") + " and try again."));
        this.seconds = Math.max(1, wait.toSeconds() + 1);
    }

    /**
     * How long to wait.
     *
     * @return whole seconds, at least 1
     */
    public long seconds() {
        return seconds;
    }

    private static String minutes(Duration wait, String one, String several) {
        long minutes = wait.toMinutes() + 1;
        return minutes + (minutes == 1 ? one : several);
    }
}
