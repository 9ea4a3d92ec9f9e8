package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.identity.api.IdentityPermissions;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

    private static final ZoneId COUNTY = ZoneId.of("Europe/Berlin");

    private final transient Pages pages;
    private final transient Console console;

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
     */
    @Activate
    public ProvidersServlet(@Reference Pages pages, @Reference Console console) {
        this.pages = pages;
        this.console = console;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = pages.language(request);
        List<ProvidersView.Row> rows = providers.stream()
                .sorted(Comparator.comparingInt(Provider::order).thenComparing(Provider::path))
                .map(provider -> row(provider, language))
                .toList();
        String html = Templates.providers(new ProvidersView(language, rows));
        console.write(request, response, new Pages.Page(Texts.TITLE.in(language), html));
    }

    private ProvidersView.Row row(Provider provider, Locale language) {
        ProviderSettings settings = provider.settings();
        Provider.State state = provider.state();
        List<ProvidersView.Fact> facts = new ArrayList<>();
        if (state.since() != null) {
            facts.add(new ProvidersView.Fact(Texts.LAST_ASKED, moment(state.since(), language)));
        }
        facts.add(new ProvidersView.Fact(Texts.LAST_ERROR, error(state, language)));
        facts.add(new ProvidersView.Fact(
                Texts.KIND, (settings.citizens() ? Texts.CITIZENS : Texts.EMPLOYEES).in(language)));
        facts.add(new ProvidersView.Fact(Texts.ISSUER, settings.issuer()));
        facts.add(new ProvidersView.Fact(Texts.CLIENT, settings.clientId()));
        facts.add(new ProvidersView.Fact(Texts.REDIRECT, pages.baseUrl() + provider.path() + Provider.BACK));
        facts.add(new ProvidersView.Fact(
                Texts.TRUST,
                settings.trust().areAsked()
                        ? Texts.AT_LEAST.in(language)
                                + settings.trust().accepted().get(0)
                        : Texts.ANY_TRUST.in(language)));
        facts.add(new ProvidersView.Fact(
                Texts.ACCOUNTS, (settings.createAccounts() ? Texts.MADE : Texts.NOT_MADE).in(language)));
        String label = settings.label().in(language);
        if (settings.objection() != null) {
            return new ProvidersView.Row(settings.name(), label, "danger", Texts.UNUSABLE, facts);
        }
        if (state.since() == null) {
            return new ProvidersView.Row(settings.name(), label, "info", Texts.UNKNOWN, facts);
        }
        return state.reachable()
                ? new ProvidersView.Row(settings.name(), label, "success", Texts.REACHABLE, facts)
                : new ProvidersView.Row(settings.name(), label, "warning", Texts.AWAY, facts);
    }

    private static String error(Provider.State state, Locale language) {
        if (state.lastError() == null) {
            return Texts.NO_ERROR.in(language);
        }
        return state.lastErrorAt() == null
                ? state.lastError()
                : moment(state.lastErrorAt(), language) + ": " + state.lastError();
    }

    private static String moment(Instant time, Locale language) {
        String pattern = "en".equals(language.getLanguage()) ? "d MMM yyyy, HH:mm" : "dd.MM.yyyy, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, language).format(time.atZone(COUNTY));
    }
}
