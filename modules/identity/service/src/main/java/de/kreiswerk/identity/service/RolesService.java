package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.RoleGrant;
import de.kreiswerk.identity.api.Roles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Keeps roles and who has them. */
@Component
public final class RolesService implements Roles {

    private static final int MOST_PERMISSIONS = 500;
    private static final int PLACE_OF_OWN = 1_000;
    private static final String SELECT = "select id, name_german, name_english, built_in, revision from identity_role";
    private static final String GRANTS = "select id, account_id, role_id, department_id from identity_grant";

    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock = Clock.systemUTC();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<PermissionDeclaration> declarations = List.of();

    @Activate
    public RolesService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema,
            @Reference AuditTrail trail) {
        this.transactions = transactions;
        this.trail = trail;
    }

    @Override
    public Map<String, Text> permissions(Caller caller) {
        Authority.requireAnywhere(caller, IdentityPermissions.READ);
        Map<String, Text> all = new TreeMap<>();
        declarations.forEach(declaration -> all.putAll(declaration.permissions()));
        return all;
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
            mustHave(sql, caller, role.permissions());
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
            mustHave(sql, caller, more);
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
        Authority.requireRead(caller, accountId);
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            new AccountTable(sql).get(accountId);
            return sql.list(GRANTS + " where account_id = ? order by created, id", RolesService::grant, accountId);
        });
    }

    @Override
    public RoleGrant grant(Caller caller, String accountId, String roleId, String departmentId) {
        caller.require(IdentityPermissions.GRANTS, Authority.department(departmentId));
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            new AccountTable(sql).lock(accountId);
            get(sql, roleId);
            if (departmentId != null && !DepartmentTree.read(sql).contains(departmentId)) {
                throw Refusals.departmentNotFound();
            }
            Authority.mustHaveForGood(sql, caller, new Rights(sql).ofRole(roleId, departmentId));
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
        Authority.mustHaveForGood(
                sql,
                caller,
                permissions.stream()
                        .map(permission -> new Grant(permission, Grant.ALL))
                        .collect(Collectors.toSet()));
    }

    private static Role valid(Sql sql, Role before, Entry entry) throws SQLException {
        String german = entry.name() == null ? null : Names.line(entry.name().german(), 100);
        String english = entry.name() == null ? null : Names.line(entry.name().english(), 100);
        if (german == null || english == null) {
            throw Refusals.notValid(
                    "Der Name der Rolle braucht in beiden Sprachen 1 bis 100 sichtbare Zeichen.",
                    "The role's name needs 1 to 100 visible characters in both languages.");
        }
        boolean fits = entry.permissions().size() <= MOST_PERMISSIONS
                && entry.permissions().stream()
                        .allMatch(name -> name.equals(Grant.ALL) || name.matches("[a-z0-9.-]{1,100}"));
        if (!fits) {
            throw Refusals.notValid(
                    "Eine Rolle hat höchstens " + MOST_PERMISSIONS
                            + " Berechtigungen, jede benannt wie „proposals.read“.",
                    "A role has " + MOST_PERMISSIONS + " permissions at most, each named like 'proposals.read'.");
        }
        boolean taken = sql.list(
                        "select name_german, name_english from identity_role where id <> ?",
                        row -> isSame(row.getString(1), german) || isSame(row.getString(2), english),
                        before.id())
                .contains(true);
        if (taken) {
            throw Refusals.taken(
                    "Eine andere Rolle heißt schon so, auf Deutsch oder Englisch. Wählen Sie einen anderen Namen.",
                    "Another role has this name already, in German or English. Choose another one.");
        }
        return new Role(
                before.id(), new Text(german, english), before.builtIn(), entry.permissions(), before.revision() + 1);
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
        return sql.one(
                        SELECT + " where id = ? for update",
                        row -> role(sql, row),
                        id == null ? "" : id.replace("\0", ""))
                .orElseThrow(Refusals::roleNotFound);
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
