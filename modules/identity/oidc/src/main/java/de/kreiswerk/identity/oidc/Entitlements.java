package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.RoleGrant;
import de.kreiswerk.identity.api.Roles;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an account's roles and departments what its provider says. What an administrator granted is left alone: only what came
 * from the provider goes with it.
 */
final class Entitlements {

    private static final Logger LOG = LoggerFactory.getLogger(Entitlements.class);
    private static final String EVERYWHERE = "";
    private static final Links.Held ADMINISTRATOR = new Links.Held(Role.ADMINISTRATOR, EVERYWHERE);

    private final Accounts accounts;
    private final Roles roles;
    private final Departments departments;
    private final AuditTrail trail;

    Entitlements(Accounts accounts, Roles roles, Departments departments, AuditTrail trail) {
        this.trail = trail;
        this.accounts = accounts;
        this.roles = roles;
        this.departments = departments;
    }

    /**
     * Grants and revokes.
     *
     * @param keepsAdministrator whether the role of administrators everywhere is not taken away, because nobody else has it
     */
    void apply(Caller platform, Links links, String accountId, List<Mapping.Rule> rules, boolean keepsAdministrator)
            throws SQLException {
        Set<Links.Held> wanted = new HashSet<>();
        Set<String> belongs = new HashSet<>();
        resolve(platform, rules, wanted, belongs);
        grants(platform, links, accountId, wanted, keepsAdministrator);
        memberships(platform, links, accountId, belongs);
    }

    private void resolve(Caller platform, List<Mapping.Rule> rules, Set<Links.Held> wanted, Set<String> belongs) {
        if (rules.isEmpty()) {
            return;
        }
        Names names = Names.now(platform, roles, departments);
        for (Mapping.Rule rule : rules) {
            Optional<String> department =
                    rule.department() == null ? Optional.of(EVERYWHERE) : names.department(rule.department());
            if (department.isEmpty() || rule.role() != null && !names.isRole(rule.role())) {
                // Mistakes in the mapping must not keep everybody out, nor let anybody in.
                LOG.warn(
                        "A mapping names the role '{}' or the department '{}', and there is none, or more than one",
                        rule.role(),
                        rule.department());
                continue;
            }
            if (rule.role() != null) {
                wanted.add(new Links.Held(rule.role(), department.get()));
            }
            if (rule.department() != null) {
                belongs.add(department.get());
            }
        }
    }

    private void grants(
            Caller platform, Links links, String accountId, Set<Links.Held> wanted, boolean keepsAdministrator)
            throws SQLException {
        Set<Links.Held> mapped = links.grants(accountId);
        if (wanted.isEmpty() && mapped.isEmpty()) {
            return;
        }
        Map<Links.Held, String> has = new HashMap<>();
        for (RoleGrant grant : roles.grants(platform, accountId)) {
            String department = grant.departmentId() == null ? EVERYWHERE : grant.departmentId();
            has.put(new Links.Held(grant.roleId(), department), grant.id());
        }
        for (Links.Held held : wanted) {
            if (!has.containsKey(held)) {
                String department = held.departmentId().equals(EVERYWHERE) ? null : held.departmentId();
                roles.grant(platform, accountId, held.roleId(), department);
                if (!mapped.contains(held)) {
                    links.granted(accountId, held);
                }
            }
        }
        for (Links.Held held : mapped) {
            if (wanted.contains(held)) {
                continue;
            }
            if (keepsAdministrator && held.equals(ADMINISTRATOR) && has.containsKey(held)) {
                trail.record(AuditEvent.success(platform, "identity", "role.kept", "Account", accountId)
                        .with("role", held.roleId())
                        .with("reason", "last-administrator")
                        .with("provider", links.provider()));
            } else {
                if (has.containsKey(held)) {
                    roles.revoke(platform, accountId, has.get(held));
                }
                links.revoked(accountId, held);
            }
        }
    }

    private void memberships(Caller platform, Links links, String accountId, Set<String> wanted) throws SQLException {
        Set<String> mapped = links.departments(accountId);
        if (wanted.equals(mapped)) {
            return;
        }
        Account account = accounts.get(platform, accountId);
        Set<String> after = new HashSet<>(account.departments());
        for (String department : wanted) {
            if (after.add(department) && !mapped.contains(department)) {
                links.joined(accountId, department);
            }
        }
        for (String department : mapped) {
            if (!wanted.contains(department)) {
                after.remove(department);
                links.left(accountId, department);
            }
        }
        if (!after.equals(account.departments())) {
            accounts.change(
                    platform,
                    accountId,
                    new Accounts.Entry(account.loginName(), account.displayName(), account.email(), after),
                    null);
        }
    }
}
