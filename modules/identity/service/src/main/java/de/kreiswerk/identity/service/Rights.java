package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.identity.api.Deputies;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Works out what accounts may do: their roles' permissions, in the departments of the grants and all below; and for a deputy those
 * of whom they stand in for.
 */
final class Rights {

    private static final ZoneId COUNTY = ZoneId.of("Europe/Berlin");

    private final Sql sql;

    Rights(Sql sql) {
        this.sql = sql;
    }

    private record Granted(String permission, String department) {}

    /** The day in the county: deputies begin and end with it. */
    static LocalDate day(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), COUNTY);
    }

    /** All that an account may do on a day. */
    Set<Grant> of(String accountId, LocalDate day) throws SQLException {
        return between(accountId, day, day);
    }

    /** All that an account may do on a day or will, as far as it is agreed: whoever gets at the account gets at that. */
    Set<Grant> from(String accountId, LocalDate day) throws SQLException {
        return between(accountId, day, day.plusDays(2L * Deputies.MOST_DAYS));
    }

    private Set<Grant> between(String accountId, LocalDate from, LocalDate until) throws SQLException {
        Set<Grant> grants = new HashSet<>(ownOf(accountId));
        for (DeputyTable.StandIn each : new DeputyTable(sql).standsInFor(accountId, from, until)) {
            Set<Grant> passedOn = passedOnBy(each.account());
            boolean byAnother = each.appointer() != null && !each.appointer().equals(each.account());
            // Who appointed for another passes on what they could grant, also of what the other gets later.
            grants.addAll(byAnother ? common(passedOn, governedBy(ownOf(each.appointer()))) : passedOn);
        }
        return grants;
    }

    /** What somebody may grant: who has everything, also what is apart from it ({@link Authority#mustHave}). */
    private static Set<Grant> governedBy(Set<Grant> grants) {
        Set<Grant> governed = new HashSet<>(grants);
        grants.stream()
                .filter(grant -> grant.permission().equals(Grant.ALL))
                .forEach(everything ->
                        Grant.APART.forEach(apart -> governed.add(new Grant(apart, everything.department()))));
        return governed;
    }

    /** What an account may do for good: by its own roles. */
    Set<Grant> ownOf(String accountId) throws SQLException {
        return expanded(byRoles(accountId));
    }

    private List<Granted> byRoles(String accountId) throws SQLException {
        return sql.list(
                "select p.permission, g.department_id from identity_grant g"
                        + " join identity_role_permission p on p.role_id = g.role_id where g.account_id = ?",
                row -> new Granted(row.getString(1), row.getString(2)),
                accountId);
    }

    /** What an account passes on to whoever stands in for it. */
    Set<Grant> passedOnBy(String accountId) throws SQLException {
        return expanded(byRoles(accountId).stream()
                .filter(each -> isPassedOn(each.permission()))
                .toList());
    }

    /** Who governs people and the platform is decided by roles alone. */
    private static boolean isPassedOn(String permission) {
        return !permission.equals(Grant.ALL)
                && !permission.startsWith("identity.")
                && !permission.startsWith("platform.");
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

    /** What both allow: nobody hands on what they lost, or never had, themselves. */
    static Set<Grant> common(Set<Grant> some, Set<Grant> others) {
        Map<String, Set<String>> placesOfOthers = others.stream()
                .collect(Collectors.groupingBy(
                        Grant::permission, Collectors.mapping(Grant::department, Collectors.toSet())));
        Set<Grant> common = new HashSet<>();
        for (Grant grant : some) {
            Set<String> places = new HashSet<>(placesOfOthers.getOrDefault(grant.permission(), Set.of()));
            if (!Grant.APART.contains(grant.permission())) {
                places.addAll(placesOfOthers.getOrDefault(Grant.ALL, Set.of()));
            }
            if (places.contains(Grant.ALL) || places.contains(grant.department())) {
                common.add(grant);
            } else if (grant.department().equals(Grant.ALL)) {
                places.forEach(place -> common.add(new Grant(grant.permission(), place)));
            }
        }
        return common;
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
