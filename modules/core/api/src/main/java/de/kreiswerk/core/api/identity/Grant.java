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

    boolean covers(String wantedPermission, String wantedDepartment) {
        return (permission.equals(ALL) || permission.equals(wantedPermission))
                && (department.equals(ALL) || department.equals(wantedDepartment));
    }
}
