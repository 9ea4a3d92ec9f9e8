package de.kreiswerk.audit.api;

import java.time.Instant;

/**
 * Something that is to go, and is offered to the archive before (NArchG § 7 (3)): records whose time is over, or what the trail says
 * of a person.
 *
 * @param id its lasting id
 * @param subject the person's random id, null when it is about records
 * @param first the number of the first record, from 1; 0 when it is about a person
 * @param last the number of the last record; 0 when it is about a person
 * @param made when it was made
 * @param madeBy the random id of who made it
 * @param fetched when the archive fetched its copy the last time, null when it did not
 * @param decision what became of it
 * @param reference under what the archive keeps it, or why it does not; null when there is none
 * @param decided when it was decided, null when it is open
 * @param decidedBy the random id of who decided, null when it is open
 * @param done when it went, null as long as it is there
 */
public record Offer(
        String id,
        String subject,
        long first,
        long last,
        Instant made,
        String madeBy,
        Instant fetched,
        Decision decision,
        String reference,
        Instant decided,
        String decidedBy,
        Instant done) {

    /** What becomes of an offer. */
    public enum Decision {
        /** The archive has not said anything yet. */
        OPEN,
        /** The archive took a copy (übernommen). */
        TAKEN,
        /** The archive does not want it (abgelehnt). */
        REFUSED,
        /** It was taken back before anything went, or ended because the person could act again. */
        WITHDRAWN
    }

    /** Whether it is about a person. */
    public boolean isPerson() {
        return subject != null;
    }

    /** Whether it is decided that it goes, and it is still there. */
    public boolean isWaiting() {
        return done == null && (decision == Decision.TAKEN || decision == Decision.REFUSED);
    }
}
