package de.kreiswerk.deployment.rest;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.WebConstants;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;

/** What requests to this area, and their answers, have in common. */
final class Requests {

    static final String BASE = "/api/deployment/v1";
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

    /** How long to wait; not at all when nothing is said. */
    static Duration wait(String seconds, Duration longest) {
        String digits = seconds == null || seconds.isBlank() ? "0" : seconds.strip();
        if (digits.matches("\\d{1,4}") && Long.parseLong(digits) <= longest.toSeconds()) {
            return Duration.ofSeconds(Long.parseLong(digits));
        }
        throw malformed(
                "parameter-malformed",
                new Text(
                        "Der Parameter „wait“ muss eine Zahl von 0 bis " + longest.toSeconds() + " sein: Sekunden.",
                        "The parameter 'wait' must be a number from 0 to " + longest.toSeconds() + ": seconds."));
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

    static ProblemException notFound(String code, Text detail) {
        return new ProblemException(Problem.Kind.NOT_FOUND, code, new Text("Nicht gefunden", "Not found"), detail);
    }

    private static ProblemException malformed(String code, Text detail) {
        return new ProblemException(
                Problem.Kind.MALFORMED, code, new Text("Anfrage nicht lesbar", "Request malformed"), detail);
    }
}
