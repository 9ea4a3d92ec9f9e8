package de.kreiswerk.core.web.chain;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Notes an error that a servlet or the server announces, so that the chain can answer it in the platform's own words. */
final class ErrorCatchingResponse extends HttpServletResponseWrapper {

    private int error;

    ErrorCatchingResponse(HttpServletResponse response) {
        super(response);
    }

    int error() {
        return error;
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
