package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.NodeTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the database what this node runs, whenever that has changed, for those who look on another node. */
final class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final Report NOTHING = new Report(null, null);

    private final Workshop shop;
    private final Statuses statuses;
    /** Null until this node has said that it begins anew. */
    private Map<String, Report> said;

    Reports(Workshop shop, Statuses statuses) {
        this.shop = shop;
        this.statuses = statuses;
    }

    /**
     * Of a component.
     *
     * @param archive what runs, null for nothing
     * @param reason why it is not what is to run, null when it is
     */
    private record Report(String archive, Text reason) {}

    /**
     * Says what has changed. What cannot be said now is said the next time.
     *
     * @param failures why this node could not follow
     */
    void write(Function<String, Optional<Unhealthy>> failures) {
        Map<String, Report> now = new HashMap<>();
        statuses.all()
                .forEach((component, status) -> now.put(
                        component, report(status, failures.apply(component).orElse(null))));
        if (now.equals(said)) {
            return;
        }
        Map<String, Report> before = said == null ? Map.of() : said;
        Set<String> components = new HashSet<>(before.keySet());
        components.addAll(now.keySet());
        components.removeIf(
                component -> now.getOrDefault(component, NOTHING).equals(before.getOrDefault(component, NOTHING)));
        boolean anew = said == null;
        try {
            shop.transactions().call(tx -> {
                NodeTable table = new NodeTable(tx);
                if (anew) {
                    table.runsNothing(shop.node());
                }
                for (String component : components) {
                    Report report = now.getOrDefault(component, NOTHING);
                    table.runs(shop.node(), component, report.archive(), report.reason());
                }
                return null;
            });
            said = now;
        } catch (RuntimeException e) {
            LOG.debug("What this node runs cannot be said now: {}", e.getMessage());
        }
    }

    private static Report report(Statuses.Status status, Unhealthy failure) {
        return status.reason() == null
                ? new Report(status.archive(), failure == null ? null : failure.reason())
                : new Report(null, status.reason());
    }

    /**
     * Says that this node is about to run something, so that nobody deletes its data meanwhile.
     *
     * @return whether that is still to be run
     */
    boolean isAboutToRun(String component, String archive) {
        boolean wanted = shop.transactions().call(tx -> {
            // Who deletes has the component's row as well.
            boolean still = new ComponentTable(tx)
                    .lock(component)
                    .filter(found -> archive.equals(found.active()) && found.deleting() == null)
                    .isPresent();
            if (still) {
                new NodeTable(tx).runs(shop.node(), component, archive, null);
            }
            return still;
        });
        if (wanted && said != null) {
            Map<String, Report> corrected = new HashMap<>(said);
            corrected.put(component, new Report(archive, null));
            said = corrected;
        }
        return wanted;
    }
}
