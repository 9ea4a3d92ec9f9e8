package de.kreiswerk.core.mail.outbox;

import de.kreiswerk.core.mail.smtp.Fault;
import java.time.Instant;

/**
 * A row of the outbox as it is kept.
 *
 * @param id names it
 * @param kind what sort of mail it is
 * @param about the id of what it is about, null when there is none
 * @param state how it stands
 * @param recipient sealed
 * @param subject sealed
 * @param content sealed, null when it is gone
 * @param created when it was put in
 * @param notAfter from when on it is not sent
 * @param attempts how many there were
 * @param nextAttempt when it is tried next, of one that waits
 * @param lastAttempt when the last attempt began, null when there was none
 * @param sending when the attempt began that is under way, null when none is
 * @param fault what went wrong last, null when nothing did
 * @param reply what the mail server said of it, null when nothing did
 * @param finished when it was done with, null while it waits
 */
record StoredMail(
        String id,
        String kind,
        String about,
        MailState state,
        String recipient,
        String subject,
        String content,
        Instant created,
        Instant notAfter,
        int attempts,
        Instant nextAttempt,
        Instant lastAttempt,
        Instant sending,
        Fault fault,
        String reply,
        Instant finished) {

    /** Free of what is sealed. */
    @Override
    public String toString() {
        return "StoredMail[" + id + " " + state + "]";
    }
}
