package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.settings.ConfigurationNotes;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.identity.api.IdentityPermissions;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The providers in the console, and whether they answer. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + IdentityPermissions.READ)
@HttpWhiteboardServletPattern(ProvidersServlet.PATH)
public class ProvidersServlet extends HttpServlet {

    static final String PATH = Console.BASE + "/anmeldedienste";

    private static final long serialVersionUID = 1L;

    /** Where the console has the settings of each provider; below it the way to a new one. */
    private static final String SETTINGS = Console.BASE + "/einstellungen/" + ProviderConfig.PID;

    private static final ZoneId COUNTY = ZoneId.of("Europe/Berlin");

    private final transient Pages pages;
    private final transient Console console;
    private final transient ProviderNotes notes;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    transient volatile List<Provider> providers = List.of();

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     * @param notes how each provider does
     */
    @Activate
    public ProvidersServlet(@Reference Pages pages, @Reference Console console, @Reference ProviderNotes notes) {
        this.pages = pages;
        this.console = console;
        this.notes = notes;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = pages.language(request);
        // Whoever sets one up decides who has which rights: the settings of this bundle ask for all of them.
        boolean maySet =
                request.getAttribute(WebConstants.CALLER) instanceof Caller caller && caller.may(Grant.ALL, Grant.ALL);
        Names names = notes.names();
        List<ProvidersView.Row> rows = providers.stream()
                .sorted(Comparator.comparingInt(Provider::order).thenComparing(Provider::path))
                .map(provider -> row(provider, names, language, maySet))
                .toList();
        String html = Templates.providers(new ProvidersView(language, rows, maySet ? SETTINGS + "/neu" : null));
        console.write(request, response, new Pages.Page(Texts.TITLE.in(language), html));
    }

    private ProvidersView.Row row(Provider provider, Names names, Locale language, boolean maySet) {
        ProviderSettings settings = provider.settings();
        Provider.State state = provider.state();
        List<ProvidersView.Fact> facts = new ArrayList<>();
        facts.add(new ProvidersView.Fact(Texts.REDIRECT, notes.redirect(settings.name())));
        if (state.since() != null) {
            facts.add(new ProvidersView.Fact(Texts.LAST_ASKED, moment(state.since(), language)));
        }
        facts.add(new ProvidersView.Fact(Texts.LAST_ERROR, error(state, language)));
        facts.add(new ProvidersView.Fact(
                Texts.KIND, (settings.citizens() ? Texts.CITIZENS : Texts.EMPLOYEES).in(language)));
        facts.add(new ProvidersView.Fact(Texts.ISSUER, settings.issuer()));
        facts.add(new ProvidersView.Fact(Texts.CLIENT, settings.clientId()));
        facts.add(new ProvidersView.Fact(
                Texts.TRUST,
                settings.trust().areAsked()
                        ? Texts.AT_LEAST.in(language)
                                + settings.trust().accepted().get(0)
                        : Texts.ANY_TRUST.in(language)));
        facts.add(new ProvidersView.Fact(
                Texts.ACCOUNTS, (settings.createAccounts() ? Texts.MADE : Texts.NOT_MADE).in(language)));
        ConfigurationNotes.State how = notes.of(provider, names);
        return new ProvidersView.Row(
                settings.name(),
                settings.label().in(language),
                how.level().look(),
                word(provider),
                how.level() == ConfigurationNotes.Level.GOOD
                        ? null
                        : how.words().in(language),
                facts,
                maySet ? SETTINGS + "~" + URLEncoder.encode(settings.name(), StandardCharsets.UTF_8) : null);
    }

    private static Text word(Provider provider) {
        if (provider.settings().objection() != null) {
            return Texts.UNUSABLE;
        }
        if (!provider.state().reachable()) {
            return Texts.AWAY;
        }
        return provider.state().since() == null ? Texts.UNKNOWN : Texts.REACHABLE;
    }

    private static String error(Provider.State state, Locale language) {
        if (state.lastError() == null) {
            return Texts.NO_ERROR.in(language);
        }
        return state.lastErrorAt() == null
                ? state.lastError().in(language)
                : moment(state.lastErrorAt(), language) + ": "
                        + state.lastError().in(language);
    }

    private static String moment(Instant time, Locale language) {
        String pattern = "en".equals(language.getLanguage()) ? "d MMM yyyy, HH:mm" : "dd.MM.yyyy, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, language).format(time.atZone(COUNTY));
    }
}
