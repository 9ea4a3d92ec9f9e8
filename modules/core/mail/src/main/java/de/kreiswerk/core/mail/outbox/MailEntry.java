package de.kreiswerk.core.mail.outbox;

import de.kreiswerk.core.mail.smtp.Fault;
import java.time.Instant;

/**
 * A mail as those see it who look after the outbox: never what it says.
 *
 * @param id names it
 * @param kind what sort of mail it is
 * @param state how it stands
 * @param recipient the address, made unrecognisable; null when it was sealed with another master key
 * @param subject what it is about, null likewise
 * @param created when it was put in
 * @param notAfter from when on it is not sent
 * @param attempts how many there were
 * @param nextAttempt when it is tried next, null when it does not wait
 * @param lastAttempt when the last attempt began, null when there was none
 * @param sending whether it is on its way just now
 * @param fault what went wrong last, null when nothing did
 * @param reply what the mail server said of it, null when nothing did
 * @param finished when it was done with, null while it waits
 * @param again whether it can be sent again
 * @param cancellable whether it can be cancelled
 */
public record MailEntry(
        String id,
        String kind,
        MailState state,
        String recipient,
        String subject,
        Instant created,
        Instant notAfter,
        int attempts,
        Instant nextAttempt,
        Instant lastAttempt,
        boolean sending,
        Fault fault,
        String reply,
        Instant finished,
        boolean again,
        boolean cancellable) {}
