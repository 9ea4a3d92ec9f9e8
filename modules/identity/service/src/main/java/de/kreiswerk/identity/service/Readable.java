package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.identity.api.IdentityPermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose accounts somebody may read: their own, and those that belong to a department, or have a role there, in which they have
 * {@link IdentityPermissions#READ}. Accounts that belong nowhere are for those who read everywhere.
 */
final class Readable {

    private final String self;
    private final boolean everywhere;
    private final Set<String> departments = new TreeSet<>();

    private Readable(Caller caller) {
        self = caller.subject();
        everywhere = caller.may(IdentityPermissions.READ, Grant.ALL);
        caller.grants().stream()
                .map(Grant::department)
                .filter(department -> caller.may(IdentityPermissions.READ, department))
                .forEach(departments::add);
    }

    /**
     * For lists.
     *
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN when the caller may read nowhere
     */
    static Readable to(Caller caller) {
        Authority.requireAnywhere(caller, IdentityPermissions.READ);
        return new Readable(caller);
    }

    /**
     * For one account.
     *
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN when the caller may not read it
     */
    static void require(Sql sql, Caller caller, String accountId) throws SQLException {
        if (caller.subject().equals(accountId)) {
            return;
        }
        Readable readable = to(caller);
        // One that is not there is told as such by whoever reads it.
        if (!readable.everywhere
                && new AccountTable(sql).byId(accountId).isPresent()
                && !readable.covers(sql, accountId)) {
            caller.require(IdentityPermissions.READ, Grant.ALL);
        }
    }

    private boolean covers(Sql sql, String accountId) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(accountId));
        addTo(values);
        return sql.number(
                        "select count(*) from identity_account a where a.id = ?" + condition("a.id"), values.toArray())
                > 0;
    }

    /**
     * What narrows a statement down to accounts that may be read; {@link #addTo} adds its values, in the same order.
     *
     * @param account the column with the account's id
     * @return begins with {@code and}; empty for who reads everywhere
     */
    String condition(String account) {
        if (everywhere) {
            return "";
        }
        String places = String.join(", ", Collections.nCopies(departments.size(), "?"));
        return " and (" + account + " = ?"
                + " or exists (select 1 from identity_account_department m where m.account_id = " + account
                + " and m.department_id in (" + places + "))"
                + " or exists (select 1 from identity_grant g where g.account_id = " + account
                + " and g.department_id in (" + places + ")))";
    }

    void addTo(List<Object> values) {
        if (!everywhere) {
            values.add(self);
            values.addAll(departments);
            values.addAll(departments);
        }
    }
}
