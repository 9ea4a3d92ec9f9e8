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
import de.kreiswerk.core.api.web.WebConstants;
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
                success == null ? null : success.in(language),
                reserved(request, factory.pid()));
        write(request, response, factory.title(), Templates.factory(view));
    }

    /** The form for a new one. */
    void begin(HttpServletRequest request, HttpServletResponse response, SettingFactory factory, Notes notes)
            throws IOException {
        form(request, response, factory, notes, new Form("", Map.of(), Map.of(), reserved(request, factory.pid())));
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
            form(request, response, factory, notes, new Form(name, entered, e.errors(), null));
            return null;
        } catch (ProblemException e) {
            if (e.problem().kind() != Problem.Kind.FORBIDDEN) {
                throw e;
            }
            response.setStatus(e.problem().kind().status());
            String why = e.problem().detail().in(pages.language(request));
            form(request, response, factory, notes, new Form(name, entered, Map.of(), why));
            return null;
        }
    }

    /**
     * What the form for a new one holds.
     *
     * @param name the name
     * @param entered key to values
     * @param errors key to what is wrong
     * @param reserved why none may be made, null when one may
     */
    private record Form(String name, Map<String, List<String>> entered, Map<String, Text> errors, String reserved) {

        boolean isTyped() {
            return !name.isEmpty() || !entered.isEmpty();
        }
    }

    private void form(
            HttpServletRequest request, HttpServletResponse response, SettingFactory factory, Notes notes, Form form)
            throws IOException {
        Locale language = pages.language(request);
        Text nameError = form.errors().get(Settings.NAME);
        NewConfigurationView view = new NewConfigurationView(
                language,
                FormToken.of(request),
                factory,
                form.name(),
                nameError == null ? null : nameError.in(language),
                new SettingsViews(language).fresh(factory.settings(), form.entered(), form.errors()),
                notes.facts(factory.pid(), SettingsTexts.ANY_NAME.in(language)),
                form.reserved(),
                form.isTyped());
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
                conflict,
                reserved(request, group.pid()));
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

    /** Says that one is not there, with what was entered into its form: that must not be lost with it. */
    void gone(HttpServletRequest request, HttpServletResponse response, SettingFactory factory, String pid)
            throws IOException {
        Map<String, List<String>> entered = SettingsForm.read(request, factory.settings());
        String name = pid.substring(factory.pid().length() + 1);
        GoneView view = new GoneView(
                pages.language(request),
                factory,
                name,
                factory.deletions().stream().anyMatch(deletion -> deletion.pid().equals(pid)),
                factory.settings().stream()
                        .filter(setting -> !setting.secret() && entered.containsKey(setting.key()))
                        .map(setting ->
                                new GoneView.Entered(setting.title(), String.join(", ", entered.get(setting.key()))))
                        .toList());
        response.setStatus(Problem.Kind.NOT_FOUND.status());
        write(request, response, factory.title() + " " + name, Templates.gone(view));
    }

    /** Why the caller may not change it, null when they may. */
    String reserved(HttpServletRequest request, String pid) {
        Caller caller = (Caller) request.getAttribute(WebConstants.CALLER);
        return settings.objection(caller, pid)
                .map(why -> why.in(pages.language(request)))
                .orElse(null);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String title, String html)
            throws IOException {
        String all = SettingsTexts.TITLE.in(pages.language(request));
        console.write(request, response, new Pages.Page(title + " – " + all, html));
    }
}
