package de.kreiswerk.audit.api;

import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import java.time.Instant;

/**
 * Which records are wanted: all that fit to everything that is not null.
 *
 * @param since made at this time or later
 * @param until made before this time
 * @param area the area, such as {@code proposals}
 * @param action what was done, such as {@code paper.published}
 * @param objectType the type of the object, such as {@code Paper}
 * @param objectId the object's lasting id; what somebody did to themselves, such as signing in, is not found by it
 * @param department the department's id in whose name it was done
 * @param outcome how it ended
 * @param text what occurs, in any case of letters, in the record's details, object, action, department or request; never in what it
 *     says of persons. 100 characters at most
 * @param after the position behind which the page begins, from {@link TrailPage#next()}; null for the newest
 * @param limit how many records the page has at most, 1 to {@link AuditSearch#LARGEST_PAGE}
 */
public record TrailQuery(
        Instant since,
        Instant until,
        String area,
        String action,
        String objectType,
        String objectId,
        String department,
        Outcome outcome,
        String text,
        String after,
        int limit) {

    /**
     * Everything about an object, the newest first.
     *
     * @param objectType its type
     * @param objectId its lasting id
     * @param limit how many records the page has at most
     * @return the query
     */
    public static TrailQuery about(String objectType, String objectId, int limit) {
        return new TrailQuery(null, null, null, null, objectType, objectId, null, null, null, null, limit);
    }
}
