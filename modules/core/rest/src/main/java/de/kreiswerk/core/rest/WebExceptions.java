package de.kreiswerk.core.rest;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what JAX-RS itself refuses: unknown paths, methods, media types. */
@Provider
public final class WebExceptions implements ExceptionMapper<WebApplicationException> {

    private static final Logger LOG = LoggerFactory.getLogger(WebExceptions.class);

    private record Words(Problem.Kind kind, String code, Text title, Text detail) {}

    private static final Map<Integer, Words> WORDS = Map.of(
            400,
                    new Words(
                            Problem.Kind.MALFORMED,
                            "request-malformed",
                            new Text("Anfrage nicht lesbar", "Request malformed"),
                            new Text(
                                    "Ein Parameter oder der Inhalt der Anfrage ist nicht lesbar. Vergleichen Sie sie mit der Beschreibung der Schnittstelle.",
                                    "A parameter or the body of the request cannot be read. Compare it with the description of the interface.")),
            404,
                    new Words(
                            Problem.Kind.NOT_FOUND,
                            "not-found",
                            new Text("Nicht gefunden", "Not found"),
                            new Text(
                                    "Unter dieser Adresse gibt es nichts. Prüfen Sie die Schreibweise.",
                                    "There is nothing at this address. Check its spelling.")),
            405,
                    new Words(
                            Problem.Kind.METHOD_NOT_ALLOWED,
                            "method-not-allowed",
                            new Text("Methode nicht erlaubt", "Method not allowed"),
                            new Text(
                                    "Diese Adresse kennt die Methode nicht. Welche sie kennt, steht in der Kopfzeile Allow.",
                                    "This address does not know the method. The Allow header names those it knows.")),
            406,
                    new Words(
                            Problem.Kind.NOT_ACCEPTABLE,
                            "not-acceptable",
                            new Text("Format nicht verfügbar", "Not acceptable"),
                            new Text(
                                    "Das verlangte Format gibt es hier nicht. Verlangen Sie application/json.",
                                    "The format that was asked for is not available. Ask for application/json.")),
            415,
                    new Words(
                            Problem.Kind.UNSUPPORTED_TYPE,
                            "unsupported-media-type",
                            new Text("Format nicht angenommen", "Unsupported media type"),
                            new Text(
                                    "Inhalte dieses Formats werden hier nicht angenommen. Üblich ist application/json; Vorlagentexte kommen als text/plain oder text/markdown, Komponenten als application/zip. Was diese Adresse annimmt, steht in ihrer Beschreibung (openapi.json).",
                                    "Content of this type is not accepted here. Mostly it is application/json; texts of proposals come as text/plain or text/markdown, components as application/zip. What this address accepts is in its description (openapi.json).")));

    private final ProblemAnswers answers;

    private final AllowedMethods allowed;

    @Context
    private HttpServletRequest request;

    @Context
    private UriInfo address;

    WebExceptions(ProblemAnswers answers, AllowedMethods allowed) {
        this.answers = answers;
        this.allowed = allowed;
    }

    @Override
    public Response toResponse(WebApplicationException exception) {
        int status = exception.getResponse().getStatus();
        if (status < 400) {
            return exception.getResponse();
        }
        if (status >= 500) {
            LOG.error("An endpoint announced a fault", exception);
        }
        Words words = WORDS.containsKey(status) ? WORDS.get(status) : otherwise(status);
        Problem problem = new Problem(words.kind(), words.code(), words.title(), words.detail(), List.of());
        Response.ResponseBuilder answer = Response.fromResponse(answers.answer(problem, request));
        return status == Problem.Kind.METHOD_NOT_ALLOWED.status()
                ? answer.header(
                                HttpHeaders.ALLOW,
                                String.join(
                                        ", ",
                                        allowed.of("/" + address.getPath(true).replaceAll("^/", ""))))
                        .build()
                : answer.build();
    }

    /** Keeps the status, so that a fault is not blamed on the caller and a conflict stays one. */
    private static Words otherwise(int status) {
        Problem.Kind family = status < 500 ? Problem.Kind.MALFORMED : Problem.Kind.FAILED;
        Problem.Kind kind = Arrays.stream(Problem.Kind.values())
                .filter(known -> known.status() == status)
                .findFirst()
                .orElse(family);
        return new Words(
                kind,
                status < 500 ? "request-refused" : "internal-error",
                new Text("Anfrage abgelehnt", "Request refused"),
                new Text(
                        "Die Anfrage kann so nicht bearbeitet werden (Status " + status + ").",
                        "The request cannot be handled like this (status " + status + ")."));
    }
}
