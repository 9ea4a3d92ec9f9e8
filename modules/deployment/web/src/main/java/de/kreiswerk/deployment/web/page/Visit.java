package de.kreiswerk.deployment.web.page;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody at a page.
 *
 * @param request the request
 * @param response the response
 * @param language the reader's language
 * @param path what the address names below the servlet's own, part by part
 */
public record Visit(HttpServletRequest request, HttpServletResponse response, Locale language, List<String> path) {

    /** Beside a file a form has a few words only. */
    private static final int LARGEST = 64 * 1024;

    private static final String REVISION = "revision";

    static Visit of(HttpServletRequest request, HttpServletResponse response, Locale language) {
        String below = request.getPathInfo();
        List<String> parts = below == null || below.equals("/")
                ? List.of()
                : List.of(below.substring(1).split("/", -1));
        return new Visit(request, response, language, parts);
    }

    /** Who it is. */
    public Caller caller() {
        return (Caller) request.getAttribute(WebConstants.CALLER);
    }

    /** The token that forms send back; empty without a session. */
    public String token() {
        Object token = request.getAttribute(WebConstants.CSRF_TOKEN);
        return token == null ? "" : token.toString();
    }

    /** Empty when it was not sent. */
    public String text(String field) {
        String value = request.getParameter(field);
        return value == null ? "" : value;
    }

    /** The boxes that were ticked. */
    public Set<String> chosen(String field) {
        String[] values = request.getParameterValues(field);
        return values == null ? Set.of() : new HashSet<>(List.of(values));
    }

    /** The revision that the form was made of: what somebody else changed meanwhile is not overwritten. */
    public long revision() {
        String revision = text(REVISION);
        // One that nothing has when it is none.
        return revision.matches("\\d{1,18}") ? Long.parseLong(revision) : -1;
    }

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }

    /** Leads to a page with GET, so that loading it anew sends nothing again. */
    public void seeOther(String address) {
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setContentLength(0);
    }

    /** Refuses a form that nobody has typed. */
    void mustBeSmall() {
        if (request.getContentLengthLong() > LARGEST) {
            throw new ProblemException(
                    Problem.Kind.TOO_LARGE,
                    "form-too-large",
                    new Text("Formular zu groß", "Form too large"),
                    new Text(
                            "Das Formular darf höchstens " + LARGEST / 1024 + " KiB haben. Kürzen Sie die Eingaben.",
                            "The form may have " + LARGEST / 1024 + " KiB at most. Shorten the entries."));
        }
    }

    /** Nothing is at this address. */
    public static ProblemException notFound() {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "not-found",
                new Text("Nicht gefunden", "Not found"),
                new Text(
                        "Unter dieser Adresse gibt es nichts. Beginnen Sie bei der Liste der Komponenten.",
                        "There is nothing at this address. Begin at the list of components."));
    }
}
