package de.kreiswerk.console.web.settings;

import de.kreiswerk.console.web.view.ConsoleServlet;
import de.kreiswerk.console.web.view.FormToken;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.settings.InvalidSettings;
import de.kreiswerk.core.api.settings.SettingGroup;
import de.kreiswerk.core.api.settings.Settings;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /admin/einstellungen}: all settings, and below it a form for each group of them. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + Settings.PERMISSION)
@HttpWhiteboardServletPattern(SettingsServlet.PATH + "/*")
public class SettingsServlet extends ConsoleServlet {

    static final String PATH = Console.BASE + "/einstellungen";

    private static final long serialVersionUID = 1L;
    private static final String DONE = "erfolg";
    private static final Map<String, Text> SUCCESSES = Map.of(
            "gesichert", SettingsTexts.SAVED,
            "unveraendert", SettingsTexts.NOT_CHANGED,
            "zurueckgesetzt", SettingsTexts.TAKEN_BACK);

    private final transient Settings settings;
    private final transient Console console;

    /**
     * Serves.
     *
     * @param settings the settings
     * @param console the frame
     * @param pages the frame of all pages
     */
    @Activate
    public SettingsServlet(@Reference Settings settings, @Reference Console console, @Reference Pages pages) {
        super(pages);
        this.settings = settings;
        this.console = console;
    }

    static String address(String pid) {
        return PATH + "/" + URLEncoder.encode(pid, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    protected String allowed() {
        return "GET, HEAD, POST, OPTIONS";
    }

    @Override
    protected void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            list(request, response);
        } else if (path.equals("/")) {
            seeOther(response, PATH);
        } else {
            SettingGroup group = group(request);
            Text success = SUCCESSES.get(String.valueOf(request.getParameter(DONE)));
            write(request, response, group, Map.of(), Map.of(), success, false);
        }
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = pages.language(request);
        SettingsListView view = new SettingsListView(language, settings.groups(caller(request), language));
        console.write(request, response, new Pages.Page(SettingsTexts.TITLE.in(language), Templates.list(view)));
    }

    @Override
    protected void change(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SettingGroup group = group(request);
        long revision = number(request, "stand");
        if ("zuruecksetzen".equals(request.getParameter("aktion"))) {
            takeBack(request, response, group, revision);
        } else {
            save(request, response, group, revision);
        }
    }

    private void save(HttpServletRequest request, HttpServletResponse response, SettingGroup group, long revision)
            throws IOException {
        Map<String, List<String>> entered = SettingsForm.read(request, group);
        try {
            long now = settings.change(caller(request), group.pid(), revision, entered);
            done(response, group, now == revision ? "unveraendert" : "gesichert");
        } catch (InvalidSettings e) {
            response.setStatus(e.problem().kind().status());
            write(request, response, group, entered, e.errors(), null, false);
        } catch (ProblemException e) {
            rethrowUnlessConflict(e);
            response.setStatus(e.problem().kind().status());
            write(request, response, group(request), entered, Map.of(), null, true);
        }
    }

    private void takeBack(HttpServletRequest request, HttpServletResponse response, SettingGroup group, long revision)
            throws IOException {
        try {
            settings.takeBack(caller(request), group.pid(), number(request, "aenderung"), revision);
            done(response, group, "zurueckgesetzt");
        } catch (ProblemException e) {
            rethrowUnlessConflict(e);
            response.setStatus(e.problem().kind().status());
            write(request, response, group(request), Map.of(), Map.of(), null, true);
        }
    }

    private static void rethrowUnlessConflict(ProblemException e) {
        if (e.problem().kind() != Problem.Kind.PRECONDITION_FAILED) {
            throw e;
        }
    }

    private static void done(HttpServletResponse response, SettingGroup group, String what) {
        seeOther(response, address(group.pid()) + "?" + DONE + "=" + what);
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            SettingGroup group,
            Map<String, List<String>> entered,
            Map<String, Text> errors,
            Text success,
            boolean conflict)
            throws IOException {
        Locale language = pages.language(request);
        SettingsViews views = new SettingsViews(language);
        SettingsView view = new SettingsView(
                language,
                FormToken.of(request),
                group,
                views.fields(group, entered, errors, conflict),
                views.changes(group, settings.changes(caller(request), group.pid())),
                success == null ? null : success.in(language),
                conflict);
        String title = group.title() + " – " + SettingsTexts.TITLE.in(language);
        console.write(request, response, new Pages.Page(title, Templates.group(view)));
    }

    private SettingGroup group(HttpServletRequest request) {
        String path = request.getPathInfo();
        String pid = path == null ? "" : path.substring(1);
        return settings.find(caller(request), pid, pages.language(request)).orElseThrow(SettingsServlet::unknown);
    }

    private static Caller caller(HttpServletRequest request) {
        return (Caller) request.getAttribute(WebConstants.CALLER);
    }

    private static long number(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        if (text == null || !text.matches("[0-9]{1,18}")) {
            throw new ProblemException(
                    Problem.Kind.MALFORMED,
                    "form-malformed",
                    new Text("Formular nicht lesbar", "Form malformed"),
                    new Text(
                            "Im Formular fehlt etwas. Laden Sie die Seite neu und versuchen Sie es noch einmal.",
                            "Something is missing in the form. Reload the page and try again."));
        }
        return Long.parseLong(text);
    }

    private static ProblemException unknown() {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "settings-not-found",
                new Text("Diese Einstellungen gibt es nicht", "No such settings"),
                new Text(
                        "Zurzeit ist kein Baustein da, der solche Einstellungen hat.",
                        "No component that is there at the moment has such settings."));
    }
}
