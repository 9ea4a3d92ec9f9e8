package de.kreiswerk.core.persistence.unit;

import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.SchemaFailure;
import de.kreiswerk.core.api.persistence.SchemaUnderWay;
import de.kreiswerk.core.persistence.connection.BoundDataSource;
import de.kreiswerk.core.persistence.connection.ThreadConnection;
import de.kreiswerk.core.persistence.database.Conflicts;
import de.kreiswerk.core.persistence.database.Database;
import de.kreiswerk.core.persistence.database.SchemaScripts;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives bundles their tables and entities, in the manner of the OSGi JPA Service Specification (Compendium ch. 127): a
 * starting bundle with the header gets its migrations run and its unit opened, in another thread ({@link Openers}) while other bundles go on
 * starting; a stopping one loses its unit after the transactions that use it have ended.
 */
@SuppressWarnings("java:S1181")
// Settings first: what works with tables must not begin with defaults and then be told better.
@Component(
        service = {},
        reference = @Reference(name = "settings", service = ConfigurationAdmin.class))
public final class PersistenceExtender implements BundleTrackerCustomizer<Extended> {

    private static final Logger LOG = LoggerFactory.getLogger(PersistenceExtender.class);
    private static final long PATIENCE_MILLIS = 5_000;
    private static final long PAUSE_MILLIS = 2_000;
    private static final long LONGEST_OPENING_MILLIS = 60_000;

    private final BundleContext context;
    private final Database database;
    private final Units units;
    private final ThreadConnection thread;
    private final Openers openers = new Openers();
    private volatile BundleTracker<Extended> tracker;

    @Activate
    public PersistenceExtender(
            BundleContext context,
            @Reference Database database,
            @Reference Units units,
            @Reference ThreadConnection thread) {
        this.context = context;
        this.database = database;
        this.units = units;
        this.thread = thread;
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        tracker.open();
    }

    /** What is at its scripts is given a moment: on H2 a script that is cut off has made the half of what it makes. */
    @Deactivate
    void close() {
        tracker.close();
        try {
            openers.await(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Extended addingBundle(Bundle bundle, BundleEvent event) {
        String persistence = header(bundle, "Meta-Persistence");
        String migrations = header(bundle, Schema.MIGRATIONS_HEADER);
        if (persistence == null && migrations == null) {
            return null;
        }
        Extended extended = new Extended();
        openers.execute(bundle, () -> opens(bundle, persistence != null, extended));
        if (hasAnotherVersion(bundle)) {
            // Its components would begin with the schema of the other version.
            await(extended, LONGEST_OPENING_MILLIS);
        }
        return extended;
    }

    private void opens(Bundle bundle, boolean hasUnit, Extended extended) {
        boolean again = false;
        try {
            again = !extended.isRemoved()
                    && !isOpened(bundle, hasUnit, extended)
                    && !extended.leavesWithin(PAUSE_MILLIS);
            if (again) {
                // Behind those who wait: whoever cannot begin keeps nobody else from it.
                openers.execute(bundle, () -> opens(bundle, hasUnit, extended));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            // Errors too: who waits for these tables is to learn why they do not come.
            again = false;
            failed(bundle, extended, e);
        } finally {
            if (!again) {
                extended.done();
            }
        }
    }

    private void failed(Bundle bundle, Extended extended, Throwable failure) {
        if (extended.isRemoved()) {
            LOG.warn("{} was stopped while its tables were made: {}", bundle.getSymbolicName(), failure.getMessage());
            return;
        }
        LOG.error("The tables of {} cannot be used: {}", bundle.getSymbolicName(), failure.getMessage(), failure);
        extended.failed(() -> tell(bundle, failure));
    }

    /** False when it is to be tried again: the database is away for a while, or somebody else is at these tables. */
    private boolean isOpened(Bundle bundle, boolean hasUnit, Extended extended) throws Exception {
        try {
            Optional<SchemaScripts> scripts = SchemaScripts.of(bundle);
            if (scripts.isPresent()) {
                makeTables(bundle, scripts.get(), extended);
            }
            if (extended.opens()) {
                extended.opened(hasUnit ? open(bundle) : null, unit -> register(bundle, unit));
            }
            return true;
        } catch (RuntimeException e) {
            if (!Conflicts.isAway(e) && !Conflicts.isBusy(e)) {
                throw e;
            }
            LOG.warn("The tables of {} cannot be used yet, trying again: {}", bundle.getSymbolicName(), e.getMessage());
            return false;
        }
    }

    private void makeTables(Bundle bundle, SchemaScripts scripts, Extended extended) throws InterruptedException {
        String name = bundle.getSymbolicName();
        if (Openers.isPlatforms(bundle) || database.hasTables(scripts, name)) {
            // What ran before is not made to wait for what others make.
            database.migrate(scripts, name);
            return;
        }
        openers.inTurn(() -> !extended.isRemoved(), () -> runScripts(bundle, scripts, extended));
    }

    private void runScripts(Bundle bundle, SchemaScripts scripts, Extended extended) {
        String name = bundle.getSymbolicName();
        ServiceRegistration<?> underWay =
                context.registerService(SchemaUnderWay.class, new SchemaUnderWay() {}, of(bundle));
        try {
            if (!extended.makes()) {
                return;
            }
            database.migrate(scripts, name);
        } finally {
            unregister(underWay);
        }
        if (extended.isRemoved()) {
            LOG.info("The tables of {} are made; it was stopped meanwhile and can be started again", name);
        }
    }

    private static void unregister(ServiceRegistration<?> underWay) {
        try {
            underWay.unregister();
        } catch (IllegalStateException e) {
            LOG.debug("The framework took the service away already");
        }
    }

    private boolean hasAnotherVersion(Bundle bundle) {
        return tracker != null
                && tracker.getTracked().keySet().stream()
                        .anyMatch(other -> !other.equals(bundle)
                                && Objects.equals(other.getSymbolicName(), bundle.getSymbolicName()));
    }

    private static void await(Extended extended, long millis) {
        try {
            extended.await(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ServiceRegistration<?> register(Bundle bundle, PersistenceUnit unit) {
        if (unit != null) {
            units.add(bundle, unit);
        }
        return context.registerService(Schema.class, new Schema() {}, of(bundle));
    }

    private ServiceRegistration<?> tell(Bundle bundle, Throwable failure) {
        String reason = String.valueOf(failure.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
        return context.registerService(SchemaFailure.class, () -> reason, of(bundle));
    }

    private static Hashtable<String, Object> of(Bundle bundle) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Schema.BUNDLE, bundle.getSymbolicName());
        return properties;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Extended extended) {
        // From STARTING to ACTIVE: nothing to do.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Extended extended) {
        extended.leave(unit -> {
            units.remove(bundle);
            close(unit);
        });
        await(extended, PATIENCE_MILLIS);
        extended.close();
    }

    private static void close(PersistenceUnit unit) {
        if (unit != null) {
            try {
                unit.close(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private PersistenceUnit open(Bundle bundle) throws IOException {
        URL xml = bundle.getEntry("META-INF/persistence.xml");
        if (xml == null) {
            throw new IOException("META-INF/persistence.xml is missing");
        }
        UnitDescriptor descriptor;
        try (InputStream in = xml.openStream()) {
            descriptor = UnitDescriptor.read(in);
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put(PersistenceUnitProperties.WEAVING, "static");
        properties.put(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false");
        // Rows of one table go to the database together.
        properties.put(PersistenceUnitProperties.BATCH_WRITING, "JDBC");
        // What fails is thrown and logged there; a conflict that a repetition mends is nobody's concern.
        properties.put(PersistenceUnitProperties.LOGGING_LEVEL, "SEVERE");
        properties.put(PersistenceUnitProperties.CLASSLOADER, new UnitInfo(bundle, descriptor, null).getClassLoader());
        properties.put(
                PersistenceUnitProperties.TARGET_DATABASE,
                database.postgresql() ? "PostgreSQL" : "org.eclipse.persistence.platform.database.H2Platform");
        EntityManagerFactory factory = new PersistenceProvider()
                .createContainerEntityManagerFactory(
                        new UnitInfo(bundle, descriptor, new BoundDataSource(database.pool(), thread)), properties);
        // EclipseLink deploys at the first entity manager; do it now, not in somebody's first request.
        deploy(factory);
        // It would ask a connection that failed again, which the pool has let go by then, wait ten seconds in between
        // and say
        // in the end that the connection is closed, not what was wrong. What may be repeated is repeated as a whole
        // transaction.
        JpaHelper.getServerSession(factory).getLogin().setConnectionHealthValidatedOnError(false);
        return new PersistenceUnit(descriptor.name(), factory);
    }

    private static void deploy(EntityManagerFactory factory) {
        try {
            factory.createEntityManager().close();
        } catch (RuntimeException e) {
            // It would stay under its name, half made, and be found by the next try.
            factory.close();
            throw e;
        }
    }

    private static String header(Bundle bundle, String name) {
        String value = bundle.getHeaders("").get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
