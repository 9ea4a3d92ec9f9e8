package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.store.StoredVersion;
import de.kreiswerk.deployment.service.store.SwitchTable;
import de.kreiswerk.deployment.service.store.TypedValues;
import de.kreiswerk.deployment.service.trail.DeploymentTrail;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is active turned out not to work, where or when nobody who asked for it was looking: it is quarantined, and the version before is
 * what is to run on all nodes, with the configurations that it had.
 */
final class TakeBack {

    private static final Logger LOG = LoggerFactory.getLogger(TakeBack.class);

    private final Workshop shop;

    TakeBack(Workshop shop) {
        this.shop = shop;
    }

    /** What was decided. */
    private record Decision(Set<String> pids, String configuration, String archive) {}

    /**
     * Does it, unless something else has become active or is about to.
     *
     * @param component the component's name
     * @param bad the active version
     * @param preferred where to go back to if that is kept; null for what ran last
     * @param reason what is wrong with it
     * @param details what is behind it
     * @return what is to run from now on; empty when nothing can
     */
    Optional<String> of(String component, String bad, String preferred, Text reason, List<String> details) {
        Map<String, Map<String, Object>> left = shop.configurations().read(pids(component, bad));
        Optional<Decision> decided = shop.transactions()
                .call(tx -> decide(tx, component, bad, preferred, reason, details, TypedValues.write(left)));
        decided.filter(decision -> decision.configuration() != null)
                .ifPresent(decision ->
                        shop.configurations().set(decision.pids(), TypedValues.read(decision.configuration())));
        return decided.map(Decision::archive);
    }

    private Set<String> pids(String component, String archive) {
        return shop.transactions()
                .call(tx -> new ComponentTable(tx).version(component, archive))
                .map(version -> version.facts().configured().keySet())
                .orElse(Set.of());
    }

    private Optional<Decision> decide(
            Transaction tx,
            String component,
            String bad,
            String preferred,
            Text reason,
            List<String> details,
            String left)
            throws SQLException {
        Instant now = shop.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        ComponentTable table = new ComponentTable(tx);
        Optional<StoredComponent> locked =
                table.lock(component).filter(found -> bad.equals(found.active()) && found.switching() == null);
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        table.quarantine(component, bad, reason);
        table.configuration(component, bad, left);
        Optional<StoredVersion> version = table.version(component, bad);
        Optional<StoredVersion> former = former(table, component, preferred);
        Caller platform = DeploymentTrail.platform(now);
        if (former.isPresent()) {
            table.state(component, former.get().archive(), State.ACTIVE, now);
            table.fallBack(component, former.get().archive(), now, platform.subject());
            new SwitchTable(tx)
                    .insertDone(
                            new Switch(
                                    UUID.randomUUID().toString(),
                                    component,
                                    Switch.Kind.ROLLBACK,
                                    bad,
                                    version.map(StoredVersion::version).orElse(null),
                                    former.get().archive(),
                                    former.get().version(),
                                    Switch.State.RUNNING,
                                    List.of(),
                                    now,
                                    now,
                                    platform.subject(),
                                    reason,
                                    details),
                            shop.node());
        }
        Map<String, String> what =
                new TreeMap<>(Map.of("archive", bad, "reason", reason.german(), "node", shop.node()));
        what.put("instead", former.map(StoredVersion::archive).orElse("-"));
        shop.trail()
                .record(DeploymentTrail.component(
                        platform,
                        "component.quarantined",
                        Outcome.FAILED,
                        component,
                        locked.get().department(),
                        what));
        LOG.warn(
                "{} goes back to {}: {}",
                component,
                former.map(StoredVersion::version).orElse("nothing"),
                reason.english());
        Set<String> pids = new TreeSet<>();
        version.ifPresent(found -> pids.addAll(found.facts().configured().keySet()));
        former.ifPresent(found -> pids.addAll(found.facts().configured().keySet()));
        return former.map(found -> new Decision(pids, found.configuration(), found.archive()));
    }

    private static Optional<StoredVersion> former(ComponentTable table, String component, String preferred)
            throws SQLException {
        return table.versions(component).stream()
                .filter(version -> version.state() == State.KEPT && version.lastActive() != null)
                .max(Comparator.comparing(
                                (StoredVersion version) -> version.archive().equals(preferred))
                        .thenComparing(StoredVersion::lastActive));
    }
}
