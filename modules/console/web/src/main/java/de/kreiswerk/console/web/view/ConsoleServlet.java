package de.kreiswerk.console.web.view;

import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.Pages;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page of the console: read by GET and, where it can be changed, changed by POST. */
public abstract class ConsoleServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String READ = "GET, HEAD, OPTIONS";

    /** The frame of all pages. */
    protected final transient Pages pages;

    /**
     * Answers.
     *
     * @param pages the frame of all pages
     */
    protected ConsoleServlet(Pages pages) {
        this.pages = pages;
    }

    @Override
    public final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(request, response);
        } catch (ProblemException e) {
            pages.writeProblem(request, response, e.problem());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> read(request, response);
            case "POST" -> change(request, response);
            case "OPTIONS" -> {
                response.setHeader("Allow", allowed());
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> refuse(response);
        }
    }

    /**
     * Answers GET and HEAD.
     *
     * @param request the request
     * @param response the response
     * @throws IOException when writing fails
     */
    protected abstract void read(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /**
     * Answers POST. A page that cannot be changed does not know it.
     *
     * @param request the request
     * @param response the response
     * @throws IOException when writing fails
     */
    protected void change(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(response);
    }

    /** The methods that the page knows. */
    protected String allowed() {
        return READ;
    }

    /** Leads to another page on this host with GET, so that loading it anew sends nothing again. */
    protected static void seeOther(HttpServletResponse response, String address) {
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setContentLength(0);
    }

    private void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("Allow", allowed());
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
