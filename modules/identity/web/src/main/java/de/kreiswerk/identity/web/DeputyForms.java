package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.formkit.Days;
import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.core.formkit.FormErrors;
import de.kreiswerk.core.formkit.FormField;
import de.kreiswerk.core.formkit.Removal;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.Deputyship;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Shows who stands in for whom, ends it, and takes the form for one more: for oneself, or for all in the console. */
public abstract class DeputyForms extends FormServlet {

    private static final long serialVersionUID = 1L;

    private static final String SAVED = "fertig";
    private static final List<FormField> FIELDS = List.of(
            new FormField("loginName", "durch", DeputyTexts.DEPUTY),
            new FormField("firstDay", "von", DeputyTexts.FIRST_DAY),
            new FormField("lastDay", "bis", DeputyTexts.LAST_DAY));
    private static final List<FormField> FOR_OTHERS = Stream.concat(
                    Stream.of(new FormField("accountId", "fuer", DeputyTexts.WHO_IS_AWAY)), FIELDS.stream())
            .toList();

    protected final transient Deputies deputies;
    private final String address;

    /**
     * Serves.
     *
     * @param pages the frame
     * @param deputies the rules
     * @param address where the page is
     */
    protected DeputyForms(Pages pages, Deputies deputies, String address) {
        super(pages);
        this.deputies = deputies;
        this.address = address;
    }

    @Override
    protected final void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        write(request, response, view(request, FormErrors.NONE));
    }

    @Override
    protected final void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String ended = Forms.text(request, "vertretung");
            if (ended.isEmpty()) {
                Days days = new Days(field -> Forms.text(request, field));
                Deputies.Entry entry = new Deputies.Entry(
                        Forms.text(request, "durch"), days.day("von", "firstDay"), days.day("bis", "lastDay"));
                days.mustBeDays();
                deputies.appoint(Forms.caller(request), accountOf(request), entry);
            } else {
                Removal.of("deputyship-not-found", () -> deputies.end(Forms.caller(request), ended));
            }
            Addresses.seeOther(response, address + "?" + SAVED + "=1");
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            if (problem.kind() != Problem.Kind.UNPROCESSABLE && problem.kind() != Problem.Kind.FORBIDDEN) {
                throw refused;
            }
            response.setStatus(problem.kind().status());
            write(request, response, view(request, FormErrors.of(refused, fields(request), pages.language(request))));
        }
    }

    private List<FormField> fields(HttpServletRequest request) {
        String ended = Forms.text(request, "vertretung");
        if (!ended.isEmpty()) {
            return List.of(new FormField(FormField.ALL, "beenden-" + ended, DeputyTexts.END));
        }
        return isForOthers() ? FOR_OTHERS : FIELDS;
    }

    private static Field field(HttpServletRequest request, FormErrors errors, String id) {
        return new Field(id, errors.any() ? Forms.text(request, id) : "", errors.at(id), null);
    }

    private DeputiesView view(HttpServletRequest request, FormErrors errors) {
        String token = Forms.token(request);
        return new DeputiesView(
                pages.language(request),
                token == null ? "" : token,
                address,
                agreed(Forms.caller(request)),
                isForOthers(),
                mayChange(Forms.caller(request)),
                mayAppoint(Forms.caller(request)),
                !errors.any() && Forms.field(request, SAVED) != null,
                errors,
                field(request, errors, "fuer"),
                field(request, errors, "durch"),
                field(request, errors, "von"),
                field(request, errors, "bis"));
    }

    /** Whose work the form is about. */
    protected abstract String accountOf(HttpServletRequest request);

    /** What is shown. */
    protected abstract List<Deputyship> agreed(Caller caller);

    /** Whether the form asks who is away. */
    protected abstract boolean isForOthers();

    /** Whether there are forms; the service decides in each case. */
    protected abstract boolean mayChange(Caller caller);

    /** Whether there is a form for one more. */
    protected boolean mayAppoint(Caller caller) {
        return mayChange(caller);
    }

    /** Writes the page in its frame. */
    protected abstract void write(HttpServletRequest request, HttpServletResponse response, DeputiesView view)
            throws IOException;

    /** The page's inside. */
    protected static String html(DeputiesView view) {
        return Rendering.deputies(view);
    }
}
