package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.identity.Authenticator;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Knows one caller: the operator, who may do everything in every department. */
@Component
public final class OperatorAuthenticator implements Authenticator {

    private static final Set<Grant> EVERYTHING = Set.of(new Grant(Grant.ALL, Grant.ALL));

    private final OperatorToken token;
    private final Instant since;

    @Activate
    public OperatorAuthenticator(BundleContext context) throws IOException {
        this(Path.of(context.getProperty("kreiswerk.data")), Clock.systemUTC());
    }

    OperatorAuthenticator(Path data, Clock clock) throws IOException {
        this.token = OperatorToken.readOrCreate(data.resolve("operator.token"));
        this.since = clock.instant();
    }

    @Override
    public Optional<Caller> bearer(String candidate, String requestId) {
        return token.matches(candidate)
                ? Optional.of(new Caller(token.subject(), "Operator", EVERYTHING, "operator-token", since, requestId))
                : Optional.empty();
    }
}
