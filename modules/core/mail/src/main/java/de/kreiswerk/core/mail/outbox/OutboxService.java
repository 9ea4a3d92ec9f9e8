package de.kreiswerk.core.mail.outbox;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.mail.Mail;
import de.kreiswerk.core.api.mail.Outbox;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.secret.SecretBox;
import de.kreiswerk.core.mail.smtp.SmtpServer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes mail in. */
@Component
public final class OutboxService implements Outbox {

    private final Transactions transactions;
    private final MailTrail trail;
    private final Seal seal;
    private final SmtpServer server;
    private final Bell bell;
    private final Clock clock;

    @Activate
    public OutboxService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.core.mail)") Schema schema,
            @Reference AuditTrail trail,
            @Reference SecretBox box,
            @Reference SmtpServer server,
            @Reference Bell bell) {
        this(transactions, trail, box, server, bell, Clock.systemUTC());
    }

    OutboxService(
            Transactions transactions, AuditTrail trail, SecretBox box, SmtpServer server, Bell bell, Clock clock) {
        this.transactions = transactions;
        this.trail = new MailTrail(trail);
        this.seal = new Seal(box);
        this.server = server;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public boolean isReady() {
        return server.isReady();
    }

    @Override
    public String put(Mail mail) {
        return put(mail, MailTrail.platform(now()));
    }

    @Override
    public Fate fate(String id) {
        MailState state = transactions.call(tx -> new MailTable(tx).state(id)).orElse(MailState.EXPIRED);
        return switch (state) {
            case WAITING -> Fate.WAITING;
            case SENT -> Fate.SENT;
            case FAILED, CANCELLED, EXPIRED -> Fate.NOT_SENT;
        };
    }

    /** On somebody's behalf. */
    String put(Mail mail, Caller caller) {
        String id = UUID.randomUUID().toString();
        Instant now = now();
        StoredMail stored = new StoredMail(
                id,
                mail.kind(),
                mail.about(),
                MailState.WAITING,
                seal.seal(id, Seal.RECIPIENT, mail.to()),
                seal.seal(id, Seal.SUBJECT, mail.subject()),
                seal.seal(id, Seal.CONTENT, mail.text()),
                now,
                mail.notAfter().truncatedTo(ChronoUnit.MILLIS),
                0,
                now,
                null,
                null,
                null,
                null,
                null);
        return transactions.call(tx -> {
            new MailTable(tx).insert(stored);
            trail.record(caller, "mail.put", stored);
            tx.afterCommit(bell::ring);
            return id;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
