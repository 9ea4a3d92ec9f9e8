package de.kreiswerk.audit.web.persons;

import de.kreiswerk.audit.api.PersonRequest;
import de.kreiswerk.audit.api.PersonRequests;
import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.web.Rendering;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.formkit.FormErrors;
import de.kreiswerk.core.formkit.FormField;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What both pages have: a list with its forms, and below it the records of a request. What somebody may is the service's to say. */
abstract class RequestsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;
    private static final String READ = "GET, HEAD, OPTIONS";
    private static final String SEND = "POST, OPTIONS";
    private static final String ASK = "/anfrage";
    private static final Pattern OF_ONE = Pattern.compile("/anfrage/([0-9a-f-]{36})(/entscheidung)?");

    private final transient Pages pages;
    private final transient Console console;
    private final transient PersonRequests requests;
    private final String base;

    RequestsServlet(Pages pages, Console console, PersonRequests requests, String base) {
        this.pages = pages;
        this.console = console;
        this.requests = requests;
        this.base = base;
    }

    /** What the page lists. */
    abstract List<PersonRequest> list(Caller caller);

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
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Matcher one = OF_ONE.matcher(path);
        boolean list = path.isEmpty() || path.equals("/");
        boolean asks = path.equals(ASK) && base.equals(AskingServlet.BASE);
        boolean decides = one.matches() && one.group(2) != null && base.equals(DecidingServlet.BASE);
        boolean records = one.matches() && one.group(2) == null;
        if (!list && !asks && !decides && !records) {
            throw notFound();
        }
        String allowed = list || records ? READ : SEND;
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (request.getMethod().equals("OPTIONS")) {
            response.setHeader("Allow", allowed);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (reads && list) {
            show(
                    request,
                    response,
                    new HashMap<>(Map.of(RequestsView.PERSON, text(request, RequestsView.PERSON))),
                    FormErrors.NONE);
        } else if (reads && records) {
            records(request, response, one.group(1));
        } else if (request.getMethod().equals("POST") && asks) {
            ask(request, response);
        } else if (request.getMethod().equals("POST") && decides) {
            decide(request, response, one.group(1));
        } else {
            response.setHeader("Allow", allowed);
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<FormField> fields = List.of(
                new FormField("subject", RequestsView.PERSON, PersonTexts.PERSON),
                new FormField("reason", RequestsView.REASON, PersonTexts.REASON),
                new FormField("firstDay", RequestsView.FIRST, PersonTexts.FIRST),
                new FormField("lastDay", RequestsView.LAST, PersonTexts.LAST));
        send(
                request,
                response,
                fields,
                caller -> requests.ask(
                        caller,
                        text(request, RequestsView.PERSON),
                        text(request, RequestsView.REASON),
                        day(text(request, RequestsView.FIRST)),
                        day(text(request, RequestsView.LAST))));
    }

    private void decide(HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
        send(
                request,
                response,
                List.of(new FormField("decision", RequestsView.decision(id), PersonTexts.DECIDE)),
                caller -> {
                    String decision = text(request, "entscheidung");
                    if (!decision.equals("genehmigt") && !decision.equals("abgelehnt")) {
                        throw new InvalidEntry(
                                Problem.Kind.UNPROCESSABLE,
                                "not-decided",
                                PersonTexts.DECIDE,
                                Map.of("decision", PersonTexts.CHOOSE));
                    }
                    requests.decide(caller, id, decision.equals("genehmigt"));
                });
    }

    @FunctionalInterface
    private interface Act {
        void by(Caller caller);
    }

    private void send(HttpServletRequest request, HttpServletResponse response, List<FormField> fields, Act act)
            throws IOException {
        try {
            act.by(caller(request));
        } catch (ProblemException e) {
            boolean forbidden = e.problem().kind() == Problem.Kind.FORBIDDEN;
            if (forbidden && !e.problem().code().equals("own-request")) {
                throw e;
            }
            response.setStatus(e.problem().kind().status());
            Map<String, String> typed = new HashMap<>();
            fields.forEach(field -> typed.put(field.id(), text(request, field.id())));
            show(request, response, typed, FormErrors.of(e, fields, pages.language(request)));
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", base + "#anfragen");
    }

    private void show(
            HttpServletRequest request, HttpServletResponse response, Map<String, String> typed, FormErrors errors)
            throws IOException {
        Locale language = pages.language(request);
        Object token = request.getAttribute(WebConstants.CSRF_TOKEN);
        RequestsView view = new RequestsView(
                language,
                token == null ? "" : token.toString(),
                caller(request),
                base,
                requests.isOn(),
                list(caller(request)),
                Instant.now(),
                typed,
                errors);
        console.write(
                request,
                response,
                new Pages.Page(view.title(), Rendering.of(output -> JterequestsGenerated.render(output, null, view))));
    }

    private void records(HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
        String after = text(request, RequestsView.AFTER);
        PersonRequest asked = requests.get(caller(request), id);
        TrailPage page = requests.records(caller(request), id, after.isEmpty() ? null : after, SHOWN);
        ActsView view = new ActsView(pages.language(request), caller(request), base, asked, page, !after.isEmpty());
        console.write(
                request,
                response,
                new Pages.Page(
                        view.in(PersonTexts.RECORDS),
                        Rendering.of(output -> JteactsGenerated.render(output, null, view))));
    }

    /** Null when it is none: the service says what is missing. A year of more than four digits is mistyped. */
    private static LocalDate day(String typed) {
        try {
            return typed.length() == "2026-11-27".length() ? LocalDate.parse(typed) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private static Caller caller(HttpServletRequest request) {
        return (Caller) request.getAttribute(WebConstants.CALLER);
    }

    private static ProblemException notFound() {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "not-found",
                new Text("Nicht gefunden", "Not found"),
                new Text("Unter dieser Adresse gibt es nichts.", "There is nothing at this address."));
    }
}
