package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.identity.web.Addresses;
import de.kreiswerk.identity.web.FormServlet;
import de.kreiswerk.identity.web.Forms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** A list and its entries: the list at the page's address, an entry below it by its id, {@code neu} for a new one. */
abstract class PeopleServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    static final String NEW = "neu";
    private static final String SAVED = "fertig";
    private static final Set<Problem.Kind> SHOWN_IN_THE_FORM = Set.of(
            Problem.Kind.UNPROCESSABLE,
            Problem.Kind.CONFLICT,
            Problem.Kind.PRECONDITION_FAILED,
            Problem.Kind.FORBIDDEN);

    private final String base;
    private final String permission;
    private final transient Console console;

    PeopleServlet(Pages pages, Console console, String base, String permission) {
        super(pages);
        this.console = console;
        this.base = base;
        this.permission = permission;
    }

    @Override
    protected final void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = id(request);
        PageBasics basics = basics(request, Forms.field(request, SAVED) != null, null, null);
        if (id == null) {
            list(request, response, basics);
        } else {
            entry(request, response, basics, id);
        }
    }

    @Override
    protected final void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = id(request);
        if (id == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            change(request, response, id);
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            if (!SHOWN_IN_THE_FORM.contains(problem.kind())) {
                throw refused;
            }
            response.setStatus(problem.kind().status());
            String why = problem.detail().in(pages.language(request));
            entry(request, response, basics(request, false, why, problem.code()), id);
        }
    }

    abstract void list(HttpServletRequest request, HttpServletResponse response, PageBasics basics) throws IOException;

    abstract void entry(HttpServletRequest request, HttpServletResponse response, PageBasics basics, String id)
            throws IOException;

    abstract void change(HttpServletRequest request, HttpServletResponse response, String id) throws IOException;

    final void write(HttpServletRequest request, HttpServletResponse response, String title, String html)
            throws IOException {
        console.write(request, response, new Pages.Page(title, html));
    }

    final void saved(HttpServletResponse response, String id) {
        Addresses.seeOther(response, base + (id == null ? "" : "/" + id) + "?" + SAVED + "=1");
    }

    /** The revision that the form was made of: what somebody else changed meanwhile is not overwritten. */
    static Long revision(HttpServletRequest request) {
        String revision = Forms.text(request, "revision");
        return revision.matches("\\d{1,18}") ? Long.valueOf(revision) : Long.valueOf(-1);
    }

    static Set<String> chosen(HttpServletRequest request, String field) {
        String[] values = request.getParameterValues(field);
        return values == null ? Set.of() : Set.copyOf(java.util.Arrays.asList(values));
    }

    /** Of a page that shows what was just made. */
    final PageBasics made(HttpServletRequest request) {
        return basics(request, true, null, null);
    }

    private PageBasics basics(HttpServletRequest request, boolean saved, String error, String code) {
        String token = Forms.token(request);
        return new PageBasics(
                pages.language(request),
                token == null ? "" : token,
                Forms.caller(request).mayAnywhere(permission),
                saved,
                error,
                code);
    }

    private static String id(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.equals("/") ? null : path.substring(1);
    }
}
