package de.kreiswerk.deployment.archive.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A service that is declared: by a component's description, or by a configuration, which adds to and replaces what the
 * description says.
 *
 * @param name the component's name, the PID of a configuration
 * @param place where that is written
 * @param bundle in which bundle, empty for a configuration of the archive
 * @param provides under which interfaces; none for a configuration
 * @param needs interfaces of services without which it does not start; none for a configuration
 * @param pids whose configuration it gets
 * @param properties values by name in lower case, for services find them in any case
 */
record Declared(
        String name,
        String place,
        String bundle,
        Set<String> provides,
        Set<String> needs,
        Set<String> pids,
        Map<String, List<String>> properties) {

    List<String> values(String property) {
        return properties.getOrDefault(property, List.of());
    }

    boolean is(String property) {
        return values(property).stream().anyMatch(value -> value.strip().equalsIgnoreCase("true"));
    }

    /** Whether anything is said about it. */
    boolean states(String property) {
        return properties.containsKey(property);
    }

    /** Names of properties that begin so. */
    List<String> beginning(String prefix) {
        return properties.keySet().stream()
                .filter(each -> each.startsWith(prefix))
                .sorted()
                .toList();
    }
}
