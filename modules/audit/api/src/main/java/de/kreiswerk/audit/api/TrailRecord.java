package de.kreiswerk.audit.api;

import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A record, for people.
 *
 * @param sequence its number, from 1
 * @param id its random id
 * @param time when it was made
 * @param area the area
 * @param action what was done
 * @param objectType the type of the object
 * @param objectId the object's lasting id; empty in lists where it says who acted, as that of somebody who signs in
 * @param department the department's id in whose name it was done, null when there is none
 * @param outcome how it ended
 * @param actor the random id of who did it; empty in lists of what was found, which would otherwise say, sorted by it, what somebody did
 * @param method how they had signed in
 * @param request the id of the request
 * @param details what else it says, in the order of the names
 * @param personal what it says of persons, the actor's name among it
 */
public record TrailRecord(
        long sequence,
        String id,
        Instant time,
        String area,
        String action,
        String objectType,
        String objectId,
        String department,
        Outcome outcome,
        String actor,
        String method,
        String request,
        Map<String, String> details,
        List<Personal> personal) {

    /** Copies the list. */
    public TrailRecord {
        personal = List.copyOf(personal);
    }

    /**
     * Something that it says of a person.
     *
     * @param subject the person's random id
     * @param name the field's name, such as {@code name}
     * @param value what it says, null when it cannot be read
     * @param erased when the person was erased from the trail, null when they were not
     */
    public record Personal(String subject, String name, String value, Instant erased) {}
}
