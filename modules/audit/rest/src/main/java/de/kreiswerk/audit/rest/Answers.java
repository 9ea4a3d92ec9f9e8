package de.kreiswerk.audit.rest;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.restkit.RestRequests;
import java.util.List;
import java.util.regex.Pattern;

/** What answers and parameters here have in common. */
final class Answers {

    static final String TEXT = "text/plain; charset=utf-8";

    /** What changes within seconds. */
    static final String NOT_KEPT = "no-cache";

    /** What never changes. */
    static final String KEPT = "public, max-age=31536000, immutable";

    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");

    private Answers() {}

    static ProblemException notFound(String code, Text detail) {
        return new ProblemException(Problem.Kind.NOT_FOUND, code, new Text("Nicht gefunden", "Not found"), detail);
    }

    /** A place or a size in the log; null when nothing is said. */
    static Long number(String name, String value) {
        return value == null ? null : Long.valueOf(mandatoryNumber(name, value));
    }

    static long mandatoryNumber(String name, String value) {
        if (value == null || !NUMBER.matcher(value).matches()) {
            throw RestRequests.malformed(
                    "parameter-malformed",
                    new Text(
                            "„" + name + "“ ist eine Zahl ab 0, ohne führende Nullen.",
                            "'" + name + "' is a number from 0, without leading zeros."));
        }
        return Long.parseLong(value);
    }

    /** A checkpoint, behind what proves something of it. */
    static String proof(List<String> head, List<String> hashes, String checkpoint) {
        StringBuilder text = new StringBuilder();
        head.forEach(line -> text.append(line).append('\n'));
        hashes.forEach(line -> text.append(line).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
