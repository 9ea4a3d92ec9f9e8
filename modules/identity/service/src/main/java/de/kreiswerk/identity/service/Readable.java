package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.identity.api.IdentityPermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose accounts somebody may read: their own, and those that belong to a department, or have a role there, in which they have
 * {@link IdentityPermissions#READ}. Accounts that belong nowhere are for those who read everywhere.
 */
final class Readable {

    private final String self;
    private final Places places;

    private Readable(Caller caller) {
        self = caller.subject();
        places = Places.of(caller, IdentityPermissions.READ);
    }

    /**
     * For lists.
     *
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN when the caller may read nowhere
     */
    static Readable to(Caller caller) {
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
        if (!readable.places.everywhere()
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
        if (places.everywhere()) {
            return "";
        }
        return " and (" + account + " = ?"
                + " or exists (select 1 from identity_account_department m where m.account_id = " + account
                + " and m.department_id" + places.in() + ")"
                + " or exists (select 1 from identity_grant g where g.account_id = " + account
                + " and g.department_id" + places.in() + "))";
    }

    void addTo(List<Object> values) {
        if (!places.everywhere()) {
            values.add(self);
            values.addAll(places.departments());
            values.addAll(places.departments());
        }
    }
}
