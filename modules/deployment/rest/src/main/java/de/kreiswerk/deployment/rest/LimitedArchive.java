package de.kreiswerk.deployment.rest;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.restkit.LimitedBody;
import java.io.InputStream;

/** Refuses archives that are larger than any may be. */
final class LimitedArchive {

    private static final long MEBIBYTE = 1024L * 1024;

    private LimitedArchive() {}

    static InputStream of(InputStream in, long largest) {
        return new LimitedBody(in, largest, () -> tooLarge(largest));
    }

    /** Refuses what says itself that it is too large; -1 for what says nothing. */
    static void refuseLargerThan(long largest, long declared) {
        if (declared > largest) {
            throw tooLarge(largest);
        }
    }

    private static ProblemException tooLarge(long largest) {
        return new ProblemException(
                Problem.Kind.TOO_LARGE,
                "archive-too-large",
                new Text("Archiv zu groß", "Archive too large"),
                new Text(
                        "Das Archiv ist zu groß. Erlaubt sind " + largest / MEBIBYTE + " MiB.",
                        "The archive is too large. " + largest / MEBIBYTE + " MiB are allowed."));
    }
}
