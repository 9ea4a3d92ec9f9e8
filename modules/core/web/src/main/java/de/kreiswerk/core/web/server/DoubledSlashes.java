package de.kreiswerk.core.web.server;

import de.kreiswerk.core.web.problem.OparlError;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * An address of OParl with doubled slashes leads to the one without (OParl 1.1, chapter 2.3); the server would refuse it.
 * Everywhere else it stays refused, and no endpoint ever sees one.
 */
final class DoubledSlashes implements HttpConfiguration.Customizer {

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        HttpURI written = request.getHttpURI();
        if (!written.hasViolation(Violation.AMBIGUOUS_EMPTY_SEGMENT)) {
            return request;
        }
        String path = written.getPath().replaceAll("/+", "/");
        if (!OparlError.isFor(path)) {
            throw new BadMessageException("Empty segments in the path");
        }
        // With a slash at its end it is not canonical either, so that OParl leads on from there.
        HttpURI single = HttpURI.build(written)
                .path(path.endsWith("/") ? path : path + "/")
                .asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpURI getHttpURI() {
                return single;
            }
        };
    }
}
