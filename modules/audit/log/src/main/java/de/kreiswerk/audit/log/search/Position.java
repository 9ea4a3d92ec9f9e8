package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.log.search.Condition.Found;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the answer to a query, in an address: the time in milliseconds, and the number of those of the same time. */
final class Position {

    private static final Pattern FORM = Pattern.compile("(\\d{1,15})-(\\d{1,18})");

    private Position() {}

    static String of(Found found) {
        return found.recorded().toEpochMilli() + "-" + found.sequence();
    }

    /** Null for none. */
    static Found parse(String position) {
        if (position == null) {
            return null;
        }
        Matcher matcher = FORM.matcher(position);
        if (!matcher.matches()) {
            throw new ProblemException(
                    Problem.Kind.MALFORMED,
                    "trail-position-malformed",
                    new Text("Stelle nicht lesbar", "Position malformed"),
                    new Text(
                            "Diese Stelle im Prüfpfad gibt es nicht. Beginnen Sie die Suche von vorn.",
                            "There is no such position in the trail. Begin the search anew."));
        }
        return new Found(Long.parseLong(matcher.group(2)), Instant.ofEpochMilli(Long.parseLong(matcher.group(1))));
    }
}
