package de.kreiswerk.audit.web.retention;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.NewHold;
import de.kreiswerk.audit.api.Retention;
import de.kreiswerk.audit.web.Rendering;
import de.kreiswerk.audit.web.console.ConsoleServlet;
import de.kreiswerk.audit.web.console.Download;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.formkit.FormErrors;
import de.kreiswerk.core.formkit.FormField;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /admin/aufbewahrung}: one page, and a form for each thing that can be done on it. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + AuditPermissions.READ_RETENTION)
@HttpWhiteboardServletPattern(RetentionServlet.BASE + "/*")
public class RetentionServlet extends ConsoleServlet {

    /** Where the page is. */
    public static final String BASE = Console.BASE + "/aufbewahrung";

    private static final long serialVersionUID = 1L;
    private static final String ID = "([0-9a-f-]{36})";
    private static final Pattern OFFER = Pattern.compile("/angebot/" + ID + "/(kopie|entscheidung|zurueck)");
    private static final Pattern LIFT = Pattern.compile("/sperre/" + ID + "/aufheben");
    private static final String ALL_DUE = "/faellig";
    private static final String PERSON = "/person";
    private static final String HOLD = "/sperre";

    private final transient Console console;
    private final transient Retention retention;

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     * @param retention what is asked and told
     */
    @Activate
    public RetentionServlet(@Reference Pages pages, @Reference Console console, @Reference Retention retention) {
        super(pages);
        this.console = console;
        this.retention = retention;
    }

    @Override
    protected boolean isForm(String path) {
        if (path.isEmpty() || path.equals("/")) {
            return false;
        }
        if (Set.of(ALL_DUE, PERSON, HOLD).contains(path)
                || OFFER.matcher(path).matches()
                || LIFT.matcher(path).matches()) {
            return true;
        }
        throw notFound("Beginnen Sie auf der Seite „Aufbewahrung“.", "Begin at the page 'Retention'.");
    }

    @FunctionalInterface
    private interface Act {
        void of(Caller caller) throws IOException;
    }

    /**
     * A form of the page.
     *
     * @param fields its fields, in its order
     * @param part where on the page the reader goes on, null when the answer is a file
     * @param act what it does
     */
    private record Form(List<FormField> fields, String part, Act act) {}

    private Form form(HttpServletRequest request, HttpServletResponse response, String path) {
        if (path.equals(ALL_DUE)) {
            return new Form(List.of(), "angebote", caller -> retention.offerDue(caller));
        }
        if (path.equals(PERSON)) {
            return new Form(
                    List.of(new FormField(FormField.ALL, RetentionView.SUBJECT, RetentionTexts.SUBJECT)),
                    "angebote",
                    caller -> retention.offerPerson(caller, text(request, RetentionView.SUBJECT)));
        }
        if (path.equals(HOLD)) {
            return new Form(
                    List.of(
                            new FormField("reason", RetentionView.REASON, RetentionTexts.REASON),
                            new FormField("objectType", RetentionView.OBJECT_TYPE, RetentionTexts.OBJECT_TYPE),
                            new FormField("objectId", RetentionView.OBJECT, RetentionTexts.OBJECT),
                            new FormField("subject", RetentionView.HELD_SUBJECT, RetentionTexts.SUBJECT)),
                    "sperren",
                    caller -> retention.place(
                            caller,
                            new NewHold(
                                    text(request, RetentionView.OBJECT_TYPE),
                                    text(request, RetentionView.OBJECT),
                                    text(request, RetentionView.HELD_SUBJECT),
                                    text(request, RetentionView.REASON))));
        }
        Matcher lift = LIFT.matcher(path);
        if (lift.matches()) {
            return new Form(List.of(), "sperren", caller -> retention.lift(caller, lift.group(1)));
        }
        Matcher offer = OFFER.matcher(path);
        if (!offer.matches()) {
            throw new IllegalArgumentException(path);
        }
        String id = offer.group(1);
        return switch (offer.group(2)) {
            case "kopie" -> new Form(List.of(), null, caller -> copy(caller, response, id));
            case "zurueck" -> new Form(List.of(), "angebote", caller -> retention.withdraw(caller, id));
            default -> decision(request, id);
        };
    }

    private Form decision(HttpServletRequest request, String id) {
        String reference = RetentionView.REFERENCE + "-" + id;
        String understood = RetentionView.UNDERSTOOD + "-" + id;
        return new Form(
                List.of(
                        new FormField("reference", reference, RetentionTexts.REFERENCE),
                        new FormField("understood", understood, RetentionTexts.DECIDE)),
                "angebote",
                caller -> {
                    String decision = text(request, "entscheidung");
                    boolean taken = decision.equals("uebernommen");
                    if (text(request, understood).isEmpty() || !taken && !decision.equals("abgelehnt")) {
                        throw new InvalidEntry(
                                Problem.Kind.UNPROCESSABLE,
                                "not-confirmed",
                                RetentionTexts.DECIDE,
                                Map.of("understood", RetentionTexts.NOT_UNDERSTOOD));
                    }
                    retention.decide(caller, id, taken, text(request, reference));
                });
    }

    private void copy(Caller caller, HttpServletResponse response, String id) throws IOException {
        Download download = new Download(response, "archiv-" + id + ".zip");
        try {
            retention.writeCopy(caller, id, download);
        } catch (ProblemException e) {
            if (download.hasBegun()) {
                // Half a copy must not look like a whole one.
                throw new IOException("The copy broke off", e);
            }
            throw e;
        }
    }

    @Override
    protected void show(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        show(request, response, List.of(), FormErrors.NONE);
    }

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        Form form = form(request, response, path);
        try {
            form.act().of(caller(request));
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.FORBIDDEN
                    && !e.problem().code().equals("own-offer")) {
                throw e;
            }
            response.setStatus(e.problem().kind().status());
            show(request, response, form.fields(), FormErrors.of(e, form.fields(), pages.language(request)));
            return;
        }
        if (form.part() != null) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", BASE + "#" + form.part());
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, List<FormField> sent, FormErrors errors)
            throws IOException {
        Locale language = pages.language(request);
        Caller caller = caller(request);
        Map<String, String> typed = new HashMap<>();
        sent.forEach(field -> typed.put(field.id(), text(request, field.id())));
        RetentionView view = new RetentionView(
                language,
                token(request),
                caller,
                retention.state(caller),
                retention.offers(caller),
                retention.holds(caller),
                typed,
                errors);
        console.write(
                request,
                response,
                new Pages.Page(
                        RetentionTexts.TITLE.in(language),
                        Rendering.of(output -> JteretentionGenerated.render(output, null, view))));
    }
}
