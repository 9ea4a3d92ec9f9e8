package de.kreiswerk.identity.service;

import java.sql.SQLException;
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
