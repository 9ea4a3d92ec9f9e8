package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.service.store.NodeTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the database what this node runs, whenever that has changed, for those who look on another node. */
final class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final Report NOTHING = new Report(null, null);

    private final Workshop shop;
    private final Statuses statuses;
    private final Follower follower;
    /** Null until this node has said that it begins anew. */
    private Map<String, Report> said;

    Reports(Workshop shop, Statuses statuses, Follower follower) {
        this.shop = shop;
        this.statuses = statuses;
        this.follower = follower;
    }

    /**
     * Of a component.
     *
     * @param archive what runs, null for nothing
     * @param reason why it is not what is to run, null when it is
     */
    private record Report(String archive, Text reason) {}

    /** What cannot be said now is said the next time. */
    void write() {
        Map<String, Report> now = new HashMap<>();
        statuses.all().forEach((component, status) -> now.put(component, report(component, status)));
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

    private Report report(String component, Statuses.Status status) {
        return status.reason() == null
                ? new Report(
                        status.archive(),
                        follower.failure(component).map(Unhealthy::reason).orElse(null))
                : new Report(null, status.reason());
    }
}
