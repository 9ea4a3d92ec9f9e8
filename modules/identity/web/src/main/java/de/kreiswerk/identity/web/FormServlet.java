package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.Pages;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows a form and takes it; the chain puts the refusal of other methods into words. */
public abstract class FormServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String ALLOW = "GET, HEAD, POST, OPTIONS";

    protected final transient Pages pages;

    /**
     * Serves.
     *
     * @param pages the frame
     */
    protected FormServlet(Pages pages) {
        this.pages = pages;
    }

    @Override
    public final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(request, response);
        } catch (ProblemException e) {
            // The server would make a fault of it before the chain can see what it is.
            pages.writeProblem(request, response, e.problem());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> show(request, response);
            case "POST" -> {
                Forms.requireSmall(request, largest());
                take(request, response);
            }
            case "OPTIONS" -> {
                response.setHeader("Allow", ALLOW);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> {
                response.setHeader("Allow", ALLOW);
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    /**
     * How large a form may be.
     *
     * @return in bytes
     */
    protected int largest() {
        return Forms.USUAL;
    }

    /**
     * Answers GET and HEAD.
     *
     * @param request the request
     * @param response the response
     * @throws IOException when writing fails
     */
    protected abstract void show(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /**
     * Answers POST.
     *
     * @param request the request
     * @param response the response
     * @throws IOException when writing fails
     */
    protected abstract void take(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
