package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.identity.Grant;

/** Which department a paper belongs to, as permissions name it. */
final class Departments {

    private Departments() {}

    /** The id of the lead department; a paper without one belongs to all, so that only a right everywhere opens it. */
    static String of(String underDirectionOf) {
        return underDirectionOf == null ? Grant.ALL : References.slug(underDirectionOf);
    }
}
