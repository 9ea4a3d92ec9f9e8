package de.kreiswerk.proposals.web.http;

import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.Pages;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

/** What the public servlets have in common: they are only read, and say in a page what went wrong. */
public abstract class Answering extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ALLOW = "GET, HEAD, OPTIONS";

    /** The frame of all pages. */
    protected final transient Pages pages;

    /**
     * Answers.
     *
     * @param pages the frame
     */
    protected Answering(Pages pages) {
        this.pages = pages;
    }

    @Override
    public final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> read(request, response);
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
     * Answers GET and HEAD.
     *
     * @param request the request
     * @param response the response
     * @throws IOException when writing fails
     */
    protected abstract void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;

    private void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(request, response);
        } catch (ProblemException e) {
            pages.writeProblem(request, response, e.problem());
        }
    }

    /** Leads to another path on this host. */
    protected static void redirect(HttpServletResponse response, String path) {
        try {
            redirectTo(response, new URI(null, null, path, null).toASCIIString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a path: " + path, e);
        }
    }

    /** The same with an address that is encoded. Without the host: what a request calls it must not get into an answer. */
    protected static void redirectTo(HttpServletResponse response, String address) {
        response.setHeader("Location", address);
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Cache-Control", "no-cache");
        response.setContentLength(0);
    }
}
