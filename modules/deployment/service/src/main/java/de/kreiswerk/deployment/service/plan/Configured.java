package de.kreiswerk.deployment.service.plan;

import de.kreiswerk.deployment.api.Plan.ConfigurationChange;
import de.kreiswerk.deployment.api.Plan.Kind;
import de.kreiswerk.deployment.service.store.TypedValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Tells what another version configures differently. */
final class Configured {

    private Configured() {}

    static List<ConfigurationChange> changes(
            Map<String, Map<String, Object>> before, Map<String, Map<String, Object>> after) {
        // Both as they are stored: a list is no array, but an integer is none of another kind only because it was read.
        Map<String, Map<String, Object>> then = TypedValues.read(TypedValues.write(after));
        List<ConfigurationChange> changes = new ArrayList<>();
        for (String pid : all(before.keySet(), then.keySet())) {
            List<String> keys = keys(before.getOrDefault(pid, Map.of()), then.getOrDefault(pid, Map.of()));
            Kind kind = !before.containsKey(pid)
                    ? Kind.ADDED
                    : !then.containsKey(pid) ? Kind.REMOVED : keys.isEmpty() ? Kind.SAME : Kind.CHANGED;
            changes.add(new ConfigurationChange(kind, pid, keys));
        }
        return changes;
    }

    private static List<String> keys(Map<String, Object> before, Map<String, Object> after) {
        return all(before.keySet(), after.keySet()).stream()
                .filter(key -> !Objects.deepEquals(before.get(key), after.get(key)))
                .toList();
    }

    private static Set<String> all(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
