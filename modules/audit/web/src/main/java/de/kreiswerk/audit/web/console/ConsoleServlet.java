package de.kreiswerk.audit.web.console;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the pages of this bundle in the console have in common: how they refuse, and what they read of a request. */
public abstract class ConsoleServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String READ = "GET, HEAD, OPTIONS";
    private static final String SEND = "POST, OPTIONS";

    /** The language, and pages for what is refused. */
    protected final transient Pages pages;

    /**
     * Serves.
     *
     * @param pages the language, and pages for what is refused
     */
    protected ConsoleServlet(Pages pages) {
        this.pages = pages;
    }

    @Override
    public final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(request, response, request.getPathInfo() == null ? "" : request.getPathInfo());
        } catch (ProblemException e) {
            // The server would make a fault of it before the chain can see what it is.
            pages.writeProblem(request, response, e.problem());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        boolean form = isForm(path);
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (reads && !form) {
            show(request, response, path);
        } else if (request.getMethod().equals("POST") && form) {
            send(request, response, path);
        } else {
            response.setHeader("Allow", form ? SEND : READ);
            if (request.getMethod().equals("OPTIONS")) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } else {
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    /**
     * Whether an address takes what a form sends, and shows nothing.
     *
     * @param path below the servlet's address, empty when it is that
     * @return true for a form's
     * @throws ProblemException when there is no such address
     */
    protected abstract boolean isForm(String path);

    /**
     * Shows a page.
     *
     * @param request what is asked
     * @param response the answer
     * @param path below the servlet's address, empty when it is that
     * @throws IOException when it cannot be written
     */
    protected abstract void show(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException;

    /**
     * Does what a form asks for.
     *
     * @param request what is asked
     * @param response the answer
     * @param path below the servlet's address
     * @throws IOException when it cannot be written
     */
    protected abstract void send(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException;

    /**
     * What was sent.
     *
     * @param request the request
     * @param name the field
     * @return without blanks around it, empty when nothing was; a line ends with one character, as browsers count it for {@code
     *     maxlength}, and not with the two that they send
     */
    protected static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip().replace("\r\n", "\n");
    }

    /**
     * Who asks.
     *
     * @param request the request
     * @return the caller
     */
    protected static Caller caller(HttpServletRequest request) {
        return (Caller) request.getAttribute(WebConstants.CALLER);
    }

    /**
     * What forms send back.
     *
     * @param request the request
     * @return the token, empty without a session
     */
    protected static String token(HttpServletRequest request) {
        Object token = request.getAttribute(WebConstants.CSRF_TOKEN);
        return token == null ? "" : token.toString();
    }

    /**
     * There is no such address.
     *
     * @param german where to go on, in German
     * @param english the same in English
     * @return the refusal
     */
    protected static ProblemException notFound(String german, String english) {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "not-found",
                new Text("Nicht gefunden", "Not found"),
                new Text(
                        ("Unter dieser Adresse gibt es nichts. " + german).strip(),
                        ("There is nothing at this address. " + english).strip()));
    }
}
