package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.settings.ConfigurationNotes;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.Roles;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Says of each provider whether it works, and why not, where it is set up as well as where all are listed. */
@Component(service = {ConfigurationNotes.class, ProviderNotes.class})
public final class ProviderNotes implements ConfigurationNotes {

    /** Who has just saved something wants to know; nobody waits as long as a provider may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Pages pages;
    private final Roles roles;
    private final Departments departments;
    private final Clock clock = Clock.systemUTC();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<Provider> providers = List.of();

    /**
     * Takes notes.
     *
     * @param pages knows how the world calls this host
     * @param roles what a mapping may name
     * @param departments likewise
     */
    @Activate
    public ProviderNotes(@Reference Pages pages, @Reference Roles roles, @Reference Departments departments) {
        this.pages = pages;
        this.roles = roles;
        this.departments = departments;
    }

    @Override
    public String factory() {
        return ProviderConfig.PID;
    }

    @Override
    public Optional<State> state(String name) {
        return providers.stream()
                .filter(provider -> provider.settings().name().equals(name))
                .findFirst()
                .map(provider -> {
                    provider.awaitAsked(PATIENCE);
                    return of(provider, names());
                });
    }

    /** What mappings may name at the moment. Who looks at several providers asks once. */
    Names names() {
        return Names.now(platform(), roles, departments);
    }

    /** How one does, as far as that is known already. */
    State of(Provider provider, Names names) {
        Provider.State state = provider.state();
        ProviderSettings settings = provider.settings();
        if (settings.objection() != null) {
            return new State(Level.BAD, settings.objection());
        }
        if (!state.reachable()) {
            return new State(Level.DOUBTFUL, state.lastError());
        }
        Optional<Text> stranger = names.stranger(settings.mapping());
        if (stranger.isPresent()) {
            return new State(Level.DOUBTFUL, stranger.get());
        }
        return state.since() == null ? new State(Level.UNKNOWN, Texts.NOT_ASKED) : new State(Level.GOOD, Texts.ANSWERS);
    }

    private Caller platform() {
        return new Caller(
                "platform-oidc",
                "Kreiswerk",
                Set.of(new Grant(Grant.ALL, Grant.ALL)),
                "platform",
                clock.instant(),
                "provider-notes");
    }

    @Override
    public List<Fact> facts(String name) {
        return List.of(new Fact(Texts.REDIRECT_THERE, redirect(name)));
    }

    /** What the provider has to know beforehand. */
    String redirect(String name) {
        return pages.baseUrl() + Provider.BASE + name + Provider.BACK;
    }

    @Override
    public Text deletion() {
        return Texts.DELETION;
    }

    @Override
    public String page() {
        return ProvidersServlet.PATH;
    }
}
