package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.RoleGrant;
import de.kreiswerk.identity.api.Roles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps roles and who has them. */
@Component
public final class RolesService implements Roles {

    private static final int MOST_PERMISSIONS = 500;
    private static final int MOST_CHANGES = 500;
    private static final int PLACE_OF_OWN = 1_000;
    private static final String SELECT = "select id, name_german, name_english, built_in, revision from identity_role";
    private static final String GRANTS = "select id, account_id, role_id, department_id from identity_grant";

    private final Transactions transactions;
    private final AuditTrail trail;
    private final DeclaredPermissions declared;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public RolesService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference DeclaredPermissions declared) {
        this.transactions = transactions;
        this.trail = trail;
        this.declared = declared;
    }

    @Override
    public Map<String, Text> permissions(Caller caller) {
        Authority.requireAnywhere(caller, IdentityPermissions.READ);
        return declared.all();
    }

    @Override
    public List<Role> all(Caller caller) {
        Authority.requireAnywhere(caller, IdentityPermissions.READ);
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            return sql.list(SELECT + " order by place, name_german, id", row -> role(sql, row));
        });
    }

    @Override
    public Role add(Caller caller, Entry entry) {
        caller.require(IdentityPermissions.ROLES, Grant.ALL);
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            Role role = valid(sql, new Role(UUID.randomUUID().toString(), entry.name(), false, Set.of(), 0), entry);
            Mistakes.at("permissions", () -> mustHave(sql, caller, role.permissions()));
            sql.update(
                    "insert into identity_role (id, name_german, name_english, built_in, place, revision)"
                            + " values (?, ?, ?, false, ?, 1)",
                    role.id(),
                    role.name().german(),
                    role.name().english(),
                    PLACE_OF_OWN);
            write(sql, role);
            record(caller, "role.created", role, Set.of());
            return role;
        });
    }

    @Override
    public Role change(Caller caller, String id, Entry entry, Long expected) {
        caller.require(IdentityPermissions.ROLES, Grant.ALL);
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            Role before = get(sql, id);
            if (id.equals(Role.ADMINISTRATOR)) {
                throw Refusals.roleStays();
            }
            Refusals.mustBe(expected, before.revision());
            Role after = valid(sql, before, entry);
            Set<String> more = new HashSet<>(after.permissions());
            more.removeAll(before.permissions());
            Mistakes.at("permissions", () -> mustHave(sql, caller, more));
            sql.update(
                    "update identity_role set name_german = ?, name_english = ?, revision = ? where id = ?",
                    after.name().german(),
                    after.name().english(),
                    after.revision(),
                    id);
            write(sql, after);
            record(caller, "role.changed", after, before.permissions());
            return after;
        });
    }

    @Override
    public List<Role> changePermissions(Caller caller, List<PermissionChange> changes) {
        caller.require(IdentityPermissions.ROLES, Grant.ALL);
        if (changes.size() > MOST_CHANGES) {
            throw Refusals.notValid(
                    "Auf einmal lassen sich höchstens " + MOST_CHANGES + " Rollen ändern.",
                    "At most " + MOST_CHANGES + " roles can be changed at once.");
        }
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            Mistakes mistakes = new Mistakes();
            List<Role> changed = new ArrayList<>();
            for (PermissionChange change : changes) {
                Optional<Role> before = find(sql, change.roleId());
                if (before.isEmpty()) {
                    mistakes.add(change.roleId(), Refusals.roleNotFound());
                    continue;
                }
                Role after = after(before.get(), change);
                if (after.permissions().equals(before.get().permissions())) {
                    continue;
                }
                mayBecome(mistakes, sql, caller, before.get(), after, change.expected());
                if (mistakes.areNone()) {
                    sql.update("update identity_role set revision = ? where id = ?", after.revision(), after.id());
                    write(sql, after);
                    record(caller, "role.changed", after, before.get().permissions());
                    changed.add(after);
                }
            }
            mistakes.refuse();
            return changed;
        });
    }

    private static Role after(Role before, PermissionChange change) {
        Set<String> permissions = new HashSet<>(before.permissions());
        permissions.addAll(change.added());
        permissions.removeAll(change.removed());
        return new Role(before.id(), before.name(), before.builtIn(), permissions, before.revision() + 1);
    }

    private static void mayBecome(Mistakes mistakes, Sql sql, Caller caller, Role before, Role after, Long expected)
            throws SQLException {
        if (before.id().equals(Role.ADMINISTRATOR)) {
            mistakes.add(before.id(), Refusals.roleStays());
        } else if (expected != null && expected != before.revision()) {
            mistakes.add(before.id(), Refusals.changed());
        }
        mustFit(mistakes, before.id(), after.permissions());
        Set<String> more = new TreeSet<>(after.permissions());
        more.removeAll(before.permissions());
        for (Grant grant : Authority.lacking(sql, caller, everywhere(more))) {
            mistakes.add(before.id() + "/" + grant.permission(), Refusals.mightier());
        }
    }

    @Override
    public void remove(Caller caller, String id, Long expected) {
        caller.require(IdentityPermissions.ROLES, Grant.ALL);
        transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            Role role = get(sql, id);
            Refusals.mustBe(expected, role.revision());
            if (role.builtIn()) {
                throw Refusals.roleStays();
            }
            if (sql.number("select count(*) from identity_grant where role_id = ?", id) > 0) {
                throw Refusals.roleInUse();
            }
            sql.update("delete from identity_role_permission where role_id = ?", id);
            sql.update("delete from identity_role where id = ?", id);
            trail.record(AuditEvent.success(caller, "identity", "role.removed", "Role", id));
            return null;
        });
    }

    @Override
    public List<RoleGrant> grants(Caller caller, String accountId) {
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            Readable.require(sql, caller, accountId);
            new AccountTable(sql).get(accountId);
            return sql.list(GRANTS + " where account_id = ? order by created, id", RolesService::grant, accountId);
        });
    }

    @Override
    public RoleGrant grant(Caller caller, String accountId, String roleId, String departmentId) {
        Mistakes.at(
                "departmentId", () -> caller.require(IdentityPermissions.GRANTS, Authority.department(departmentId)));
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            new AccountTable(sql).lock(accountId);
            if (roleId == null || roleId.isBlank()) {
                throw Mistakes.at("roleId", Refusals.notValid("Wählen Sie eine Rolle.", "Choose a role."));
            }
            Mistakes.at("roleId", () -> get(sql, roleId));
            if (departmentId != null && !DepartmentTree.read(sql).contains(departmentId)) {
                throw Mistakes.at("departmentId", Refusals.departmentNotFound());
            }
            Mistakes.at(
                    "roleId",
                    () -> Authority.mustHaveForGood(sql, caller, new Rights(sql).ofRole(roleId, departmentId)));
            for (RoleGrant known : sql.list(GRANTS + " where account_id = ?", RolesService::grant, accountId)) {
                if (known.roleId().equals(roleId) && java.util.Objects.equals(known.departmentId(), departmentId)) {
                    return known;
                }
            }
            RoleGrant grant = new RoleGrant(UUID.randomUUID().toString(), accountId, roleId, departmentId);
            insert(sql, grant, clock);
            record(caller, "role.granted", grant);
            return grant;
        });
    }

    @Override
    public void revoke(Caller caller, String accountId, String grantId) {
        Authority.requireAnywhere(caller, IdentityPermissions.GRANTS);
        transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            RoleGrant grant = sql.one(GRANTS + " where id = ?", RolesService::grant, grantId.replace("\0", ""))
                    .filter(found -> found.accountId().equals(accountId))
                    .orElseThrow(() -> Refusals.notFound("grant", "Diese Rollenvergabe", "grant"));
            caller.require(IdentityPermissions.GRANTS, Authority.department(grant.departmentId()));
            Authority.mustHave(caller, new Rights(sql).ofRole(grant.roleId(), grant.departmentId()));
            AccountTable accounts = new AccountTable(sql);
            long administrators = accounts.administrators();
            sql.update("delete from identity_grant where id = ?", grant.id());
            AccountsService.mustLeaveAnAdministrator(accounts, administrators);
            record(caller, "role.revoked", grant);
            return null;
        });
    }

    static void insert(Sql sql, RoleGrant grant, Clock clock) throws SQLException {
        sql.update(
                "insert into identity_grant (id, account_id, role_id, department_id, created) values (?, ?, ?, ?, ?)",
                grant.id(),
                grant.accountId(),
                grant.roleId(),
                grant.departmentId(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void record(Caller caller, String action, RoleGrant grant) {
        AuditEvent event = AuditEvent.success(caller, "identity", action, "Account", grant.accountId())
                .with("role", grant.roleId())
                .with("department", Authority.department(grant.departmentId()));
        trail.record(grant.departmentId() == null ? event : event.inDepartment(grant.departmentId()));
    }

    private void record(Caller caller, String action, Role role, Set<String> before) {
        Set<String> added = new TreeSet<>(role.permissions());
        added.removeAll(before);
        Set<String> removed = new TreeSet<>(before);
        removed.removeAll(role.permissions());
        trail.record(AuditEvent.success(caller, "identity", action, "Role", role.id())
                .with("name", role.name().german())
                .with("added", String.join(" ", added))
                .with("removed", String.join(" ", removed)));
    }

    private static void mustHave(Sql sql, Caller caller, Set<String> permissions) throws SQLException {
        Authority.mustHaveForGood(sql, caller, everywhere(permissions));
    }

    private static Set<Grant> everywhere(Set<String> permissions) {
        return permissions.stream()
                .map(permission -> new Grant(permission, Grant.ALL))
                .collect(Collectors.toSet());
    }

    private static Role valid(Sql sql, Role before, Entry entry) throws SQLException {
        Mistakes mistakes = new Mistakes();
        String german = name(
                mistakes,
                "name.german",
                entry.name() == null ? null : entry.name().german());
        String english = name(
                mistakes,
                "name.english",
                entry.name() == null ? null : entry.name().english());
        for (Text other : sql.list(
                "select name_german, name_english from identity_role where id <> ?",
                row -> new Text(row.getString(1), row.getString(2)),
                before.id())) {
            if (german != null && isSame(other.german(), german)) {
                mistakes.add("name.german", taken());
            }
            if (english != null && isSame(other.english(), english)) {
                mistakes.add("name.english", taken());
            }
        }
        mustFit(mistakes, "permissions", entry.permissions());
        mistakes.refuse();
        return new Role(
                before.id(), new Text(german, english), before.builtIn(), entry.permissions(), before.revision() + 1);
    }

    private static String name(Mistakes mistakes, String field, String typed) {
        String name = Names.line(typed, 100);
        if (name == null) {
            mistakes.notValid(
                    field,
                    "Der Name der Rolle braucht in beiden Sprachen 1 bis 100 sichtbare Zeichen.",
                    "The role's name needs 1 to 100 visible characters in both languages.");
        }
        return name;
    }

    private static ProblemException taken() {
        return Refusals.taken(
                "Eine andere Rolle heißt schon so. Wählen Sie einen anderen Namen.",
                "Another role has this name already. Choose another one.");
    }

    private static void mustFit(Mistakes mistakes, String field, Set<String> permissions) {
        boolean fits = permissions.size() <= MOST_PERMISSIONS
                && permissions.stream()
                        .allMatch(name -> name.equals(Grant.ALL)
                                || DeclaredPermissions.NAME.matcher(name).matches());
        if (!fits) {
            mistakes.notValid(
                    field,
                    "Eine Rolle hat höchstens " + MOST_PERMISSIONS
                            + " Berechtigungen, jede benannt wie „proposals.read“.",
                    "A role has " + MOST_PERMISSIONS + " permissions at most, each named like 'proposals.read'.");
        }
    }

    private static boolean isSame(String name, String other) {
        return Names.key(name).equals(Names.key(other));
    }

    private static void write(Sql sql, Role role) throws SQLException {
        sql.update("delete from identity_role_permission where role_id = ?", role.id());
        for (String permission : role.permissions()) {
            sql.update(
                    "insert into identity_role_permission (role_id, permission) values (?, ?)", role.id(), permission);
        }
    }

    private static Role get(Sql sql, String id) throws SQLException {
        return find(sql, id).orElseThrow(Refusals::roleNotFound);
    }

    private static Optional<Role> find(Sql sql, String id) throws SQLException {
        return sql.one(
                SELECT + " where id = ? for update", row -> role(sql, row), id == null ? "" : id.replace("\0", ""));
    }

    private static Role role(Sql sql, ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new Role(
                id,
                new Text(row.getString("name_german"), row.getString("name_english")),
                row.getBoolean("built_in"),
                new HashSet<>(sql.list(
                        "select permission from identity_role_permission where role_id = ?",
                        permission -> permission.getString(1),
                        id)),
                row.getLong("revision"));
    }

    private static RoleGrant grant(ResultSet row) throws SQLException {
        return new RoleGrant(
                row.getString("id"),
                row.getString("account_id"),
                row.getString("role_id"),
                row.getString("department_id"));
    }
}
