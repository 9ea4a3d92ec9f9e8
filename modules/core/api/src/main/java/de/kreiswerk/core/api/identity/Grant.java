package de.kreiswerk.core.api.identity;

import java.util.Objects;
import java.util.Set;

/**
 * One permission in one department.
 *
 * @param permission the name of a permission such as {@code proposals.import}, or {@link #ALL}, which stands for all but those {@link
 *     #APART}
 * @param department the department's id, or {@link #ALL}
 */
public record Grant(String permission, String department) {

    /** Stands for every permission but those {@link #APART}, or for every department. */
    public static final String ALL = "*";

    /**
     * The permissions that {@link #ALL} never stands for: they are granted by name. Who can change everything shall not by that be the
     * one who reads what everybody was seen doing (BSI TR-03172-3 A3.14.02, OPS.1.1.5.A10: administration and audit are apart). Who has
     * {@link #ALL} may grant them, to themselves as well: no county is left without an auditor, and the granting is in the trail.
     */
    public static final Set<String> APART =
            Set.of("audit.read", "audit.read-persons", "audit.archive", "audit.persons-search");

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
}
