package de.kreiswerk.core.api.identity;

import java.util.Objects;

/**
 * One permission in one department.
 *
 * @param permission the name of a permission such as {@code proposals.import}, or {@link #ALL}
 * @param department the department's id, or {@link #ALL}
 */
public record Grant(String permission, String department) {

    /** Stands for every permission or every department. */
    public static final String ALL = "*";

    /** Rejects a missing part. */
    public Grant {
        Objects.requireNonNull(permission, "permission");
        Objects.requireNonNull(department, "department");
    }

    /**
     * Spread over all bits. Names that differ in their last letter have neighbouring hashes, and in an immutable set of hundreds of
     * grants neighbours make a look-up a search.
     */
    @Override
    public int hashCode() {
        int hash = (31 * permission.hashCode() + department.hashCode()) * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    boolean covers(String wantedPermission, String wantedDepartment) {
        return (permission.equals(ALL) || permission.equals(wantedPermission))
                && (department.equals(ALL) || department.equals(wantedDepartment));
    }
}
