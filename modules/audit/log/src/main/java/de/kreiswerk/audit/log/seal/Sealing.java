package de.kreiswerk.audit.log.seal;

import de.kreiswerk.audit.log.checkpoint.KeyStores;
import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.audit.log.checkpoint.Obstacle;
import de.kreiswerk.audit.log.checkpoint.StateFile;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.LeasedWork;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.notekit.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Hashtable;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
    private static final String PUBLIC_URL = "KREISWERK_PUBLIC_URL";
    private static final String PATH = "/audit/log";

    private static final Duration AGAIN = Duration.ofSeconds(15);

    private final BundleContext context;
    private final Transactions transactions;
    private final SealKeys keys;
    private final Memory memory;
    private final Map<String, String> environment;
    private final Lost lost;
    private final ScheduledExecutorService timer;
    private ServiceRegistration<LeasedWork> registration;
    private volatile List<LogSigner> signers = List.of();
    private volatile Sealer sealer;
    private Text missing;
    private boolean closed;

    /**
     * Finds the key, and begins.
     *
     * @param context knows the data directory
     * @param transactions the database
     * @param trail has the record of each new key
     * @param stores where keys may be
     * @param schema the trail's tables
     */
    @Activate
    public Sealing(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference AuditTrail trail,
            @Reference KeyStores stores,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this(
                context,
                transactions,
                new SealKeys(
                        transactions,
                        trail,
                        stores.chosen(System.getenv(), Path.of(context.getProperty("kreiswerk.data"))),
                        Clock.systemUTC()),
                new Memory(
                        StateFile.of(System.getenv(), Path.of(context.getProperty("kreiswerk.data"))),
                        transactions,
                        trail,
                        Clock.systemUTC()),
                System.getenv(),
                AGAIN);
    }

    Sealing(
            BundleContext context,
            Transactions transactions,
            SealKeys keys,
            Memory memory,
            Map<String, String> environment,
            Duration again) {
        this.context = context;
        this.transactions = transactions;
        this.keys = keys;
        this.memory = memory;
        this.environment = environment;
        this.lost = Lost.of(environment.getOrDefault(Lost.VARIABLE, ""));
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "kreiswerk-seal-key");
            thread.setDaemon(true);
            return thread;
        });
        if (missing().isPresent()) {
            // The key may come, and what failed may pass, while nobody looks at the console.
            timer.scheduleWithFixedDelay(this::missing, again.toMillis(), again.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Deactivate
    void close() throws InterruptedException {
        ServiceRegistration<LeasedWork> current;
        synchronized (this) {
            closed = true;
            current = registration;
            registration = null;
        }
        // Waits for the batch that is under way.
        if (current != null) {
            current.unregister();
        }
        // No interrupt: it would close the embedded database's file under everybody.
        timer.shutdown();
        timer.awaitTermination(5, TimeUnit.SECONDS);
    }

    /** Why this node cannot seal; looks again for a key that was missing. */
    synchronized Optional<Text> missing() {
        if (registration != null || closed) {
            return Optional.empty();
        }
        try {
            signers = keys.open(name(), lost);
            memory.forget(environment.getOrDefault(Memory.RESTORED, ""));
            sealer =
                    new Sealer(transactions, signers, new Past(keys.trusted(signers, lost)), memory, Clock.systemUTC());
            Hashtable<String, Object> properties = new Hashtable<>();
            properties.put(LeasedWork.NAME, "audit.sealer");
            properties.put(LeasedWork.INTERVAL_MILLIS, Sealer.INTERVAL_MILLIS);
            registration = context.registerService(LeasedWork.class, sealer, properties);
            timer.shutdown();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            Text why = Obstacle.words(e);
            if (!why.equals(missing)) {
                LOG.error("{}", why.english());
            }
            missing = why;
            return Optional.of(why);
        }
    }

    /** What did not fit together when this node sealed the last time. */
    Optional<Text> trouble() {
        Sealer current = sealer;
        return current == null ? Optional.empty() : current.trouble();
    }

    /** Why this node did not seal the last time, although all fits together. */
    Optional<Text> obstacle() {
        Sealer current = sealer;
        return current == null ? Optional.empty() : current.obstacle();
    }

    /** What people should know although records are sealed. */
    Optional<Text> concern() {
        List<LogSigner> current = signers;
        return current.isEmpty() ? Optional.empty() : keys.concern(current, lost);
    }

    /**
     * What this node signs with, the newest key first. Never waits for who looks for a key.
     *
     * @return none while it has no key
     */
    public List<LogSigner> signers() {
        return signers;
    }

    /** The keys that this node believes without asking the database whether to; none when it has none. */
    List<VerifierKey> trusted() {
        List<LogSigner> current = signers;
        return current.isEmpty() ? List.of() : keys.trusted(current, lost);
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
