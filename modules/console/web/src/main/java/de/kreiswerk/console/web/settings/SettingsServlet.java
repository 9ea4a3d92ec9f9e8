package de.kreiswerk.console.web.settings;

import de.kreiswerk.console.web.view.ConsoleServlet;
import de.kreiswerk.console.web.view.FormToken;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.settings.InvalidSettings;
import de.kreiswerk.core.api.settings.SettingFactory;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /admin/einstellungen}: all settings, and below it a form for each group of them. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + Settings.PERMISSION)
@HttpWhiteboardServletPattern(SettingsAddress.ALL + "/*")
public class SettingsServlet extends ConsoleServlet {

    private static final long serialVersionUID = 1L;
    /** Between the PID of a factory and the name of one of its configurations. */
    private static final char TILDE = '~';

    private static final Map<String, Text> SUCCESSES = Map.of(
            "gesichert", SettingsTexts.SAVED,
            "unveraendert", SettingsTexts.NOT_CHANGED,
            "zurueckgesetzt", SettingsTexts.TAKEN_BACK,
            "angelegt", SettingsTexts.CREATED,
            "geloescht", SettingsTexts.DELETED,
            "wiederhergestellt", SettingsTexts.BROUGHT_BACK,
            "wiederda", SettingsTexts.THERE_AGAIN);

    private final transient Settings settings;
    private final transient Console console;
    private final transient FactoryPages several;
    private final transient NotesByFactory notes;

    /**
     * Serves.
     *
     * @param settings the settings
     * @param console the frame
     * @param pages the frame of all pages
     * @param notes what components say of their configurations
     */
    @Activate
    public SettingsServlet(
            @Reference Settings settings,
            @Reference Console console,
            @Reference Pages pages,
            @Reference NotesByFactory notes) {
        super(pages);
        this.settings = settings;
        this.console = console;
        this.several = new FactoryPages(settings, console, pages);
        this.notes = notes;
    }

    @Override
    protected String allowed() {
        return "GET, HEAD, POST, OPTIONS";
    }

    @Override
    protected void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = path(request);
        Text success = SUCCESSES.get(String.valueOf(request.getParameter(SettingsAddress.DONE)));
        if (request.getPathInfo() == null) {
            list(request, response);
        } else if (path.isEmpty()) {
            seeOther(response, SettingsAddress.ALL);
        } else if (path.endsWith(SettingsAddress.NEW)) {
            several.begin(request, response, factory(request, before(path, SettingsAddress.NEW)), notes(request));
        } else if (path.endsWith(SettingsAddress.DELETE)) {
            Optional<SettingGroup> group = groupOrGone(request, response, before(path, SettingsAddress.DELETE));
            if (group.isPresent()) {
                ConfigurationView one = configuration(request, group.get());
                several.ask(request, response, group.get(), one, notes(request), false);
            }
        } else {
            Optional<SettingFactory> factory = settings.factory(caller(request), path, pages.language(request));
            if (factory.isPresent()) {
                several.list(request, response, factory.get(), notes(request), success);
            } else {
                Optional<SettingGroup> group = groupOrGone(request, response, path);
                if (group.isPresent()) {
                    write(request, response, group.get(), Outcome.done(success));
                }
            }
        }
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = pages.language(request);
        Caller caller = caller(request);
        SettingsListView view =
                new SettingsListView(language, settings.groups(caller, language), settings.factories(caller, language));
        console.write(request, response, new Pages.Page(SettingsTexts.TITLE.in(language), Templates.list(view)));
    }

    @Override
    protected void change(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = path(request);
        if (path.endsWith(SettingsAddress.NEW)) {
            create(request, response, factory(request, before(path, SettingsAddress.NEW)));
        } else if (path.endsWith(SettingsAddress.DELETE)) {
            delete(request, response, before(path, SettingsAddress.DELETE));
        } else if ("wiederherstellen".equals(request.getParameter("aktion"))) {
            bringBack(request, response, path);
        } else {
            Optional<SettingGroup> group = groupOrGone(request, response, path);
            if (group.isPresent()) {
                change(request, response, group.get());
            }
        }
    }

    private void change(HttpServletRequest request, HttpServletResponse response, SettingGroup group)
            throws IOException {
        long revision = number(request, "stand");
        if ("zuruecksetzen".equals(request.getParameter("aktion"))) {
            takeBack(request, response, group, revision);
        } else {
            save(request, response, group, revision);
        }
    }

    private void create(HttpServletRequest request, HttpServletResponse response, SettingFactory factory)
            throws IOException {
        String pid = several.create(request, response, caller(request), factory, notes(request));
        if (pid != null) {
            seeOther(response, SettingsAddress.done(pid, "angelegt"));
        }
    }

    private void delete(HttpServletRequest request, HttpServletResponse response, String pid) throws IOException {
        long revision = number(request, "stand");
        Optional<SettingGroup> found = settings.find(caller(request), pid, pages.language(request));
        boolean gone = found.isEmpty() && factoryOf(pid).isPresent();
        SettingGroup group = gone ? null : found.orElseThrow(SettingsServlet::unknown);
        // A second click finds what the first one left.
        if (gone || isDeleted(request, response, group, revision)) {
            SettingFactory factory = factory(request, factoryOf(pid).orElseThrow(SettingsServlet::unknown));
            seeOther(response, SettingsAddress.done(factory.pid(), "geloescht"));
        }
    }

    private boolean isDeleted(
            HttpServletRequest request, HttpServletResponse response, SettingGroup group, long revision)
            throws IOException {
        ConfigurationView configuration = configuration(request, group);
        return several.delete(request, response, caller(request), group, configuration, notes(request), revision);
    }

    /** What was deleted has no page of its own: its number is the revision that was seen. */
    private void bringBack(HttpServletRequest request, HttpServletResponse response, String pid) {
        long number = number(request, "aenderung");
        try {
            settings.takeBack(caller(request), pid, number, number);
        } catch (ProblemException e) {
            rethrowUnlessConflict(e);
            // A second click finds what the first one brought back; so may somebody who made another one of that name.
            if (settings.find(caller(request), pid, pages.language(request)).isEmpty()) {
                throw e;
            }
            seeOther(response, SettingsAddress.done(pid, "wiederda"));
            return;
        }
        seeOther(response, SettingsAddress.done(pid, "wiederhergestellt"));
    }

    private void save(HttpServletRequest request, HttpServletResponse response, SettingGroup group, long revision)
            throws IOException {
        Map<String, List<String>> entered = SettingsForm.read(request, group.settings());
        try {
            long now = settings.change(caller(request), group.pid(), revision, entered);
            done(response, group, now == revision ? "unveraendert" : "gesichert");
        } catch (InvalidSettings e) {
            response.setStatus(e.problem().kind().status());
            write(request, response, group, new Outcome(entered, e.errors(), null, false, null));
        } catch (ProblemException e) {
            boolean forbidden = e.problem().kind() == Problem.Kind.FORBIDDEN;
            if (isGone(request, response, group.pid(), e)) {
                return;
            }
            if (!forbidden) {
                rethrowUnlessConflict(e);
            }
            response.setStatus(e.problem().kind().status());
            Text why = forbidden ? e.problem().detail() : null;
            write(
                    request,
                    response,
                    group(request, group.pid()),
                    new Outcome(entered, Map.of(), null, !forbidden, why));
        }
    }

    /** Somebody deleted it between the look at it and the change. */
    private boolean isGone(HttpServletRequest request, HttpServletResponse response, String pid, ProblemException e)
            throws IOException {
        return e.problem().kind() == Problem.Kind.NOT_FOUND
                && factoryOf(pid).isPresent()
                && groupOrGone(request, response, pid).isEmpty();
    }

    private void takeBack(HttpServletRequest request, HttpServletResponse response, SettingGroup group, long revision)
            throws IOException {
        try {
            settings.takeBack(caller(request), group.pid(), number(request, "aenderung"), revision);
            done(response, group, "zurueckgesetzt");
        } catch (ProblemException e) {
            rethrowUnlessConflict(e);
            response.setStatus(e.problem().kind().status());
            write(request, response, group(request, group.pid()), new Outcome(Map.of(), Map.of(), null, true, null));
        }
    }

    private static void rethrowUnlessConflict(ProblemException e) {
        if (e.problem().kind() != Problem.Kind.PRECONDITION_FAILED) {
            throw e;
        }
    }

    private static void done(HttpServletResponse response, SettingGroup group, String what) {
        seeOther(response, SettingsAddress.done(group.pid(), what));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, SettingGroup group, Outcome outcome)
            throws IOException {
        Locale language = pages.language(request);
        SettingsViews views = new SettingsViews(language);
        ConfigurationView configuration = factoryOf(group.pid()).isPresent() ? configuration(request, group) : null;
        SettingsView view = new SettingsView(
                language,
                FormToken.of(request),
                group,
                configuration,
                views.fields(group.settings(), outcome.entered(), outcome.errors(), outcome.conflict()),
                views.changes(group, settings.changes(caller(request), group.pid())),
                outcome.success() == null ? null : outcome.success().in(language),
                outcome.conflict(),
                outcome.refused() == null
                        ? several.reserved(request, group.pid())
                        : outcome.refused().in(language),
                !outcome.entered().isEmpty());
        String name = configuration == null ? "" : " " + configuration.name();
        String title = group.title() + name + " – " + SettingsTexts.TITLE.in(language);
        console.write(request, response, new Pages.Page(title, Templates.group(view)));
    }

    /** What stands behind the address of all settings: a PID, and what is to be done with it. */
    private static String path(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null ? "" : path.substring(1);
    }

    private static String before(String path, String end) {
        return path.substring(0, path.length() - end.length());
    }

    private SettingGroup group(HttpServletRequest request, String pid) {
        return settings.find(caller(request), pid, pages.language(request)).orElseThrow(SettingsServlet::unknown);
    }

    /** Empty when it is one of several and not there: that was said then. */
    private Optional<SettingGroup> groupOrGone(HttpServletRequest request, HttpServletResponse response, String pid)
            throws IOException {
        Optional<SettingGroup> found = settings.find(caller(request), pid, pages.language(request));
        if (found.isEmpty()) {
            SettingFactory factory = factory(request, factoryOf(pid).orElseThrow(SettingsServlet::unknown));
            several.gone(request, response, factory, pid);
        }
        return found;
    }

    private SettingFactory factory(HttpServletRequest request, String pid) {
        return settings.factory(caller(request), pid, pages.language(request)).orElseThrow(SettingsServlet::unknown);
    }

    /** The PID of the factory of one of several; empty for what there is once. */
    private static Optional<String> factoryOf(String pid) {
        int tilde = pid.indexOf(TILDE);
        return tilde > 0 ? Optional.of(pid.substring(0, tilde)) : Optional.empty();
    }

    private ConfigurationView configuration(HttpServletRequest request, SettingGroup group) {
        SettingFactory factory = factory(request, factoryOf(group.pid()).orElseThrow(SettingsServlet::unknown));
        return factory.configurations().stream()
                .filter(each -> each.pid().equals(group.pid()))
                .findFirst()
                .map(each -> notes(request).of(factory, each))
                .orElseThrow(SettingsServlet::unknown);
    }

    private Notes notes(HttpServletRequest request) {
        return new Notes(notes, pages.language(request));
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
