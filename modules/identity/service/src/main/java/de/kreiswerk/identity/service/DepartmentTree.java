package de.kreiswerk.identity.service;

import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which department is below which. */
final class DepartmentTree {

    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private record Node(String parent, Set<String> keys) {}

    static DepartmentTree read(Sql sql) throws SQLException {
        DepartmentTree tree = new DepartmentTree();
        sql.list(
                "select id, parent_id, short_name, name from identity_department",
                row -> tree.nodes.put(
                        row.getString("id"),
                        new Node(
                                row.getString("parent_id"),
                                DepartmentKeys.of(
                                        row.getString("id"), row.getString("short_name"), row.getString("name")))));
        return tree;
    }

    boolean contains(String id) {
        return nodes.containsKey(id);
    }

    /** Whether one is the other, or below it. */
    boolean isWithin(String id, String above) {
        String at = id;
        // A tree has no circle; a damaged one must not hang every request.
        for (int steps = 0; at != null && steps <= nodes.size(); steps++) {
            if (at.equals(above)) {
                return true;
            }
            Node node = nodes.get(at);
            at = node == null ? null : node.parent();
        }
        return false;
    }

    /** How many levels there are from the top down to a department, which is one of them; 0 for none. */
    int level(String id) {
        int level = 0;
        for (String at = id; at != null && level <= nodes.size(); level++) {
            Node node = nodes.get(at);
            at = node == null ? null : node.parent();
        }
        return level;
    }

    /** How many levels a department and all below it are; 1 for one that is not there yet. */
    int levelsBelow(String above) {
        int from = level(above);
        return nodes.keySet().stream()
                        .filter(id -> isWithin(id, above))
                        .mapToInt(this::level)
                        .max()
                        .orElse(from)
                - from
                + 1;
    }

    /** Whether another department has one of the keys: it would share its rights with this one. */
    boolean isTaken(Set<String> keys, String id) {
        return nodes.entrySet().stream()
                .filter(each -> !each.getKey().equals(id))
                .anyMatch(each -> !Collections.disjoint(each.getValue().keys(), keys));
    }

    /** The keys of a department and of all below it. */
    Set<String> keysBelow(String above) {
        Set<String> keys = new HashSet<>();
        nodes.forEach((id, node) -> {
            if (isWithin(id, above)) {
                keys.addAll(node.keys());
            }
        });
        return keys;
    }
}
