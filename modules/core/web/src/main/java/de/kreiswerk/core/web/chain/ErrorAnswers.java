package de.kreiswerk.core.web.chain;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.ProblemDetails;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.problem.OparlError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with a problem: as a page to people, as JSON to programs. */
final class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final String RETRY_SECONDS = "5";
    private static final String RETRY_LATER_SECONDS = "60";

    private final ProblemDetails details;
    private final OparlError oparl = new OparlError();

    ErrorAnswers(ProblemDetails details) {
        this.details = details;
    }

    /** Writes the answer. {@code pages} is null while the frame of pages is away. */
    void write(HttpServletRequest request, HttpServletResponse response, Problem problem, Pages pages)
            throws IOException {
        request.setAttribute(WebConstants.PROBLEM, problem);
        if (pages == null || !wantsPage(request)) {
            writeJson(request, response, problem);
            return;
        }
        try {
            announce(response, problem);
            pages.writeProblem(request, response, problem);
        } catch (RuntimeException e) {
            LOG.error("The page of a problem failed", e);
            if (response.isCommitted()) {
                throw new IOException("The answer cannot be completed");
            }
            response.reset();
            writeJson(request, response, problem);
        }
    }

    private static void announce(HttpServletResponse response, Problem problem) {
        if (problem.kind() == Kind.UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        if (problem.kind() == Kind.TOO_MANY && response.getHeader("Retry-After") == null) {
            response.setHeader("Retry-After", RETRY_LATER_SECONDS);
        }
        if (problem.kind() == Kind.UNAUTHENTICATED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"kreiswerk\"");
        }
    }

    private void writeJson(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        announce(response, problem);
        Locale locale = Text.languageOf(request.getHeader("Accept-Language"));
        Object id = request.getAttribute(WebConstants.REQUEST_ID);
        byte[] body = body(request, response, problem, locale, id == null ? null : id.toString());
        response.setStatus(problem.kind().status());
        response.setHeader("Content-Language", "en".equals(locale.getLanguage()) ? "en" : "de");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    private byte[] body(
            HttpServletRequest request, HttpServletResponse response, Problem problem, Locale locale, String id) {
        if (OparlError.isFor(request.getRequestURI())) {
            response.setContentType(OparlError.MEDIA_TYPE);
            // Scripts of other sites read OParl, and are to read what is wrong as well.
            response.setHeader("Access-Control-Allow-Origin", "*");
            return oparl.json(problem, locale, id);
        }
        response.setContentType(ProblemDetails.MEDIA_TYPE);
        return details.json(problem, locale, id).getBytes(StandardCharsets.UTF_8);
    }

    static boolean wantsPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith("/api/") || OparlError.isFor(path) || path.startsWith("/health/")) {
            return false;
        }
        String accept = request.getHeader("Accept");
        if (accept == null || accept.contains("text/html")) {
            return true;
        }
        // Programs that take anything tend to say that they like JSON better.
        return accept.contains("*/*") && !accept.contains("json");
    }
}
