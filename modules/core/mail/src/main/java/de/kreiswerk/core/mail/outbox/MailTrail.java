package de.kreiswerk.core.mail.outbox;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records what becomes of mail: its id, its kind and what it is about, never to whom it goes or what it says. */
final class MailTrail {

    private static final String OWN = "platform-mail";

    private final AuditTrail trail;

    MailTrail(AuditTrail trail) {
        this.trail = trail;
    }

    /** What somebody does with it. */
    void record(Caller caller, String action, StoredMail mail) {
        trail.record(event(caller, action, Outcome.SUCCESS, mail));
    }

    /** What becomes of it. */
    void record(String action, Outcome outcome, StoredMail mail, Instant now, String reason) {
        AuditEvent event = event(platform(now), action, outcome, mail);
        trail.record(reason == null ? event : event.with("reason", reason));
    }

    private static AuditEvent event(Caller caller, String action, Outcome outcome, StoredMail mail) {
        AuditEvent event = new AuditEvent(
                caller, "platform", action, "Mail", mail.id(), null, outcome, Map.of("kind", mail.kind()), List.of());
        return mail.about() == null ? event : event.with("about", mail.about());
    }

    static Caller platform(Instant now) {
        return new Caller(OWN, "Kreiswerk", Set.of(), "platform", now, "mail");
    }
}
