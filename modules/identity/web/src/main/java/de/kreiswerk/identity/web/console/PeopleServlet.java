package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.formkit.FormErrors;
import de.kreiswerk.core.formkit.FormField;
import de.kreiswerk.identity.web.Addresses;
import de.kreiswerk.identity.web.FormServlet;
import de.kreiswerk.identity.web.Forms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** A list and its entries: the list at the page's address, an entry below it by its id, {@code neu} for a new one. */
abstract class PeopleServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    static final String NEW = "neu";
    private static final String SAVED = "fertig";
    private static final String REVISION = "revision";
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
        PageBasics basics = basics(request, Forms.field(request, SAVED) != null, FormErrors.NONE);
        if (NEW.equals(id) && !mayMake(Forms.caller(request))) {
            // Nobody fills in a form to hear then that they may not send it.
            Forms.caller(request).require(permission, Grant.ALL);
        }
        if (id != null) {
            entry(request, response, basics, id);
            return;
        }
        try {
            list(request, response, basics);
        } catch (InvalidEntry refused) {
            refuse(request, response, refused, null);
        }
    }

    @Override
    protected final void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = id(request);
        try {
            if (id == null) {
                changeList(request, response);
            } else {
                change(request, response, id);
            }
        } catch (ProblemException refused) {
            if (!SHOWN_IN_THE_FORM.contains(refused.problem().kind()) && !(refused instanceof InvalidEntry)) {
                throw refused;
            }
            refuse(request, response, refused, id);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemException refused, String id)
            throws IOException {
        Problem.Kind kind = refused.problem().kind();
        // What the form names is not there: the entry is wrong, and not the address.
        response.setStatus((kind == Problem.Kind.NOT_FOUND ? Problem.Kind.UNPROCESSABLE : kind).status());
        PageBasics basics = basics(request, false, FormErrors.of(refused, fields(request), pages.language(request)));
        if (id == null) {
            list(request, response, basics);
        } else {
            entry(request, response, basics, id);
        }
    }

    /** The fields of the form that was sent, in its order; what is wrong with them is told at them. */
    List<FormField> fields(HttpServletRequest request) {
        return List.of();
    }

    /** Whether somebody may make a new one, somewhere at least. */
    boolean mayMake(Caller caller) {
        return caller.mayAnywhere(permission);
    }

    /** Takes a form of the list. */
    void changeList(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
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
        return number(Forms.text(request, REVISION));
    }

    /** One that no entry has when it is none. */
    static long number(String revision) {
        return revision.matches("\\d{1,18}") ? Long.parseLong(revision) : -1;
    }

    /** The revision that the form carries: the one it was made of, until its user has seen what holds now. */
    static long revision(HttpServletRequest request, PageBasics basics, boolean typed, long now) {
        return typed && !basics.errors().conflict() && revision(request) >= 0 ? revision(request) : now;
    }

    static Set<String> chosen(HttpServletRequest request, String field) {
        String[] values = request.getParameterValues(field);
        return values == null ? Set.of() : Set.copyOf(java.util.Arrays.asList(values));
    }

    /** Of a page that shows what was just made. */
    final PageBasics made(HttpServletRequest request) {
        return basics(request, true, FormErrors.NONE);
    }

    final PageBasics basics(HttpServletRequest request, boolean saved, FormErrors errors) {
        String token = Forms.token(request);
        return new PageBasics(
                pages.language(request),
                token == null ? "" : token,
                Forms.caller(request).mayAnywhere(permission),
                saved,
                errors);
    }

    /** What the address names below the list, null for the list itself. */
    static String id(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.equals("/") ? null : path.substring(1);
    }
}
