package de.kreiswerk.identity.api;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A part of the administration, such as a Fachbereich or a Fachdienst. It ends and is not removed: the trail names it.
 *
 * @param id its lasting id, a UUID
 * @param parentId the department that it belongs to, null at the top
 * @param shortName such as {@code FD 61}, at most 40 characters, unique
 * @param name such as {@code Fachdienst Umwelt}, at most 200 characters
 * @param email where the department is reached, null when not known
 * @param validFrom the first day, null when not known
 * @param validUntil the last day, null while there is none
 * @param revision counts its changes, from 1
 */
public record Department(
        String id,
        String parentId,
        String shortName,
        String name,
        String email,
        LocalDate validFrom,
        LocalDate validUntil,
        long revision) {

    /** Rejects what a department cannot be without. */
    public Department {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(shortName, "shortName");
        Objects.requireNonNull(name, "name");
    }
}
