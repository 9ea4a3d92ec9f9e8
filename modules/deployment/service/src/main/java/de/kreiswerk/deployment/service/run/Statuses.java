package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.service.framework.ComponentThreads;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What of each component runs on this node, and why something does not. */
final class Statuses {

    private final Map<String, Status> all = new ConcurrentHashMap<>();

    /**
     * How it is with a component.
     *
     * @param archive the version that runs or was to, may be null
     * @param threads of the version that runs, null when none does
     * @param reason why it does not run, null when it does
     * @param details what is behind that
     * @param passing whether the reason may pass by itself, so that it is tried again
     */
    record Status(String archive, ComponentThreads threads, Text reason, List<String> details, boolean passing) {}

    void runs(String component, String archive, ComponentThreads threads) {
        all.put(component, new Status(archive, threads, null, List.of(), false));
    }

    void doesNotRun(String component, String archive, Text reason, List<String> details, boolean passing) {
        all.put(component, new Status(archive, null, reason, details, passing));
    }

    void isOff(String component) {
        all.remove(component);
    }

    Map<String, Status> all() {
        return Map.copyOf(all);
    }

    Optional<Status> of(String component) {
        return Optional.ofNullable(all.get(component));
    }
}
