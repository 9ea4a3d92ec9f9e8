package de.kreiswerk.core.rest;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.ext.Provider;
import javax.ws.rs.ext.ReaderInterceptor;
import javax.ws.rs.ext.ReaderInterceptorContext;

/** Refuses JSON that is larger than any entry: it is read into memory as a whole, unlike texts and files. */
@Provider
public final class JsonLimit implements ReaderInterceptor {

    static final long MAX_BYTES = 2L * 1024 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (isJson(context.getMediaType())) {
            if (declared(context) > MAX_BYTES) {
                throw tooLarge();
            }
            context.setInputStream(new Limited(context.getInputStream()));
        }
        return context.proceed();
    }

    private static boolean isJson(MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
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
                        "Der Inhalt der Anfrage ist zu groß. Als JSON sind 2 MiB erlaubt.",
                        "The body of the request is too large. 2 MiB are allowed as JSON."));
    }

    /** Bodies whose length was not declared are counted while they are read. */
    private static final class Limited extends FilterInputStream {

        private long read;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > MAX_BYTES) {
                throw tooLarge();
            }
        }
    }
}
