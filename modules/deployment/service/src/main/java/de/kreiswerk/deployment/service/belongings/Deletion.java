package de.kreiswerk.deployment.service.belongings;

import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.persistence.BundleTables;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.settings.SettingHistory;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Belongings;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.service.framework.Configurations;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.NodeTable;
import de.kreiswerk.deployment.service.store.StoredArchives;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.store.SwitchTable;
import de.kreiswerk.deployment.service.trail.DeploymentTrail;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what belongs to components that were removed with their data. That they are to go is written down before anything is, and is
 * the last thing that goes: what was cut off is taken up again, by whichever node comes first.
 */
@Component(service = Deletion.class)
public final class Deletion {

    private static final Logger LOG = LoggerFactory.getLogger(Deletion.class);

    private static final int LONGEST_DETAIL = 4_000;

    private final Transactions transactions;
    private final AuditTrail trail;
    private final BlobStore blobs;
    private final BundleTables tables;
    private final Configurations configurations;
    private final SettingHistory history;
    private final BelongingsReader reader;
    private final Clock clock;

    @Activate
    public Deletion(
            @Reference Transactions transactions,
            @Reference AuditTrail trail,
            @Reference BlobStore blobs,
            @Reference BundleTables tables,
            @Reference ConfigurationAdmin configurations,
            @Reference SettingHistory history,
            @Reference BelongingsReader reader) {
        this(transactions, trail, blobs, tables, configurations, history, reader, Clock.systemUTC());
    }

    Deletion(
            Transactions transactions,
            AuditTrail trail,
            BlobStore blobs,
            BundleTables tables,
            ConfigurationAdmin configurations,
            SettingHistory history,
            BelongingsReader reader,
            Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.blobs = blobs;
        this.tables = tables;
        this.configurations = new Configurations(configurations);
        this.history = history;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Deletes what is to be deleted and can be now.
     *
     * @param runsHere whether a component runs on this node: what nodes say of themselves may be a moment old
     */
    public void run(Predicate<String> runsHere) {
        for (StoredComponent component : transactions.call(tx -> new ComponentTable(tx).all())) {
            if (component.deleting() != null) {
                try {
                    one(component.name(), runsHere);
                } catch (RuntimeException e) {
                    LOG.warn("The data of {} cannot be deleted yet: {}", component.name(), e.getMessage(), e);
                }
            }
        }
    }

    /** Whether a component waits for a switch that is under way or has just ended, to go then. */
    boolean isToGoOnceSwitched(String component, Predicate<String> runsHere) {
        return transactions
                .call(tx -> new ComponentTable(tx).find(component))
                .filter(found -> found.deleting() != null)
                .filter(found -> found.switching() != null || found.active() == null && runsHere.test(component))
                .isPresent();
    }

    /** What is to be done about a component. */
    private enum Next {
        NOTHING,
        DELETE,
        KEEP
    }

    private void one(String component, Predicate<String> runsHere) {
        Next next = transactions.call(tx -> next(tx, component, runsHere));
        if (next == Next.KEEP) {
            keep(
                    component,
                    new Text(
                            "Die Komponente wurde nicht angehalten; darum ist nichts von ihr gelöscht.",
                            "The component was not switched off; therefore nothing of it is deleted."));
        } else if (next == Next.DELETE) {
            try {
                delete(component, runsHere);
            } catch (ProblemException e) {
                if (e.problem().kind() == Problem.Kind.UNAVAILABLE) {
                    throw e;
                }
                keep(component, e.problem().detail());
            } catch (PersistenceFailure e) {
                LOG.error("The data of {} cannot be deleted", component, e);
                keep(
                        component,
                        new Text(
                                "Die Datenbank ließ es nicht zu. Einzelheiten stehen im Protokoll der Plattform.",
                                "The database did not allow it. The log of the platform has the details."));
            }
        }
    }

    private Next next(Transaction tx, String component, Predicate<String> runsHere) throws SQLException {
        Optional<StoredComponent> found = new ComponentTable(tx).lock(component);
        if (found.isEmpty() || found.get().deleting() == null || found.get().switching() != null) {
            return Next.NOTHING;
        }
        boolean off = found.get().active() == null
                && new SwitchTable(tx)
                        .find(found.get().deleting())
                        .filter(asked -> asked.state() == Switch.State.DONE)
                        .isPresent();
        if (!off) {
            return Next.KEEP;
        }
        boolean runs = runsHere.test(component)
                || new NodeTable(tx).of(component).stream().anyMatch(each -> each.archive() != null);
        return runs ? Next.NOTHING : Next.DELETE;
    }

    private void delete(String component, Predicate<String> runsHere) {
        Belongings lost = reader.of(component);
        if (!lost.isPossible()) {
            keep(component, lost.refusals().get(0));
            return;
        }
        Names names = transactions.call(tx -> Names.of(new ComponentTable(tx), component));
        Set<String> pids = reader.configurations(names);
        // Config Admin works in transactions of its own. What is gone already does not matter the next time.
        configurations.set(pids, Map.of());
        boolean deleted = transactions.call(tx -> {
            if (next(tx, component, runsHere) != Next.DELETE) {
                return false;
            }
            // First, since some databases commit with it; that it is to go is still written down then.
            tables.drop(names.bundles());
            ComponentTable table = new ComponentTable(tx);
            StoredComponent gone = table.find(component).orElseThrow();
            history.forget(pids);
            blobs.releaseAll(StoredArchives.owner(component));
            trail.record(DeploymentTrail.component(
                    DeploymentTrail.platform(now()),
                    "component.deleted",
                    Outcome.SUCCESS,
                    component,
                    gone.department(),
                    details(lost, gone)));
            table.deleteAll(component);
            return true;
        });
        if (deleted) {
            LOG.info("{} is deleted with all that belonged to it", component);
        }
    }

    private static Map<String, String> details(Belongings lost, StoredComponent gone) {
        Map<String, String> details = new TreeMap<>();
        details.put("switch", gone.deleting());
        details.put("versions", String.valueOf(lost.versions()));
        details.put("bytes", String.valueOf(lost.bytes()));
        details.put(
                "tables",
                cut(lost.tables().stream()
                        .map(table -> table.name() + " " + table.rows())
                        .collect(Collectors.joining(", "))));
        details.put("configurations", cut(String.join(", ", lost.configurations())));
        return details;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
    }

    /** It stays, and can be asked for again. */
    private void keep(String component, Text why) {
        transactions.call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            StoredComponent kept = table.lock(component).orElse(null);
            if (kept == null || kept.deleting() == null || kept.switching() != null) {
                return null;
            }
            table.deleting(component, null);
            SwitchTable switches = new SwitchTable(tx);
            if (switches.find(kept.deleting())
                    .filter(asked -> asked.state() == Switch.State.DONE)
                    .isPresent()) {
                switches.say(
                        kept.deleting(),
                        new Text(
                                "Die Daten sind nicht alle gelöscht. " + why.german(),
                                "Not all data are deleted. " + why.english()));
            }
            trail.record(DeploymentTrail.component(
                    DeploymentTrail.platform(now()),
                    "component.not-deleted",
                    Outcome.FAILED,
                    component,
                    kept.department(),
                    Map.of("switch", kept.deleting(), "reason", why.german())));
            return null;
        });
        LOG.warn("The data of {} are not deleted: {}", component, why.english());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
