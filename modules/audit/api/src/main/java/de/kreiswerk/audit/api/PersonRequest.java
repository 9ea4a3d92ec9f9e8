package de.kreiswerk.audit.api;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody wants to see everything that a person did in a time, and somebody else says whether they may (NPersVG § 67).
 *
 * @param id its lasting id
 * @param subject the person's random id
 * @param reason why, in words
 * @param firstDay the first day of the time, a day in the county
 * @param lastDay the last day of the time, inclusive
 * @param asked when it was asked
 * @param askedBy the random id of who asks
 * @param decision what became of it, as of when it was read
 * @param decided when it was decided, null when nobody has
 * @param decidedBy the random id of who decided, null when nobody has
 * @param ends until when the records may be seen, null unless it was approved
 */
public record PersonRequest(
        String id,
        String subject,
        String reason,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant asked,
        String askedBy,
        Decision decision,
        Instant decided,
        String decidedBy,
        Instant ends) {

    /** What becomes of a request. */
    public enum Decision {
        /** Nobody has decided yet. */
        OPEN,
        /** Nobody decided in {@link PersonRequests#DAYS_UNDECIDED} days: the reason may have gone by then. */
        LAPSED,
        /** Who asked and who approved may see the records for a while. */
        APPROVED,
        /** It was approved, and the while is over. */
        ENDED,
        /** Nobody sees them. */
        REFUSED
    }
}
