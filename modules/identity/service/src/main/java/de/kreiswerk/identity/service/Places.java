package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where somebody has a permission, for statements: what is filtered after a list was cut may be all that somebody may see.
 *
 * @param everywhere whether that is everywhere
 * @param departments where else, as grants name them
 */
record Places(boolean everywhere, Set<String> departments) {

    /**
     * The places of a caller.
     *
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN when there are none
     */
    static Places of(Caller caller, String permission) {
        Authority.requireAnywhere(caller, permission);
        return new Places(
                caller.may(permission, Grant.ALL),
                caller.grants().stream()
                        .map(Grant::department)
                        .filter(department -> caller.may(permission, department))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Stands for the departments in a statement, as in {@code department_id in (?, ?)}. */
    String in() {
        return " in (" + String.join(", ", Collections.nCopies(departments.size(), "?")) + ")";
    }
}
