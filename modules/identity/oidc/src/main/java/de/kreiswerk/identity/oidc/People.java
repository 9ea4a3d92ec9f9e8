package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.ExternalSignIn;
import de.kreiswerk.identity.api.Roles;
import de.kreiswerk.identity.api.SignIn;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a provider says of somebody into an account with its roles, and a session; all of it in one transaction. */
@Component(service = People.class)
public final class People {

    private static final Logger LOG = LoggerFactory.getLogger(People.class);
    private static final String AREA = "identity";
    private static final String NOBODY = "nobody";
    private static final String METHOD = "oidc-";
    private static final Mapping.Rule CITIZEN = new Mapping.Rule("", "citizen", null);

    private final Transactions transactions;
    private final AuditTrail trail;
    private final ExternalSignIn external;
    private final Entitlements entitlements;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public People(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.oidc)") Schema schema,
            @Reference AuditTrail trail,
            @Reference ExternalSignIn external,
            @Reference Accounts accounts,
            @Reference Roles roles,
            @Reference Departments departments) {
        this.transactions = transactions;
        this.trail = trail;
        this.external = external;
        this.entitlements = new Entitlements(accounts, roles, departments, trail);
    }

    /** Signs in whoever the claims are about. */
    SignIn.Started signIn(ProviderSettings settings, Claims claims, SignIn.Client client, String requestId)
            throws SignInFailed {
        String trust = trust(settings, claims);
        SignIn.Started started;
        try {
            started = started(settings, claims, trust, client, requestId, false);
        } catch (ProblemException e) {
            if (e.problem().code().equals("last-administrator")) {
                LOG.warn(
                        "The sign-in service '{}' would take its role from the last administrator; it stays",
                        settings.name());
                started = started(settings, claims, trust, client, requestId, true);
            } else if (e.problem().kind() == Problem.Kind.FORBIDDEN) {
                throw notActive(settings, claims, e.problem().code());
            } else {
                throw e;
            }
        }
        if (started == null) {
            throw new SignInFailed(Failure.ACCOUNT_UNKNOWN, "there is no account, and none is to be made");
        }
        return started;
    }

    private SignInFailed notActive(ProviderSettings settings, Claims claims, String code) {
        String account = transactions.call(tx -> new Links(tx, settings.name(), settings.issuer())
                .account(claims.subject())
                .orElse(null));
        Failure failure = code.equals(Failure.ACCOUNT_CLOSED.code()) ? Failure.ACCOUNT_CLOSED : Failure.ACCOUNT_LOCKED;
        return new SignInFailed(failure, code, account);
    }

    /** Empty when none is asked for. */
    private static String trust(ProviderSettings settings, Claims claims) throws SignInFailed {
        if (!settings.trust().areAsked()) {
            return "";
        }
        String level = claims.text(settings.trust().claim());
        if (!settings.trust().accept(level)) {
            throw new SignInFailed(Failure.TRUST_TOO_LOW, "the level of trust is too low or not known");
        }
        return level;
    }

    /** Null when there is no account, and none is to be made. */
    private SignIn.Started started(
            ProviderSettings settings,
            Claims claims,
            String trust,
            SignIn.Client client,
            String requestId,
            boolean keepsAdministrator) {
        Caller platform = new Caller(
                "platform-oidc",
                "Kreiswerk",
                Set.of(new Grant(Grant.ALL, Grant.ALL)),
                "platform",
                clock.instant(),
                requestId);
        return transactions.call(tx -> {
            Links links = new Links(tx, settings.name(), settings.issuer());
            String account = links.account(claims.subject()).orElse(null);
            if (account == null) {
                if (!settings.createAccounts()) {
                    return null;
                }
                account = added(platform, links, settings, claims);
            }
            entitlements.apply(platform, links, account, rules(settings, claims), keepsAdministrator);
            Map<String, String> details = new TreeMap<>(Map.of("provider", settings.name()));
            if (!trust.isEmpty()) {
                details.put("trust", trust);
            }
            return external.begin(account, METHOD + settings.name(), client, requestId, details);
        });
    }

    private static List<Mapping.Rule> rules(ProviderSettings settings, Claims claims) {
        return settings.citizens() ? List.of(CITIZEN) : settings.mapping().of(claims.values(settings.groupsClaim()));
    }

    private String added(Caller platform, Links links, ProviderSettings settings, Claims claims) throws SQLException {
        List<String> logins = new ArrayList<>();
        String preferred = claims.text("preferred_username");
        if (preferred != null) {
            // Everybody chooses a name at a provider for everybody: here it must not be one that means something.
            if (!settings.citizens()) {
                logins.add(preferred);
            }
            // Whoever is called like somebody who is here already is somebody else.
            logins.add(preferred + "@" + settings.name());
        }
        Account account =
                external.add(platform, new ExternalSignIn.Newcomer(logins, displayName(claims), claims.text("email")));
        links.link(claims.subject(), account.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        trail.record(AuditEvent.success(platform, AREA, "account.linked", "Account", account.id())
                .with("provider", settings.name())
                .with("issuer", settings.issuer())
                .withPersonal(account.id(), "subject", claims.subject()));
        return account.id();
    }

    private static String displayName(Claims claims) {
        String name = claims.text("name");
        if (name != null) {
            return name;
        }
        String given = claims.text("given_name");
        String family = claims.text("family_name");
        return given == null || family == null ? family : given + " " + family;
    }

    /** Notes in the trail that somebody was not signed in, why, and to what account if there is one: nobody did it, as with passwords. */
    void failed(String provider, SignInFailed failure, String requestId) {
        Caller stranger = new Caller(NOBODY, "Unbekannt", Set.of(), "none", clock.instant(), requestId);
        transactions.call((Transaction tx) -> {
            trail.record(new AuditEvent(
                    stranger,
                    AREA,
                    "sign-in.failed",
                    "Account",
                    failure.account() == null ? NOBODY : failure.account(),
                    null,
                    Outcome.FAILED,
                    Map.of("reason", failure.failure().code(), "provider", provider),
                    List.of()));
            return null;
        });
    }
}
