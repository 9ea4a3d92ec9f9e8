package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the page of a problem shows.
 *
 * @param language the reader's language
 * @param problem what went wrong
 * @param detail that in words for who looks at a page
 * @param advice what the reader can do about it
 * @param requestId the id of the request, null when it has none
 * @param navigation where to go on
 * @param search whether proposals can be searched
 */
record ProblemView(
        Locale language,
        Problem problem,
        String detail,
        String advice,
        String requestId,
        List<Link> navigation,
        boolean search) {

    private static final String SEARCHED = "/vorlagen";
    /** Of the only fault after which trying again may do something twice. */
    private static final String BROKE_OFF = "database-broke-off";

    static ProblemView of(Locale language, Problem problem, Reader reader, String requestId, List<Link> navigation) {
        boolean missing = problem.kind() == Problem.Kind.NOT_FOUND || problem.kind() == Problem.Kind.GONE;
        boolean search = missing
                && !reader.inConsole()
                && navigation.stream().anyMatch(link -> link.address().equals(SEARCHED));
        Text detail = reader.signedOut(problem) ? FrameTexts.SIGNED_OUT : problem.detail();
        return new ProblemView(
                language,
                problem,
                detail.in(language),
                advice(problem, reader).in(language),
                requestId,
                links(language, problem, reader, navigation),
                search);
    }

    private static Text advice(Problem problem, Reader reader) {
        if (reader.signedOut(problem)) {
            return FrameTexts.ADVICE_SIGNED_OUT;
        }
        return switch (problem.kind()) {
            case UNAVAILABLE -> FrameTexts.ADVICE_UNAVAILABLE;
            case FAILED -> problem.code().equals(BROKE_OFF) ? FrameTexts.ADVICE_BROKE_OFF : FrameTexts.ADVICE_FAILED;
            case NOT_FOUND -> reader.inConsole() ? FrameTexts.ADVICE_CONSOLE : FrameTexts.ADVICE_NOT_FOUND;
            case GONE -> reader.inConsole() ? FrameTexts.ADVICE_CONSOLE : FrameTexts.ADVICE_GONE;
            case UNAUTHENTICATED, FORBIDDEN ->
                reader.inConsole() ? FrameTexts.ADVICE_CONSOLE : FrameTexts.ADVICE_FORBIDDEN;
            default -> reader.inConsole() ? FrameTexts.ADVICE_CONSOLE : FrameTexts.ADVICE_INPUT;
        };
    }

    private static List<Link> links(Locale language, Problem problem, Reader reader, List<Link> navigation) {
        List<Link> links = new ArrayList<>();
        if (reader.signedOut(problem) && reader.belowConsole()) {
            // Whoever asks for it is led to sign in, and comes back to it.
            links.add(new Link(FrameTexts.SIGN_IN.in(language), reader.address(), null));
        } else if (reader.inConsole()) {
            links.add(new Link(FrameTexts.TO_CONSOLE.in(language), Reader.CONSOLE, null));
        }
        links.addAll(navigation);
        return links;
    }
}
