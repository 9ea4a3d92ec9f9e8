package de.kreiswerk.core.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers everything else: the log has the stack trace, the caller has the id to ask for it. */
@Provider
public final class OtherExceptions implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(OtherExceptions.class);

    private final ProblemAnswers answers;

    @Context
    private HttpServletRequest request;

    OtherExceptions(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Response toResponse(Throwable exception) {
        // First: a body that is too large is found while its JSON is read.
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return answers.answer(problem.problem(), request);
            }
        }
        if (exception instanceof JsonProcessingException json && isOfTheRequest(json)) {
            return answers.answer(unreadable(line(json)), request);
        }
        if (exception instanceof CharConversionException) {
            return answers.answer(unreadable(0), request);
        }
        if (hungUp(exception)) {
            LOG.debug("A client hung up", exception);
        } else {
            LOG.error("A request failed", exception);
        }
        return answers.answer(
                new Problem(
                        Problem.Kind.FAILED,
                        "internal-error",
                        new Text("Fehler der Plattform", "Fault of the platform"),
                        new Text(
                                "Etwas ist schiefgegangen, das nicht an Ihrer Anfrage liegt. Nennen Sie der Administration die Nummer der Anfrage.",
                                "Something went wrong that is not the fault of your request. Tell your administrator the id of the request."),
                        List.of()),
                request);
    }

    /** Not of an answer that cannot be written. What exceeds a limit, such as the depth, does not say who read it. */
    private static boolean isOfTheRequest(JsonProcessingException json) {
        return json.getProcessor() instanceof JsonParser || json instanceof StreamConstraintsException;
    }

    /** A client that does not wait for its answer is no fault of anybody here. */
    private static boolean hungUp(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException || cause instanceof ClosedChannelException) {
                return true;
            }
            if (cause instanceof IOException
                    && String.valueOf(cause.getMessage()).matches("(?i).*(broken pipe|connection reset).*")) {
                return true;
            }
        }
        return false;
    }

    private static int line(JsonProcessingException json) {
        return json.getLocation() == null ? 0 : json.getLocation().getLineNr();
    }

    private static Problem unreadable(int line) {
        Text reason = new Text(
                "Ab hier ist es kein gültiges JSON dieser Art", "From here on it is no valid JSON of this kind");
        return new Problem(
                Problem.Kind.MALFORMED,
                "json-malformed",
                new Text("JSON nicht lesbar", "JSON malformed"),
                new Text(
                        "Der Inhalt der Anfrage ist kein JSON, wie es hier erwartet wird.",
                        "The body of the request is not the JSON that is expected here."),
                List.of(new Problem.Place(line, reason)));
    }
}
