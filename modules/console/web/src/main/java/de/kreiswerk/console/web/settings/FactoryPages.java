package de.kreiswerk.console.web.settings;

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
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The pages of what there may be several of: which there are, a new one, and the question before one is deleted.
 *
 * @param settings the settings
 * @param console the frame
 * @param pages the language
 */
record FactoryPages(Settings settings, Console console, Pages pages) {

    /** Which there are. */
    void list(
            HttpServletRequest request, HttpServletResponse response, SettingFactory factory, Notes notes, Text success)
            throws IOException {
        Locale language = pages.language(request);
        FactoryView view = new FactoryView(
                language,
                FormToken.of(request),
                factory,
                notes.page(factory.pid()),
                success == null ? null : success.in(language));
        write(request, response, factory.title(), Templates.factory(view));
    }

    /** The form for a new one. */
    void begin(HttpServletRequest request, HttpServletResponse response, SettingFactory factory, Notes notes)
            throws IOException {
        form(request, response, factory, notes, "", Map.of(), Map.of());
    }

    /** Makes one of what the form held; the PID, or null when the form was shown again. */
    String create(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            SettingFactory factory,
            Notes notes)
            throws IOException {
        String given = request.getParameter(NewConfigurationView.NAME);
        String name = given == null ? "" : given.strip();
        Map<String, List<String>> entered = SettingsForm.read(request, factory.settings());
        try {
            return settings.create(caller, factory.pid(), name, entered);
        } catch (InvalidSettings e) {
            response.setStatus(e.problem().kind().status());
            form(request, response, factory, notes, name, entered, e.errors());
            return null;
        }
    }

    private void form(
            HttpServletRequest request,
            HttpServletResponse response,
            SettingFactory factory,
            Notes notes,
            String name,
            Map<String, List<String>> entered,
            Map<String, Text> errors)
            throws IOException {
        Locale language = pages.language(request);
        Text nameError = errors.get(Settings.NAME);
        NewConfigurationView view = new NewConfigurationView(
                language,
                FormToken.of(request),
                factory,
                name,
                nameError == null ? null : nameError.in(language),
                new SettingsViews(language).fresh(factory.settings(), entered, errors),
                notes.facts(factory.pid(), SettingsTexts.ANY_NAME.in(language)));
        write(request, response, factory.title() + ": " + SettingsTexts.CREATE.in(language), Templates.create(view));
    }

    /** Asks before one is deleted. */
    void ask(
            HttpServletRequest request,
            HttpServletResponse response,
            SettingGroup group,
            ConfigurationView configuration,
            Notes notes,
            boolean conflict)
            throws IOException {
        Locale language = pages.language(request);
        DeletionView view = new DeletionView(
                language,
                FormToken.of(request),
                group,
                configuration,
                notes.consequences(configuration.factory()),
                conflict);
        write(
                request,
                response,
                SettingsTexts.DELETE.in(language) + ": " + group.title() + " " + configuration.name(),
                Templates.deletion(view));
    }

    /** Whether it is deleted now; else it was asked again. */
    boolean delete(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            SettingGroup group,
            ConfigurationView configuration,
            Notes notes,
            long revision)
            throws IOException {
        try {
            settings.delete(caller, group.pid(), revision);
            return true;
        } catch (ProblemException e) {
            if (e.problem().kind() != Problem.Kind.PRECONDITION_FAILED) {
                throw e;
            }
            SettingGroup now =
                    settings.find(caller, group.pid(), pages.language(request)).orElse(group);
            response.setStatus(e.problem().kind().status());
            ask(request, response, now, configuration, notes, true);
            return false;
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String title, String html)
            throws IOException {
        String all = SettingsTexts.TITLE.in(pages.language(request));
        console.write(request, response, new Pages.Page(title + " – " + all, html));
    }
}
