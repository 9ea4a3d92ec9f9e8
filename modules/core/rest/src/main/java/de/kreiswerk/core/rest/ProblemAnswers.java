package de.kreiswerk.core.rest;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ProblemDetails;
import de.kreiswerk.core.api.web.WebConstants;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

/** Makes a response of a problem. */
final class ProblemAnswers {

    private static final String RETRY_SECONDS = "5";

    private final ProblemDetails details;

    ProblemAnswers(ProblemDetails details) {
        this.details = details;
    }

    Response answer(Problem problem, HttpServletRequest request) {
        int status = problem.kind().status();
        request.setAttribute(WebConstants.REST_HANDLED, Boolean.TRUE);
        request.setAttribute(WebConstants.ANSWERED, Boolean.TRUE);
        request.setAttribute(WebConstants.PROBLEM, problem);
        Locale locale = Text.languageOf(request.getHeader("Accept-Language"));
        Object requestId = request.getAttribute(WebConstants.REQUEST_ID);
        Response.ResponseBuilder response = Response.status(status)
                .type(ProblemDetails.MEDIA_TYPE)
                // A cache may keep even a 404 unless it is told not to, and what is missing may be there in a moment.
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, "en".equals(locale.getLanguage()) ? "en" : "de")
                .entity(details.json(problem, locale, requestId == null ? null : requestId.toString()));
        if (status == Problem.Kind.UNAVAILABLE.status()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (status == Problem.Kind.UNAUTHENTICATED.status()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"kreiswerk\"");
        }
        return response.build();
    }
}
