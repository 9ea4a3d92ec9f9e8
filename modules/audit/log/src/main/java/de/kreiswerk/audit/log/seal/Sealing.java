package de.kreiswerk.audit.log.seal;

import de.kreiswerk.audit.log.checkpoint.KeyFile;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.LeasedWork;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Hashtable;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers this node for sealing once it has the key. A node without the key must not take the lease: nobody would seal. Records
 * are written all the same, and sealed when the key is back.
 */
@Component(service = Sealing.class, immediate = true)
public final class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final String LOST = "KREISWERK_SEAL_KEY_REPLACES";
    private static final String PUBLIC_URL = "KREISWERK_PUBLIC_URL";
    private static final String PATH = "/audit/log";

    private final BundleContext context;
    private final Transactions transactions;
    private final SealKeys keys;
    private final Map<String, String> environment;
    private ServiceRegistration<LeasedWork> registration;
    private String missing;

    /**
     * Finds the key, and begins.
     *
     * @param context knows the data directory
     * @param transactions the database
     * @param trail has the record of each new key
     * @param schema the trail's tables
     */
    @Activate
    public Sealing(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference AuditTrail trail,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this.context = context;
        this.transactions = transactions;
        this.environment = System.getenv();
        this.keys = new SealKeys(
                transactions,
                trail,
                KeyFile.of(environment, Path.of(context.getProperty("kreiswerk.data"))),
                Clock.systemUTC());
        missing();
    }

    @Deactivate
    void close() {
        ServiceRegistration<LeasedWork> current;
        synchronized (this) {
            current = registration;
            registration = null;
        }
        // Waits for the batch that is under way.
        if (current != null) {
            current.unregister();
        }
    }

    /** Why this node cannot seal; looks again for a key that was missing. */
    synchronized Optional<String> missing() {
        if (registration != null) {
            return Optional.empty();
        }
        try {
            Sealer sealer =
                    new Sealer(transactions, keys.open(name(), environment.getOrDefault(LOST, "")), Clock.systemUTC());
            Hashtable<String, Object> properties = new Hashtable<>();
            properties.put(LeasedWork.NAME, "audit.sealer");
            properties.put(LeasedWork.INTERVAL_MILLIS, Sealer.INTERVAL_MILLIS);
            registration = context.registerService(LeasedWork.class, sealer, properties);
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            String why = String.valueOf(e.getMessage());
            if (!why.equals(missing)) {
                LOG.error("{}", why);
            }
            missing = why;
            return Optional.of(why);
        }
    }

    /** The log's name for good, by custom its address without the scheme; without an address one that no other log has. */
    private String name() {
        String stated = environment.getOrDefault(PUBLIC_URL, "").strip();
        if (!stated.isEmpty()) {
            String authority = URI.create(stated).getAuthority();
            if (authority != null) {
                return authority + PATH;
            }
        }
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        return "kreiswerk-" + HexFormat.of().formatHex(random) + PATH;
    }
}
