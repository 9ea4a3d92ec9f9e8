package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.identity.Authenticator;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Knows the operator by the token in the data directory, who may do everything in every department, and people by their
 * sessions. The operator is known without a database, too.
 */
@Component
public final class PlatformAuthenticator implements Authenticator {

    private static final Set<Grant> EVERYTHING = Set.of(new Grant(Grant.ALL, Grant.ALL));

    private final OperatorToken token;
    private final Instant since;
    private final AtomicReference<SessionStore> sessions = new AtomicReference<>();

    @Activate
    public PlatformAuthenticator(BundleContext context) throws IOException {
        this(Path.of(context.getProperty("kreiswerk.data")), Clock.systemUTC());
    }

    PlatformAuthenticator(Path data, Clock clock) throws IOException {
        this.token = OperatorToken.readOrCreate(data.resolve("operator.token"));
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

    @Override
    public Optional<Caller> session(String id, String requestId) {
        SessionStore store = sessions.get();
        if (store == null) {
            throw new ProblemException(
                    Problem.Kind.UNAVAILABLE,
                    "identity-away",
                    new Text("Anmeldung nicht verfügbar", "Sign-in unavailable"),
                    new Text(
                            "Die Sitzungen sind gerade nicht erreichbar. Öffentliche Seiten gehen; versuchen Sie alles andere in einem Augenblick erneut.",
                            "Sessions cannot be reached at the moment. Public pages work; try everything else again in a moment."));
        }
        return store.find(id, requestId);
    }

    @Override
    public Optional<Caller> bearer(String candidate, String requestId) {
        return token.matches(candidate)
                ? Optional.of(new Caller(token.subject(), "Operator", EVERYTHING, "operator-token", since, requestId))
                : Optional.empty();
    }
}
