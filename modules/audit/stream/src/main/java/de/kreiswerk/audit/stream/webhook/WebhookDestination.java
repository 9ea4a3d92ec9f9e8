package de.kreiswerk.audit.stream.webhook;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.stream.Destination;
import de.kreiswerk.audit.stream.Running;
import de.kreiswerk.audit.stream.Stream;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** A receiver of the trail by webhook. */
@Component(immediate = true, configurationPid = WebhookConfig.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = WebhookConfig.class, factory = true)
public final class WebhookDestination implements Destination {

    private final Stream stream;
    private final Running running;

    /**
     * Begins.
     *
     * @param context to register the work by
     * @param transactions the database
     * @param trail what is sent
     * @param log has the trail's name
     * @param schema this bundle's tables
     * @param config how it is reached
     * @param properties have its name
     */
    @Activate
    public WebhookDestination(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference AuditTrail trail,
            @Reference AuditLog log,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.stream)") Schema schema,
            WebhookConfig config,
            Map<String, Object> properties) {
        WebhookSettings settings = WebhookSettings.of(config, Running.name("webhook", properties));
        Clock clock = Clock.systemUTC();
        this.stream = new Stream(
                transactions,
                trail,
                settings.receiving(),
                new WebhookCarrier(settings, () -> origin(log), clock),
                clock);
        this.running = new Running(context, stream);
    }

    /** The log's name, as each checkpoint begins with it (C2SP tlog-checkpoint). */
    private static Optional<String> origin(AuditLog log) {
        return log.checkpoint().flatMap(newest -> newest.note().lines().findFirst());
    }

    @Override
    public Stream stream() {
        return stream;
    }

    @Deactivate
    void close() {
        running.close();
    }
}
