package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.wants.Want;
import java.util.Objects;
import java.util.Set;

/**
 * What a department may deploy without being asked.
 *
 * @param departmentId its id
 * @param departmentName its name; an archive may state the one or the other
 * @param namespace prefix of its names, such as {@code de.lueneburg.ordnung}
 * @param path its addresses begin with {@code /PATH}, its REST with {@code /api/PATH}; no slashes at the ends
 * @param allowed what its code may want
 * @param extraImports further packages that it may import, as in {@link Rules}
 */
public record DepartmentGrant(
        String departmentId,
        String departmentName,
        String namespace,
        String path,
        Set<Want> allowed,
        Set<String> extraImports) {

    /** Copies the sets, and rejects what would grant everything. */
    public DepartmentGrant {
        Objects.requireNonNull(departmentId, "departmentId");
        Objects.requireNonNull(departmentName, "departmentName");
        allowed = Set.copyOf(allowed);
        extraImports = Set.copyOf(extraImports);
        if (namespace.isBlank() || path.isBlank() || path.startsWith("/") || path.endsWith("/")) {
            throw new IllegalArgumentException("A grant has a namespace and a path without slashes at its ends");
        }
    }
}
