package de.kreiswerk.core.persistence.backup;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.backup.Backups;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.database.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes backups, one at a time, each in a transaction that only reads. */
@Component
public final class BackupService implements Backups {

    private static final Logger LOG = LoggerFactory.getLogger(BackupService.class);

    private final Database database;
    private final Transactions transactions;
    private final AuditTrail trail;
    private final String version;
    private final Supplier<Set<String>> without;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();

    /**
     * Makes backups.
     *
     * @param context knows the version and the bundles
     * @param database what is copied
     * @param transactions for what is noted of a backup
     * @param trail who made one
     */
    @Activate
    public BackupService(
            BundleContext context,
            @Reference Database database,
            @Reference Transactions transactions,
            @Reference AuditTrail trail) {
        this(
                database,
                transactions,
                trail,
                Objects.requireNonNullElse(context.getProperty("kreiswerk.version"), "?"),
                () -> TransientTables.of(context),
                Clock.systemUTC());
    }

    BackupService(
            Database database,
            Transactions transactions,
            AuditTrail trail,
            String version,
            Supplier<Set<String>> without,
            Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.trail = trail;
        this.version = version;
        this.without = without;
        this.clock = clock;
    }

    @Override
    public Backup write(Caller caller, OutputStream out) throws IOException {
        caller.require(PERMISSION, Grant.ALL);
        if (!running.compareAndSet(false, true)) {
            throw alreadyRunning();
        }
        try {
            return noted(caller, out);
        } finally {
            running.set(false);
        }
    }

    private Backup noted(Caller caller, OutputStream out) throws IOException {
        String id = UUID.randomUUID().toString();
        Instant started = now();
        // Before the first byte leaves: also who cuts a backup off has read what came until then.
        transactions.call(tx -> {
            BackupTable.begin(tx.connection(), id, started);
            trail.record(event(caller, "backup.started", id, AuditEvent.Outcome.SUCCESS, Map.of()));
            return null;
        });
        try {
            Backup backup = copied(started, out);
            transactions.call(tx -> {
                BackupTable.finish(tx.connection(), id, backup);
                Map<String, String> details =
                        Map.of("bytes", String.valueOf(backup.bytes()), "rows", String.valueOf(backup.rows()));
                trail.record(event(caller, "backup.finished", id, AuditEvent.Outcome.SUCCESS, details));
                return null;
            });
            LOG.info("Backup of {} rows made, {} bytes", backup.rows(), backup.bytes());
            return backup;
        } catch (IOException | RuntimeException e) {
            transactions.call(tx -> {
                trail.record(event(caller, "backup.failed", id, AuditEvent.Outcome.FAILED, Map.of()));
                return null;
            });
            throw e;
        }
    }

    private Backup copied(Instant started, OutputStream out) throws IOException {
        Measured measured = new Measured(out);
        try (SnapshotSession session = new SnapshotSession(database.owner().getConnection(), database.postgresql())) {
            Manifest manifest = new BackupWriter(version, without.get()).write(session, started, measured);
            for (String history : new Catalog(session.connection()).notKept(manifest.schemas())) {
                LOG.warn(
                        "This backup has tables of {} without the scripts that make them, and cannot be restored where that is not"
                                + " installed: deploy it once more, or delete it with its data",
                        history);
            }
            measured.flush();
            return new Backup(started, now(), measured.size(), manifest.rows());
        } catch (SQLException e) {
            throw new PersistenceFailure("The backup failed: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<Backup> last() {
        return transactions.call(tx -> BackupTable.last(tx.connection()));
    }

    private static AuditEvent event(
            Caller caller, String action, String id, AuditEvent.Outcome outcome, Map<String, String> details) {
        return new AuditEvent(caller, "platform", action, "Backup", id, null, outcome, details, java.util.List.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ProblemException alreadyRunning() {
        return new ProblemException(
                Problem.Kind.CONFLICT,
                "backup-running",
                new Text("Sicherung läuft schon", "Backup already running"),
                new Text(
                        "Eine andere Sicherung läuft noch. Versuchen Sie es danach erneut.",
                        "Another backup is still being made. Try again after it."));
    }
}
