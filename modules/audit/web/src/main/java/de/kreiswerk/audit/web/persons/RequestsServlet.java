package de.kreiswerk.audit.web.persons;

import de.kreiswerk.audit.api.PersonRequest;
import de.kreiswerk.audit.api.PersonRequests;
import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.web.Rendering;
import de.kreiswerk.audit.web.console.ConsoleServlet;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.formkit.FormErrors;
import de.kreiswerk.core.formkit.FormField;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What both pages have: a list with its forms, and below it the records of a request. What somebody may is the service's to say. */
abstract class RequestsServlet extends ConsoleServlet {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;
    private static final String ASK = "/anfrage";
    private static final String ID = "/anfrage/([0-9a-f-]{36})";
    private static final Pattern RECORDS = Pattern.compile(ID);
    private static final Pattern DECISION = Pattern.compile(ID + "/entscheidung");

    private final transient Console console;
    private final transient PersonRequests requests;
    private final String base;

    RequestsServlet(Pages pages, Console console, PersonRequests requests, String base) {
        super(pages);
        this.console = console;
        this.requests = requests;
        this.base = base;
    }

    /** What the page lists. */
    abstract List<PersonRequest> list(Caller caller);

    @Override
    protected boolean isForm(String path) {
        if (isList(path) || RECORDS.matcher(path).matches()) {
            return false;
        }
        boolean form = base.equals(AskingServlet.BASE)
                ? path.equals(ASK)
                : DECISION.matcher(path).matches();
        if (!form) {
            throw notFound("", "");
        }
        return true;
    }

    private static boolean isList(String path) {
        return path.isEmpty() || path.equals("/");
    }

    @Override
    protected void show(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        Matcher one = RECORDS.matcher(path);
        if (one.matches()) {
            records(request, response, one.group(1));
        } else {
            show(
                    request,
                    response,
                    new HashMap<>(Map.of(RequestsView.PERSON, text(request, RequestsView.PERSON))),
                    FormErrors.NONE);
        }
    }

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        Matcher decision = DECISION.matcher(path);
        if (decision.matches()) {
            decide(request, response, decision.group(1));
        } else {
            ask(request, response);
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
        RequestsView view = new RequestsView(
                language, token(request), caller(request), base, requests.isOn(), list(caller(request)), typed, errors);
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
}
