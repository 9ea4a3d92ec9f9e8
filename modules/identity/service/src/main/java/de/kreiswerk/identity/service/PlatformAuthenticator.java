package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.identity.Authenticator;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Knows the operator by the token in the data directory, who may do everything in every department, machines by their tokens,
 * and people by their sessions. The operator is known without a database, too.
 */
@Component
public final class PlatformAuthenticator implements Authenticator {

    private static final Set<Grant> EVERYTHING = Set.of(new Grant(Grant.ALL, Grant.ALL));

    private final OperatorToken operator;
    private final Instant since;
    private final AtomicReference<SessionStore> sessions = new AtomicReference<>();
    private final AtomicReference<TokenStore> tokens = new AtomicReference<>();

    @Activate
    public PlatformAuthenticator(@Reference OperatorToken operator) {
        this(operator, Clock.systemUTC());
    }

    PlatformAuthenticator(OperatorToken operator, Clock clock) {
        this.operator = operator;
        this.since = clock.instant();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setSessions(SessionStore store) {
        sessions.set(store);
    }

    void unsetSessions(SessionStore store) {
        sessions.compareAndSet(store, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setTokens(TokenStore store) {
        tokens.set(store);
    }

    void unsetTokens(TokenStore store) {
        tokens.compareAndSet(store, null);
    }

    @Override
    public Optional<Caller> session(String id, String requestId) {
        SessionStore store = sessions.get();
        if (store == null) {
            throw away();
        }
        return store.find(id, requestId);
    }

    @Override
    public Optional<Caller> bearer(String candidate, String requestId) {
        TokenStore store = tokens.get();
        if (operator.matches(candidate)) {
            return operatorHolds(store)
                    ? Optional.of(
                            new Caller(operator.subject(), "Operator", EVERYTHING, Caller.OPERATOR, since, requestId))
                    : Optional.empty();
        }
        if (store == null && TokenStore.isPossible(candidate)) {
            throw away();
        }
        return store == null ? Optional.empty() : store.find(candidate, requestId);
    }

    /** Without a database nothing can be done with it but ask how the platform is. */
    private boolean operatorHolds(TokenStore store) {
        try {
            return store == null || store.operatorHolds(operator.subject());
        } catch (PersistenceFailure e) {
            return true;
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.UNAVAILABLE) {
                return true;
            }
            throw e;
        }
    }

    private static ProblemException away() {
        return new ProblemException(
                Problem.Kind.UNAVAILABLE,
                "identity-away",
                new Text("Anmeldung nicht verfügbar", "Sign-in unavailable"),
                new Text(
                        "Sitzungen und API-Schlüssel sind gerade nicht erreichbar. Öffentliche Seiten gehen; versuchen Sie alles andere in einem Augenblick erneut.",
                        "Sessions and tokens cannot be reached at the moment. Public pages work; try everything else again in a moment."));
    }
}
