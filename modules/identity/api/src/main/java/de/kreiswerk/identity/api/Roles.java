package de.kreiswerk.identity.api;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Roles and who has them. Nobody hands out what they do not have: to grant a role in a department takes every permission of
 * the role there, to put a permission into a role takes it everywhere. What is changed holds from the next request on. Every
 * method throws a {@code ProblemException}: FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED, UNPROCESSABLE, CONFLICT when nobody
 * would be left to administer the platform, a role is still granted or its name is taken.
 */
@ProviderType
public interface Roles {

    /**
     * The permissions that the areas declare at this moment: what there is to choose from. A role may hold others, of areas
     * that were removed; they are kept and do nothing.
     *
     * @param caller who asks; needs {@link IdentityPermissions#READ} anywhere
     * @return name to description, in the order of names
     */
    Map<String, Text> permissions(Caller caller);

    /**
     * All roles.
     *
     * @param caller who asks; needs {@link IdentityPermissions#READ} anywhere
     * @return the built-in ones first, then by German name
     */
    List<Role> all(Caller caller);

    /**
     * Makes a role.
     *
     * @param caller who does it; needs {@link IdentityPermissions#ROLES} everywhere
     * @param entry what it is to be
     * @return the role
     */
    Role add(Caller caller, Entry entry);

    /**
     * Changes a role.
     *
     * @param caller who does it; needs {@link IdentityPermissions#ROLES} everywhere
     * @param id its id, not {@link Role#ADMINISTRATOR}
     * @param entry what it is to be
     * @param expected the revision that the caller has seen, null for whichever it is
     * @return the role
     */
    Role change(Caller caller, String id, Entry entry, Long expected);

    /**
     * Changes what several roles may do: all of it, or nothing when something cannot be. A role that already is as it is to be
     * stays as it is, whatever was expected of it.
     *
     * @param caller who does it; needs {@link IdentityPermissions#ROLES} everywhere
     * @param changes at most 500, for each role one
     * @return the roles that are different now
     * @throws de.kreiswerk.core.api.problem.InvalidEntry when something cannot be; its fields are the roles' ids where a role is meant, and the id, a slash and
     *     the permission where one of those is
     */
    List<Role> changePermissions(Caller caller, List<PermissionChange> changes);

    /**
     * Removes a role that nobody has.
     *
     * @param caller who does it; needs {@link IdentityPermissions#ROLES} everywhere
     * @param id its id, not of a built-in one
     * @param expected the revision that the caller has seen, null for whichever it is
     */
    void remove(Caller caller, String id, Long expected);

    /**
     * What an account has.
     *
     * @param caller who asks; needs {@link IdentityPermissions#READ} where the account belongs or has a role, for others
     *     than their own
     * @param accountId the account
     * @return its roles
     */
    List<RoleGrant> grants(Caller caller, String accountId);

    /**
     * Grants a role. Granted already, it stays as it is.
     *
     * @param caller who does it; needs {@link IdentityPermissions#GRANTS} in the department
     * @param accountId whom
     * @param roleId what
     * @param departmentId where, null for everywhere
     * @return the grant
     */
    RoleGrant grant(Caller caller, String accountId, String roleId, String departmentId);

    /**
     * Takes a role away.
     *
     * @param caller who does it; needs {@link IdentityPermissions#GRANTS} in the department
     * @param accountId from whom
     * @param grantId the grant, which is the account's
     */
    void revoke(Caller caller, String accountId, String grantId);

    /**
     * What a role is to be.
     *
     * @param name 1 to 100 characters in each language; no other role has one of them, whatever the case
     * @param permissions names of permissions, at most 500
     */
    record Entry(Text name, Set<String> permissions) {

        /** Copies the permissions. */
        public Entry {
            permissions = permissions == null ? Set.of() : Set.copyOf(permissions);
        }
    }

    /**
     * What is to be different about the permissions of a role. What it does not name stays, permissions of removed areas as well.
     *
     * @param roleId the role, not {@link Role#ADMINISTRATOR}
     * @param added names of permissions that it is to have
     * @param removed names of permissions that it is not to have
     * @param expected the revision that the caller has seen, null for whichever it is
     */
    record PermissionChange(String roleId, Set<String> added, Set<String> removed, Long expected) {

        /** Copies the permissions. */
        public PermissionChange {
            Objects.requireNonNull(roleId, "roleId");
            added = added == null ? Set.of() : Set.copyOf(added);
            removed = removed == null ? Set.of() : Set.copyOf(removed);
        }
    }
}
