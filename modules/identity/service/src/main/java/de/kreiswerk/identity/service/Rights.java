package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.identity.Grant;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Works out what accounts may do: their roles' permissions, in the departments of the grants and all below. */
final class Rights {

    private final Sql sql;

    Rights(Sql sql) {
        this.sql = sql;
    }

    private record Granted(String permission, String department) {}

    Set<Grant> of(String accountId) throws SQLException {
        List<Granted> granted = sql.list(
                "select p.permission, g.department_id from identity_grant g"
                        + " join identity_role_permission p on p.role_id = g.role_id where g.account_id = ?",
                row -> new Granted(row.getString(1), row.getString(2)),
                accountId);
        return expanded(granted);
    }

    /** What a role would give in a department. */
    Set<Grant> ofRole(String roleId, String departmentId) throws SQLException {
        return in(
                sql.list(
                        "select permission from identity_role_permission where role_id = ?",
                        row -> row.getString(1),
                        roleId),
                departmentId);
    }

    /** Permissions in a department and all below; null for everywhere. */
    Set<Grant> in(Collection<String> permissions, String departmentId) throws SQLException {
        return expanded(permissions.stream()
                .map(permission -> new Granted(permission, departmentId))
                .toList());
    }

    private Set<Grant> expanded(List<Granted> granted) throws SQLException {
        boolean below = granted.stream().anyMatch(each -> each.department() != null);
        DepartmentTree tree = below ? DepartmentTree.read(sql) : new DepartmentTree();
        Set<Grant> grants = new HashSet<>();
        for (Granted each : granted) {
            if (each.department() == null) {
                grants.add(new Grant(each.permission(), Grant.ALL));
            } else {
                tree.keysBelow(each.department()).forEach(key -> grants.add(new Grant(each.permission(), key)));
            }
        }
        return grants;
    }
}
