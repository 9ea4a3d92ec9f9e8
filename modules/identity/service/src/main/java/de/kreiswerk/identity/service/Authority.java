package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody needs in order to change what others are and may. */
final class Authority {

    private Authority() {}

    static void requireAnywhere(Caller caller, String permission) {
        if (!caller.mayAnywhere(permission)) {
            throw new ProblemException(
                    Problem.Kind.FORBIDDEN,
                    "permission-missing",
                    new Text("Keine Berechtigung", "Permission missing"),
                    new Text(
                            "Ihnen fehlt die Berechtigung „" + permission + "“. Wenden Sie sich an die Administration.",
                            "You lack the permission '" + permission + "'. Ask your administrator for it."));
        }
    }

    /** The permission in all departments; everywhere when there is none. */
    static void requireIn(Caller caller, String permission, Collection<String> departments) {
        if (departments.isEmpty()) {
            caller.require(permission, Grant.ALL);
        }
        departments.forEach(department -> caller.require(permission, department));
    }

    static String department(String departmentId) {
        return departmentId == null ? Grant.ALL : departmentId;
    }

    /**
     * The same for what lasts: what somebody has for a while, as a deputy, they do not hand on for good. Machines have no
     * account of this id, and what they may is theirs.
     */
    static void mustHaveForGood(Sql sql, Caller caller, Collection<Grant> grants) throws SQLException {
        if (!lacking(sql, caller, grants).isEmpty()) {
            throw Refusals.mightier();
        }
    }

    /** What of it somebody does not have for good. */
    static List<Grant> lacking(Sql sql, Caller caller, Collection<Grant> grants) throws SQLException {
        if (grants.isEmpty()) {
            return List.of();
        }
        Caller alone = alone(sql, caller);
        return grants.stream()
                .filter(grant -> !governs(caller, grant) || !governs(alone, grant))
                .sorted(Comparator.comparing(Grant::permission).thenComparing(Grant::department))
                .toList();
    }

    /** Without what somebody has for a while, as a deputy. Machines, and parts of the platform, have no account of this id. */
    static Caller alone(Sql sql, Caller caller) throws SQLException {
        return sql.number("select count(*) from identity_account where id = ?", caller.subject()) == 0
                ? caller
                : new Caller(
                        caller.subject(),
                        caller.name(),
                        new Rights(sql).ownOf(caller.subject()),
                        caller.method(),
                        caller.since(),
                        caller.requestId());
    }

    /** Nobody hands out to others, or gets at, what they do not have. */
    static void mustHave(Caller caller, Collection<Grant> grants) {
        if (!grants.stream().allMatch(grant -> governs(caller, grant))) {
            throw Refusals.mightier();
        }
    }

    /**
     * The same for what comes back to whoever asks: the secret of a token. What is apart from all permissions must have been granted to
     * them, under their name.
     */
    static void mustHaveNow(Caller caller, Collection<Grant> grants) {
        if (!grants.stream().allMatch(grant -> caller.may(grant.permission(), grant.department()))) {
            throw Refusals.mightier();
        }
    }

    /**
     * What somebody has, and whoever has everything: what is {@link Grant#APART} as well. The administration makes auditors and helps
     * them with their accounts, without reading what they read; each of it is in the trail.
     */
    private static boolean governs(Caller caller, Grant grant) {
        return caller.may(grant.permission(), grant.department()) || caller.may(Grant.ALL, grant.department());
    }
}
