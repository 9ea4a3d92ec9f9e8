package de.kreiswerk.identity.api;

import java.util.Objects;

/**
 * A role that an account has in a department and in all below it.
 *
 * @param id its id, a UUID
 * @param accountId the account
 * @param roleId the role
 * @param departmentId the department, null for everywhere
 */
public record RoleGrant(String id, String accountId, String roleId, String departmentId) {

    /** Rejects a missing part. */
    public RoleGrant {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(roleId, "roleId");
    }
}
