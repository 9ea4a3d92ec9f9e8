package de.kreiswerk.core.web.tls;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.text.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    private static final Text NOT_SERVED =
            new Text("TLS ist eingerichtet, wird aber noch nicht angeboten", "TLS is wanted, and not served");

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
            return Findings.ok("TLS macht ein Proxy", "TLS is left to a proxy");
        }
        Optional<Text> trouble = connector.trouble();
        if (!connector.isOpen()) {
            return Findings.of(Result.Status.CRITICAL, trouble.orElse(NOT_SERVED));
        }
        if (trouble.isPresent()) {
            return Findings.of(Result.Status.WARN, trouble.get());
        }
        Instant end = connector.validUntil();
        Text until = Findings.moment(end);
        return clock.instant().plus(SOON).isBefore(end)
                ? Findings.ok(
                        "Das Zertifikat gilt bis " + until.german(),
                        "The certificate is valid until " + until.english())
                : Findings.warning(
                        "Das Zertifikat gilt nur noch bis " + until.german() + ": Erneuern Sie seine Dateien",
                        "The certificate is valid until " + until.english() + " only: renew its files");
    }
}
