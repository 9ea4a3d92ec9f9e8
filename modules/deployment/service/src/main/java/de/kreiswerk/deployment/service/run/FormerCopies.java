package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.store.StoredVersion;
import de.kreiswerk.deployment.service.store.TypedValues;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Earlier releases kept with a version also what a file or the environment of the node determined, secrets among it, and each backup since
 * has them. Where a copy is still what this node determines, it goes; where it is not, it may be what somebody has set for all nodes.
 */
final class FormerCopies {

    private static final Logger LOG = LoggerFactory.getLogger(FormerCopies.class);

    private final Workshop shop;

    FormerCopies(Workshop shop) {
        this.shop = shop;
    }

    /** Nothing waits for it, and nothing fails with it. */
    void forget() {
        try {
            Map<String, Map<String, Object>> own = shop.configurations().determined(pids());
            if (!own.isEmpty()) {
                for (StoredComponent component : shop.transactions().call(tx -> new ComponentTable(tx).all())) {
                    shop.transactions().call(tx -> forget(tx, component.name(), own));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "What a file or the environment sets and an earlier release kept is looked for at the next start: {}",
                    e.getMessage());
        }
    }

    private Set<String> pids() {
        return shop.transactions().call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            Set<String> pids = new TreeSet<>();
            for (StoredComponent component : table.all()) {
                for (StoredVersion version : kept(table, component.name())) {
                    pids.addAll(TypedValues.read(version.configuration()).keySet());
                }
            }
            return pids;
        });
    }

    /** Locked: a switch may be writing down what it leaves. */
    private static Void forget(Transaction tx, String component, Map<String, Map<String, Object>> own)
            throws SQLException {
        ComponentTable table = new ComponentTable(tx);
        table.lock(component);
        for (StoredVersion version : kept(table, component)) {
            Map<String, Map<String, Object>> configurations = TypedValues.read(version.configuration());
            boolean found = false;
            for (Map.Entry<String, Map<String, Object>> each : configurations.entrySet()) {
                found |= each.getValue()
                        .entrySet()
                        .removeAll(own.getOrDefault(each.getKey(), Map.of()).entrySet());
            }
            if (found) {
                table.configuration(component, version.archive(), TypedValues.write(configurations));
                LOG.info(
                        "What this node determines itself is no longer kept with version {} of {}",
                        version.version(),
                        component);
            }
        }
        return null;
    }

    private static List<StoredVersion> kept(ComponentTable table, String component) throws SQLException {
        return table.versions(component).stream()
                .filter(version -> version.configuration() != null)
                .toList();
    }
}
