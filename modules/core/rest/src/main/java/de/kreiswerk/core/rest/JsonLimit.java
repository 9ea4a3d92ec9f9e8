package de.kreiswerk.core.rest;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.restkit.LimitedBody;
import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.ext.Provider;
import javax.ws.rs.ext.ReaderInterceptor;
import javax.ws.rs.ext.ReaderInterceptorContext;

/**
 * Refuses JSON that is larger than any entry: it is read into memory as a whole, unlike texts and files, which resources take as
 * streams. What the caller calls it says nothing: also {@code *}{@code /*} is read as JSON.
 */
@Provider
public final class JsonLimit implements ReaderInterceptor {

    static final long MAX_BYTES = 2L * 1024 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() != InputStream.class) {
            if (declared(context) > MAX_BYTES) {
                throw tooLarge();
            }
            // A length that was not declared is counted while it is read.
            context.setInputStream(new LimitedBody(context.getInputStream(), MAX_BYTES, JsonLimit::tooLarge));
        }
        return context.proceed();
    }

    /** -1 when the header is missing or none. */
    private static long declared(ReaderInterceptorContext context) {
        String length = context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                Problem.Kind.TOO_LARGE,
                "request-too-large",
                new Text("Anfrage zu groß", "Request too large"),
                new Text(
                        "Der Inhalt der Anfrage ist zu groß. Erlaubt sind hier 2 MiB.",
                        "The body of the request is too large. 2 MiB are allowed here."));
    }
}
