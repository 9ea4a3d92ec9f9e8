package de.kreiswerk.core.web.chain;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Notes an error that a servlet or the server announces, so that the chain can answer it in its own words. */
final class ErrorCatchingResponse extends HttpServletResponseWrapper {

    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String CONTENT_RANGE = "Content-Range";

    private final Runnable standardHeaders;
    private final BooleanSupplier personal;
    private int error;

    /**
     * Wraps.
     *
     * @param standardHeaders sets what every answer carries
     * @param personal whether the answer is for one signed-in person: nobody may store it then, whatever its maker says
     */
    ErrorCatchingResponse(HttpServletResponse response, Runnable standardHeaders, BooleanSupplier personal) {
        super(response);
        this.standardHeaders = standardHeaders;
        this.personal = personal;
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, mustNotBeStored(name) ? "no-store" : value);
    }

    @Override
    public void addHeader(String name, String value) {
        if (mustNotBeStored(name)) {
            super.setHeader(name, "no-store");
        } else {
            super.addHeader(name, value);
        }
    }

    private boolean mustNotBeStored(String name) {
        return CACHE_CONTROL.equalsIgnoreCase(name) && personal.getAsBoolean();
    }

    int error() {
        return error;
    }

    /** Whoever starts again does not get rid of what every answer carries, nor of how long the file is that ends too soon. */
    @Override
    public void reset() {
        int status = error == 0 ? getStatus() : error;
        String length = status == SC_REQUESTED_RANGE_NOT_SATISFIABLE ? getHeader(CONTENT_RANGE) : null;
        super.reset();
        standardHeaders.run();
        if (length != null) {
            super.setHeader(CONTENT_RANGE, length);
        }
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
