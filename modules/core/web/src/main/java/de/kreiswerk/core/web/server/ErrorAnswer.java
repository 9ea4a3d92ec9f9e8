package de.kreiswerk.core.web.server;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ProblemDetails;
import de.kreiswerk.core.web.problem.OparlError;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers with problem details: who sends such a request is a program, or somebody who tries things. A browser gets a page: it may
 * only have come while the platform starts, or somebody mistyped an address.
 */
final class ErrorAnswer extends ErrorHandler {

    private final ProblemDetails details;
    private final OparlError oparl = new OparlError();

    ErrorAnswer(ProblemDetails details) {
        this.details = details;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        // Nobody here to find anything: the platform is starting or stopping. Elsewhere the chain says 404.
        Problem problem = problem(status == 404 ? 503 : status);
        Locale locale = Text.languageOf(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        response.setStatus(problem.kind().status());
        describe(response.getHeaders());
        byte[] body;
        if (OparlError.isFor(request.getHttpURI().getPath())) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, OparlError.MEDIA_TYPE);
            response.getHeaders().put(new HttpField("Access-Control-Allow-Origin", "*"));
            body = oparl.json(problem, locale, null);
        } else if (String.valueOf(request.getHeaders().get(HttpHeader.ACCEPT)).contains("text/html")) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, PlainPage.MEDIA_TYPE);
            body = PlainPage.of(problem, locale).getBytes(StandardCharsets.UTF_8);
        } else {
            body = body(problem, locale);
        }
        if (problem.kind() == Kind.UNAVAILABLE) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        describe(fields);
        return ByteBuffer.wrap(body(problem(status), Locale.GERMAN));
    }

    private static void describe(HttpFields.Mutable headers) {
        headers.put(HttpHeader.CONTENT_TYPE, ProblemDetails.MEDIA_TYPE);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(new HttpField("X-Content-Type-Options", "nosniff"));
        headers.put(new HttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"));
    }

    private byte[] body(Problem problem, Locale locale) {
        return details.json(problem, locale, null).getBytes(StandardCharsets.UTF_8);
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 413 ->
                problem(
                        Kind.TOO_LARGE,
                        "request-too-large",
                        new Text("Anfrage zu groß", "Request too large"),
                        new Text("Der Inhalt der Anfrage ist zu groß.", "The body of the request is too large."));
            case 414 ->
                problem(
                        Kind.ADDRESS_TOO_LONG,
                        "address-too-long",
                        new Text("Adresse zu lang", "Address too long"),
                        new Text("Die Adresse ist zu lang. Kürzen Sie sie.", "The address is too long. Shorten it."));
            case 431 ->
                problem(
                        Kind.HEADERS_TOO_LARGE,
                        "headers-too-large",
                        new Text("Kopfzeilen zu groß", "Headers too large"),
                        new Text(
                                "Adresse und Kopfzeilen der Anfrage sind zusammen zu groß.",
                                "Address and headers of the request are too large together."));
            case 503 ->
                problem(
                        Kind.UNAVAILABLE,
                        "platform-starting-or-stopping",
                        new Text("Gleich wieder da", "Back in a moment"),
                        new Text(
                                "Die Plattform startet oder endet gerade. Versuchen Sie es in einem Augenblick erneut.",
                                "The platform is starting or stopping. Try again in a moment."));
            case 505 ->
                problem(
                        Kind.VERSION_NOT_SUPPORTED,
                        "http-version-not-supported",
                        new Text("HTTP-Version nicht unterstützt", "HTTP version not supported"),
                        new Text("Der Server spricht HTTP/1.1.", "The server speaks HTTP/1.1."));
            default ->
                status < 500
                        ? problem(
                                Kind.MALFORMED,
                                "request-malformed",
                                new Text("Anfrage nicht lesbar", "Request malformed"),
                                new Text(
                                        "Die Anfrage hält sich nicht an HTTP, oder ihre Adresse enthält unerlaubte Zeichen.",
                                        "The request does not follow HTTP, or its address has characters that are not allowed."))
                        : problem(
                                Kind.FAILED,
                                "internal-error",
                                new Text("Fehler der Plattform", "Fault of the platform"),
                                new Text(
                                        "Etwas ist schiefgegangen, das nicht an Ihnen liegt.",
                                        "Something went wrong that is not your fault."));
        };
    }

    private static Problem problem(Kind kind, String code, Text title, Text detail) {
        return new Problem(kind, code, title, detail, List.of());
    }
}
