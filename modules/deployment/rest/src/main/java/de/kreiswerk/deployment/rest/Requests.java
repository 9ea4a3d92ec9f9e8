package de.kreiswerk.deployment.rest;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.restkit.RestRequests;
import java.time.Duration;

/** What only the requests to this area, and their answers, have in common. */
final class Requests {

    static final String BASE = "/api/deployment/v1";

    private Requests() {}

    /** How long to wait; not at all when nothing is said. */
    static Duration wait(String seconds, Duration longest) {
        String digits = seconds == null || seconds.isBlank() ? "0" : seconds.strip();
        if (digits.matches("\\d{1,4}") && Long.parseLong(digits) <= longest.toSeconds()) {
            return Duration.ofSeconds(Long.parseLong(digits));
        }
        throw RestRequests.malformed(
                "parameter-malformed",
                new Text(
                        "Der Parameter „wait“ muss eine Zahl von 0 bis " + longest.toSeconds() + " sein: Sekunden.",
                        "The parameter 'wait' must be a number from 0 to " + longest.toSeconds() + ": seconds."));
    }

    /** Whether a removal takes the data with it; it keeps them when nothing is said. */
    static boolean deletesData(String data) {
        if (data == null || data.equals("keep")) {
            return false;
        }
        if (data.equals("delete")) {
            return true;
        }
        throw RestRequests.malformed(
                "parameter-malformed",
                new Text(
                        "Der Parameter „data“ muss „keep“ oder „delete“ sein.",
                        "The parameter 'data' must be 'keep' or 'delete'."));
    }

    static ProblemException notFound(String code, Text detail) {
        return new ProblemException(Problem.Kind.NOT_FOUND, code, new Text("Nicht gefunden", "Not found"), detail);
    }
}
