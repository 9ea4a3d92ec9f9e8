package de.kreiswerk.audit.stream.syslog;

import de.kreiswerk.audit.stream.Destination;
import de.kreiswerk.audit.stream.Running;
import de.kreiswerk.audit.stream.Stream;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import java.time.Clock;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** A receiver of the trail by syslog. */
@Component(immediate = true, configurationPid = SyslogConfig.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SyslogConfig.class, factory = true)
public final class SyslogDestination implements Destination {

    private final Stream stream;
    private final Running running;

    /**
     * Begins.
     *
     * @param context to register the work by
     * @param transactions the database
     * @param trail what is sent
     * @param schema this bundle's tables
     * @param config how it is reached
     * @param properties have its name
     */
    @Activate
    public SyslogDestination(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference AuditTrail trail,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.stream)") Schema schema,
            SyslogConfig config,
            Map<String, Object> properties) {
        SyslogSettings settings = SyslogSettings.of(config, Running.name("syslog", properties));
        this.stream =
                new Stream(transactions, trail, settings.receiving(), new SyslogCarrier(settings), Clock.systemUTC());
        this.running = new Running(context, stream);
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
