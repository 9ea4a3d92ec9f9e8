package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Locale;

/**
 * What the page of a problem shows.
 *
 * @param language the reader's language
 * @param problem what went wrong
 * @param advice what the reader can do about it
 * @param requestId the id of the request, null when it has none
 * @param navigation where to go on
 * @param search whether proposals can be searched
 */
record ProblemView(
        Locale language, Problem problem, String advice, String requestId, List<Link> navigation, boolean search) {

    private static final String SEARCHED = "/vorlagen";

    static ProblemView of(Locale language, Problem problem, String requestId, List<Link> navigation) {
        boolean missing = problem.kind() == Problem.Kind.NOT_FOUND || problem.kind() == Problem.Kind.GONE;
        boolean search =
                missing && navigation.stream().anyMatch(link -> link.address().equals(SEARCHED));
        return new ProblemView(language, problem, advice(problem.kind()).in(language), requestId, navigation, search);
    }

    private static Text advice(Problem.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> FrameTexts.ADVICE_NOT_FOUND;
            case GONE -> FrameTexts.ADVICE_GONE;
            case UNAVAILABLE -> FrameTexts.ADVICE_UNAVAILABLE;
            case FAILED -> FrameTexts.ADVICE_FAILED;
            case UNAUTHENTICATED, FORBIDDEN -> FrameTexts.ADVICE_FORBIDDEN;
            default -> FrameTexts.ADVICE_INPUT;
        };
    }
}
