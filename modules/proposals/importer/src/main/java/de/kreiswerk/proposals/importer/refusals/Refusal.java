package de.kreiswerk.proposals.importer.refusals;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.Problem.Place;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.List;

/** Why a text cannot be read as a proposal, and what to do about it. */
public final class Refusal {

    private static final Text TITLE = new Text("Der Text kann nicht übernommen werden", "The text cannot be taken in");

    private Refusal() {}

    /** A refusal of a text that is readable but is no single proposal. */
    public static ProblemException unprocessable(String code, Text detail, List<Place> places) {
        return because(Kind.UNPROCESSABLE, code, detail, places);
    }

    /** A refusal with one place, whose reason is the detail. */
    public static ProblemException unprocessable(String code, int line, Text detail) {
        return unprocessable(code, detail, List.of(new Place(line, detail)));
    }

    static ProblemException because(Kind kind, String code, Text detail, List<Place> places) {
        return new ProblemException(new Problem(kind, code, TITLE, detail, places));
    }
}
