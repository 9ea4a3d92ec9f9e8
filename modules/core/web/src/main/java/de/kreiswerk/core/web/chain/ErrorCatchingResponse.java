package de.kreiswerk.core.web.chain;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Notes an error that a servlet or the server announces, so that the chain can answer it in the platform's own words. */
final class ErrorCatchingResponse extends HttpServletResponseWrapper {

    private final Runnable standardHeaders;
    private int error;

    ErrorCatchingResponse(HttpServletResponse response, Runnable standardHeaders) {
        super(response);
        this.standardHeaders = standardHeaders;
    }

    int error() {
        return error;
    }

    /** Whoever starts again does not get rid of what every answer carries. */
    @Override
    public void reset() {
        super.reset();
        standardHeaders.run();
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (isCommitted()) {
            throw new IllegalStateException("The response is on its way already");
        }
        resetBuffer();
        error = status;
    }
}
