package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.Former;
import de.kreiswerk.deployment.service.store.StepTable;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.store.StoredVersion;
import de.kreiswerk.deployment.service.store.SwitchTable;
import de.kreiswerk.deployment.service.store.TypedValues;
import de.kreiswerk.deployment.service.trail.DeploymentTrail;
import java.sql.SQLException;
import java.time.Instant;
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

    /**
     * What is to be done.
     *
     * @param way the switch back, under way; null when there is nothing to go back to
     * @param pids of the configurations of both versions
     * @param configuration what they are to be, null when nothing is known
     */
    private record Decision(Switch way, Set<String> pids, String configuration) {}

    /**
     * Does it, unless something else has become active or is about to. While the configurations are set, it is a switch under way: nobody
     * follows yet, and if this node ends, it is closed like any other.
     *
     * @param component the component's name
     * @param bad the active version
     * @param preferred where to go back to if that is kept; null for what ran last
     * @param reason what is wrong with it
     * @param details what is behind it
     * @return what is to run from now on; empty when nothing can
     */
    Optional<String> of(String component, String bad, String preferred, Text reason, List<String> details) {
        Set<String> pids = pids(component, bad);
        shop.shared().refresh(pids);
        String left = TypedValues.write(shop.configurations().read(pids));
        Optional<Decision> decided =
                shop.transactions().call(tx -> decide(tx, component, bad, preferred, reason, details, left));
        if (decided.isEmpty() || decided.get().way() == null) {
            return Optional.empty();
        }
        Decision decision = decided.get();
        if (decision.configuration() != null) {
            // What this node holds for a version that cannot follow is not what is set.
            shop.shared().refresh(decision.pids());
            shop.configurations().set(decision.pids(), TypedValues.read(decision.configuration()));
        }
        return shop.transactions().call(tx -> commit(tx, decision.way(), left));
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
        Instant now = shop.now();
        ComponentTable table = new ComponentTable(tx);
        Optional<StoredComponent> locked =
                table.lock(component).filter(found -> bad.equals(found.active()) && found.switching() == null);
        Optional<StoredVersion> version = locked.isEmpty()
                ? Optional.empty()
                : table.version(component, bad).filter(found -> found.state() != State.QUARANTINED);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        Optional<StoredVersion> former =
                Former.instead(table.versions(component), new StepTable(tx).ran(component), preferred);
        Switch way = new Switch(
                UUID.randomUUID().toString(),
                component,
                Switch.Kind.ROLLBACK,
                bad,
                version.get().version(),
                former.map(StoredVersion::archive).orElse(null),
                former.map(StoredVersion::version).orElse(null),
                Switch.State.RUNNING,
                List.of(),
                now,
                null,
                DeploymentTrail.platform(now).subject(),
                reason,
                details);
        if (former.isEmpty()) {
            quarantine(tx, locked.get().department(), way, left);
            return Optional.of(new Decision(null, Set.of(), null));
        }
        SwitchTable switches = new SwitchTable(tx);
        switches.insert(way, shop.node());
        switches.configuration(way.id(), left);
        table.switching(component, way.id());
        Set<String> pids = new TreeSet<>(version.get().facts().configured().keySet());
        pids.addAll(former.get().facts().configured().keySet());
        return Optional.of(new Decision(way, pids, former.get().configuration()));
    }

    private Optional<String> commit(Transaction tx, Switch way, String left) throws SQLException {
        Instant now = shop.now();
        ComponentTable table = new ComponentTable(tx);
        Optional<StoredComponent> locked = table.lock(way.component());
        if (locked.isEmpty() || !table.activate(way.component(), way.to(), now, way.by(), way.id())) {
            return Optional.empty();
        }
        quarantine(tx, locked.get().department(), way, left);
        table.state(way.component(), way.to(), State.ACTIVE, now);
        new SwitchTable(tx).end(way.id(), Switch.State.DONE, now, way.reason(), way.details());
        return Optional.of(way.to());
    }

    /** Of the version that the way leads from, wherever it leads to. */
    private void quarantine(Transaction tx, String department, Switch way, String left) throws SQLException {
        ComponentTable table = new ComponentTable(tx);
        table.quarantine(way.component(), way.from(), way.reason());
        table.configuration(way.component(), way.from(), left);
        Map<String, String> details = new TreeMap<>(Map.of(
                "archive",
                way.from(),
                "version",
                way.fromVersion(),
                "reason",
                way.reason().german(),
                "node",
                shop.node(),
                "instead",
                way.to() == null ? "-" : way.to()));
        DeploymentTrail.put(details, "insteadVersion", way.toVersion());
        shop.trail()
                .record(DeploymentTrail.component(
                        DeploymentTrail.platform(shop.now()),
                        "component.quarantined",
                        Outcome.FAILED,
                        way.component(),
                        department,
                        details));
        LOG.warn(
                "{} goes back to {}: {}",
                way.component(),
                way.to() == null ? "nothing" : way.to(),
                way.reason().english());
    }
}
