package de.kreiswerk.identity.rest;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;

/** What requests to this area, and their answers, have in common. */
final class Requests {

    static final String BASE = "/api/identity/v1";
    private static final Pattern ENTITY_TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Requests() {}

    /** All there is of something. */
    record All<T>(List<T> data) {}

    static Caller caller(HttpServletRequest request) {
        return (Caller) request.getAttribute(WebConstants.CALLER);
    }

    /** The revision that If-Match names (RFC 9110 section 13.1.1); null when it is not sent or is {@code *}. */
    static Long expectedRevision(String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher matcher = ENTITY_TAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw malformed(
                    "if-match-malformed",
                    new Text(
                            "If-Match nennt die Kopfzeile ETag der letzten Antwort, zum Beispiel \"3\".",
                            "If-Match names the ETag header of the last answer, such as \"3\"."));
        }
        return Long.valueOf(matcher.group(1));
    }

    static int limit(String value, int most, int usual) {
        if (value == null || value.isBlank()) {
            return usual;
        }
        if (value.strip().matches("\\d{1,6}") && Integer.parseInt(value.strip()) >= 1) {
            int limit = Integer.parseInt(value.strip());
            if (limit <= most) {
                return limit;
            }
        }
        throw malformed(
                "parameter-malformed",
                new Text(
                        "Der Parameter „limit“ muss eine Zahl von 1 bis " + most + " sein.",
                        "The parameter 'limit' must be a number from 1 to " + most + "."));
    }

    static void mustHaveBody(Object body) {
        if (body == null) {
            throw malformed(
                    "json-malformed", new Text("Der Inhalt der Anfrage fehlt.", "The body of the request is missing."));
        }
    }

    static Response ok(Object body, long revision) {
        return Response.ok(body).tag(new EntityTag(String.valueOf(revision))).build();
    }

    static Response created(Pages pages, String path, Object body, Long revision) {
        Response.ResponseBuilder answer = Response.created(URI.create(pages.baseUrl() + BASE + "/" + path))
                .entity(body);
        return revision == null
                ? answer.build()
                : answer.tag(new EntityTag(String.valueOf(revision))).build();
    }

    private static ProblemException malformed(String code, Text detail) {
        return new ProblemException(
                Problem.Kind.MALFORMED, code, new Text("Anfrage nicht lesbar", "Request malformed"), detail);
    }
}
