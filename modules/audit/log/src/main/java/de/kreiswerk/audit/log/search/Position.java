package de.kreiswerk.audit.log.search;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.regex.Pattern;

/** A place in the answer to a query, in an address: the number of the last record of a page. */
final class Position {

    private static final Pattern FORM = Pattern.compile("\\d{1,18}");

    private Position() {}

    /** Null for none. */
    static String of(Long sequence) {
        return sequence == null ? null : String.valueOf(sequence);
    }

    /** The number behind all others for null. */
    static long parse(String position) {
        if (position == null) {
            return Long.MAX_VALUE;
        }
        if (!FORM.matcher(position).matches()) {
            throw new ProblemException(
                    Problem.Kind.MALFORMED,
                    "trail-position-malformed",
                    new Text("Stelle nicht lesbar", "Position malformed"),
                    new Text(
                            "Diese Stelle im Prüfpfad gibt es nicht. Beginnen Sie die Suche von vorn.",
                            "There is no such position in the trail. Begin the search anew."));
        }
        return Long.parseLong(position);
    }
}
