package de.kreiswerk.audit.api;

import java.time.Instant;

/**
 * A legal hold: as long as it is there, nothing is removed or erased that it covers. It covers an object, a person, or everything
 * when it names neither.
 *
 * @param id its lasting id
 * @param objectType the type of the object, null when it covers none in particular
 * @param objectId the object's lasting id, null when it covers none in particular
 * @param subject the person's random id, null when it covers none in particular
 * @param reason why, such as the reference of a lawsuit
 * @param placed since when
 * @param placedBy the random id of who placed it
 * @param lifted until when, null when it is in force
 * @param liftedBy the random id of who lifted it, null when it is in force
 */
public record Hold(
        String id,
        String objectType,
        String objectId,
        String subject,
        String reason,
        Instant placed,
        String placedBy,
        Instant lifted,
        String liftedBy) {

    /** Whether it is in force. */
    public boolean inForce() {
        return lifted == null;
    }
}
