package de.kreiswerk.deployment.api;

import java.util.Set;

/**
 * What a department may deploy without being asked.
 *
 * @param department the department's id
 * @param namespace what names of its components and bundles and PIDs of its configurations begin with, such as {@code
 *     de.lueneburg.ordnung}: two or more names of Java packages; no other department's begins with it, nor it with another's
 * @param path the segment that its addresses begin with, such as {@code ordnung} for {@code /ordnung/…} and {@code
 *     /api/ordnung/…}: 2 to 40 of {@code a-z}, {@code 0-9} and {@code -}; nothing else on the platform has it
 * @param wants what its code may want, by name: PROCESSES, SOCKETS, FILES, REFLECTION, THREADS, …
 * @param imports packages, besides those that everyone may, that its bundles may import; a package, or its name and {@code .*}
 * @param revision counts changes, for If-Match
 */
public record DeploymentGrant(
        String department, String namespace, String path, Set<String> wants, Set<String> imports, long revision) {

    /** Copies the sets. */
    public DeploymentGrant {
        wants = Set.copyOf(wants);
        imports = Set.copyOf(imports);
    }
}
