package de.kreiswerk.core.web.tls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns people, not supervisors, when TLS is wanted and closed, or its certificate ends soon. */
@Component(
        property = {HealthCheck.NAME + "=tls", HealthCheck.TAGS + "=console", "kreiswerk.title=TLS und sein Zertifikat"
        })
public final class TlsCheck implements HealthCheck {

    /** Who renews by hand needs some days; what renews by itself does so 30 days before. */
    private static final Duration SOON = Duration.ofDays(14);

    private final TlsConnector connector;
    private final Clock clock;

    /**
     * Checks.
     *
     * @param connector whose certificate
     */
    @Activate
    public TlsCheck(@Reference TlsConnector connector) {
        this(connector, Clock.systemUTC());
    }

    TlsCheck(TlsConnector connector, Clock clock) {
        this.connector = connector;
        this.clock = clock;
    }

    @Override
    public Result execute() {
        if (!connector.isWanted()) {
            return new Result(Result.Status.OK, "TLS is left to a proxy");
        }
        String trouble = connector.trouble();
        if (!connector.isOpen()) {
            return new Result(Result.Status.CRITICAL, trouble.isEmpty() ? "TLS is wanted, and not served" : trouble);
        }
        if (!trouble.isEmpty()) {
            return new Result(Result.Status.WARN, trouble);
        }
        Instant end = connector.validUntil();
        return clock.instant().plus(SOON).isBefore(end)
                ? new Result(Result.Status.OK, "The certificate is valid until " + end)
                : new Result(Result.Status.WARN, "The certificate is valid until " + end + " only: renew its files");
    }
}
