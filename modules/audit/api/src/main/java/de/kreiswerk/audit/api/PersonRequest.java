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
 * @param decision what became of it
 * @param decided when it was decided, null when it is open
 * @param decidedBy the random id of who decided, null when it is open
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
        /** Who asked and who approved may see the records for a while. */
        APPROVED,
        /** Nobody sees them. */
        REFUSED
    }

    /**
     * Whether the records may be seen.
     *
     * @param now the time
     * @return true when it was approved and has not ended
     */
    public boolean isOpenAt(Instant now) {
        return decision == Decision.APPROVED && now.isBefore(ends);
    }
}
