package de.kreiswerk.deployment.web.page;

import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.FileForm;
import de.kreiswerk.core.api.web.Pages;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Pages of the console, read by GET and changed by POST. */
public abstract class DeploymentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ALLOW = "GET, HEAD, POST, OPTIONS";

    private final transient Pages pages;
    private final transient Console console;

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     */
    protected DeploymentServlet(Pages pages, Console console) {
        this.pages = pages;
        this.console = console;
    }

    @Override
    public final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(Visit.of(request, response, pages.language(request)));
        } catch (ProblemException e) {
            // The server would make a fault of it before the chain can see what it is.
            pages.writeProblem(request, response, e.problem());
        }
    }

    private void answer(Visit visit) throws IOException {
        switch (visit.request().getMethod()) {
            case "GET", "HEAD" -> show(visit);
            case "POST" -> {
                if (visit.request().getAttribute(FileForm.ATTRIBUTE) == null) {
                    visit.mustBeSmall();
                }
                take(visit);
            }
            case "OPTIONS" -> {
                visit.response().setHeader("Allow", ALLOW);
                visit.response().setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> {
                visit.response().setHeader("Allow", ALLOW);
                visit.response().sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    /**
     * Answers GET and HEAD.
     *
     * @param visit the request
     * @throws IOException when writing fails
     */
    protected abstract void show(Visit visit) throws IOException;

    /**
     * Answers POST.
     *
     * @param visit the request
     * @throws IOException when writing fails
     */
    protected abstract void take(Visit visit) throws IOException;

    /**
     * Writes a page, with the status that the response has.
     *
     * @param visit the request
     * @param title the title
     * @param html what a template made
     * @throws IOException when writing fails
     */
    protected final void write(Visit visit, String title, String html) throws IOException {
        console.write(visit.request(), visit.response(), new Pages.Page(title, html));
    }
}
