package de.kreiswerk.core.mail.page;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.settings.Settings;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.mail.outbox.MailEntry;
import de.kreiswerk.core.mail.outbox.MailPermission;
import de.kreiswerk.core.mail.outbox.MailState;
import de.kreiswerk.core.mail.outbox.OutboxDesk;
import de.kreiswerk.core.mail.smtp.SmtpConfig;
import de.kreiswerk.core.mail.smtp.SmtpServer;
import de.kreiswerk.core.mail.smtp.SmtpSettings;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /admin/post}: the outbox. What is done with one mail is sent to its address below. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + MailPermission.NAME)
@HttpWhiteboardServletPattern(PostServlet.PATH + "/*")
public class PostServlet extends HttpServlet {

    static final String PATH = Console.BASE + "/post";

    private static final long serialVersionUID = 1L;

    private static final String ALLOW = "GET, HEAD, POST, OPTIONS";
    private static final String DONE = "erfolg";
    private static final Map<String, Text> SUCCESSES = Map.of(
            "erneut", PostTexts.AGAIN_DONE,
            "abgebrochen", PostTexts.CANCEL_DONE,
            "test", PostTexts.TEST_DONE);
    private static final int SHOWN = 200;
    /** An address is short; nothing longer is worth reading. */
    private static final int LARGEST = 16 * 1024;

    private final transient Pages pages;
    private final transient Console console;
    private final transient OutboxDesk desk;
    private final transient SmtpServer server;

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     * @param desk the outbox
     * @param server whether anything is sent
     */
    @Activate
    public PostServlet(
            @Reference Pages pages,
            @Reference Console console,
            @Reference OutboxDesk desk,
            @Reference SmtpServer server) {
        this.pages = pages;
        this.console = console;
        this.desk = desk;
        this.server = server;
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
                response.setHeader("Allow", ALLOW);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> {
                response.setHeader("Allow", ALLOW);
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (id(request) == null) {
            Text success = SUCCESSES.get(String.valueOf(request.getParameter(DONE)));
            write(request, response, success, null, null);
        } else {
            // A mail has no page of its own.
            seeOther(response, PATH);
        }
    }

    private void change(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            seeOther(response, PATH + "?" + DONE + "=" + done(request));
        } catch (ProblemException e) {
            Problem problem = e.problem();
            response.setStatus(problem.kind().status());
            switch (problem.kind()) {
                case UNPROCESSABLE -> write(request, response, null, null, problem.detail());
                case CONFLICT, NOT_FOUND -> write(request, response, null, problem.detail(), null);
                default -> throw e;
            }
        }
    }

    /** By which word the page says so. */
    private String done(HttpServletRequest request) {
        if (request.getContentLengthLong() > LARGEST) {
            throw malformed();
        }
        Caller caller = caller(request);
        String id = id(request);
        String what = text(request, "was");
        if (id == null && what.equals("test")) {
            Locale language = pages.language(request);
            desk.test(
                    caller,
                    text(request, "adresse").strip(),
                    PostTexts.TEST_SUBJECT.in(language),
                    PostTexts.TEST_BODY.in(language));
            return "test";
        }
        if (id != null && what.equals("erneut")) {
            desk.again(caller, id);
            return "erneut";
        }
        if (id != null && what.equals("abbrechen")) {
            desk.cancel(caller, id);
            return "abgebrochen";
        }
        throw malformed();
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, Text success, Text error, Text addressError)
            throws IOException {
        Locale language = pages.language(request);
        MailState only = state(text(request, "zustand"));
        List<MailEntry> found = desk.list(caller(request), only, SHOWN + 1);
        SmtpSettings settings = server.settings();
        Object token = request.getAttribute(WebConstants.CSRF_TOKEN);
        PostView view = new PostView(
                language,
                token == null ? "" : token.toString(),
                settings.objection(),
                caller(request).may(Settings.PERMISSION, Grant.ALL)
                        ? Console.BASE + "/einstellungen/" + SmtpConfig.PID
                        : null,
                settings.host() + ":" + settings.port(),
                settings.fromAddress(),
                success,
                error,
                addressError,
                addressError == null ? "" : text(request, "adresse"),
                only,
                found.subList(0, Math.min(SHOWN, found.size())),
                found.size() > SHOWN);
        console.write(request, response, new Pages.Page(PostTexts.TITLE.in(language), Templates.post(view)));
    }

    /** Null for all, and for what is none. */
    private static MailState state(String name) {
        return Arrays.stream(MailState.values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private static String id(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.equals("/") ? null : path.substring(1);
    }

    private static Caller caller(HttpServletRequest request) {
        return (Caller) request.getAttribute(WebConstants.CALLER);
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static void seeOther(HttpServletResponse response, String address) {
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setContentLength(0);
    }

    private static ProblemException malformed() {
        return new ProblemException(
                Problem.Kind.MALFORMED,
                "form-malformed",
                new Text("Formular nicht lesbar", "Form malformed"),
                new Text(
                        "Im Formular fehlt etwas. Laden Sie die Seite neu und versuchen Sie es noch einmal.",
                        "Something is missing in the form. Reload the page and try again."));
    }
}
