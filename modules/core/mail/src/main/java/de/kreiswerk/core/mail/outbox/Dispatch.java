package de.kreiswerk.core.mail.outbox;

import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.api.schedule.LeasedWork;
import de.kreiswerk.core.api.secret.SecretBox;
import de.kreiswerk.core.mail.smtp.Delivery;
import de.kreiswerk.core.mail.smtp.Fault;
import de.kreiswerk.core.mail.smtp.SmtpServer;
import de.kreiswerk.core.mail.smtp.SmtpSettings;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, one mail after the other, on the node that holds the lease. A piece of this work never waits for the mail
 * server: it hands a mail to the {@link Courier}, and a later piece notes what became of it. So the lease is renewed while a
 * mail server is slow, no transaction is open meanwhile, and no other node sends the same.
 *
 * <p>Only what the courier's return was noted for is done with: after a crash the mail is due as before, and is sent again.
 */
@Component(
        service = LeasedWork.class,
        property = {LeasedWork.NAME + "=core.mail.dispatch", LeasedWork.INTERVAL_MILLIS + ":Long=100"})
public final class Dispatch implements LeasedWork {

    /** Other nodes put mail in as well, and what waits for its next attempt rings no bell. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final Duration TIDY = Duration.ofMinutes(1);
    /** A mail server that is away is not asked again for each mail that waits. */
    private static final Duration REST = Duration.ofSeconds(30);

    private static final int MOST_AT_ONCE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Transactions transactions;
    private final MailTrail trail;
    private final Seal seal;
    private final SmtpServer server;
    private final Bell bell;
    private final Clock clock;
    private final Courier courier;
    /** All of these are touched by the one thread that runs the work. */
    private Instant look = Instant.MIN;

    private Instant tidy = Instant.MIN;
    private Instant rest = Instant.MIN;
    private SmtpSettings restsFor;
    private boolean more;

    @Activate
    public Dispatch(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.core.mail)") Schema schema,
            @Reference AuditTrail trail,
            @Reference SecretBox box,
            @Reference SmtpServer server,
            @Reference Bell bell) {
        // Java reads all certificates that it trusts: not before a mail is to be sent.
        this(
                transactions,
                trail,
                box,
                server,
                bell,
                () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Clock.systemUTC());
    }

    Dispatch(
            Transactions transactions,
            AuditTrail trail,
            SecretBox box,
            SmtpServer server,
            Bell bell,
            Supplier<SSLSocketFactory> tls,
            Clock clock) {
        this.transactions = transactions;
        this.trail = new MailTrail(trail);
        this.seal = new Seal(box);
        this.server = server;
        this.bell = bell;
        this.clock = clock;
        this.courier = new Courier(tls);
    }

    @Deactivate
    void close() {
        courier.close();
    }

    @Override
    public void run(Lease lease) {
        Instant now = now();
        if (courier.isAway(now)) {
            return;
        }
        courier.returned().ifPresent(back -> note(lease, back, now));
        if (!now.isBefore(tidy)) {
            tidyUp(lease, now);
            tidy = now.plus(TIDY);
        }
        SmtpSettings settings = server.settings();
        boolean rung = bell.wasRung();
        if (settings.objection() != null || isResting(settings, rung, now)) {
            return;
        }
        if (rung || more || !now.isBefore(look)) {
            more = hand(lease, settings, now);
            look = now.plus(LOOK);
        }
    }

    /** Whoever rings may have mended it, and changed settings are others. */
    private boolean isResting(SmtpSettings settings, boolean rung, Instant now) {
        return !rung && settings.equals(restsFor) && now.isBefore(rest);
    }

    /** Whether there was something. */
    private boolean hand(Lease lease, SmtpSettings settings, Instant now) {
        Optional<StoredMail> due = transactions.call(tx -> new MailTable(tx).due(now));
        if (due.isEmpty()) {
            return false;
        }
        StoredMail mail = due.get();
        if (!now.isBefore(mail.notAfter())) {
            withLease(lease, tx -> expire(tx, mail, now));
            return true;
        }
        Optional<Delivery> delivery = opened(mail);
        if (delivery.isEmpty()) {
            withLease(lease, tx -> giveUp(tx, mail, Fault.SEALED, null, now));
            return true;
        }
        boolean begun = transactions.call(tx -> {
            lease.confirm(tx);
            MailTable table = new MailTable(tx);
            boolean waits = table.lock(mail.id())
                    .filter(still -> still.state() == MailState.WAITING)
                    .isPresent();
            if (waits) {
                table.begin(mail.id(), now);
            }
            return waits;
        });
        if (begun) {
            courier.send(delivery.get(), mail.attempts() + 1, settings, now);
        }
        return true;
    }

    private Optional<Delivery> opened(StoredMail mail) {
        return seal.open(mail.id(), Seal.RECIPIENT, mail.recipient())
                .flatMap(to -> seal.open(mail.id(), Seal.SUBJECT, mail.subject())
                        .flatMap(subject -> seal.open(mail.id(), Seal.CONTENT, mail.content())
                                .map(text -> new Delivery(mail.id(), to, subject, text, mail.created()))));
    }

    private void note(Lease lease, Courier.Return back, Instant now) {
        withLease(lease, tx -> {
            Optional<StoredMail> mail = new MailTable(tx).lock(back.id());
            if (mail.isPresent()) {
                note(tx, mail.get(), back, now);
            }
        });
        courier.noted();
        if (back.failure() == null) {
            LOG.info("Mail {} is sent", back.id());
            restsFor = null;
        } else {
            LOG.warn(
                    "Mail {} is not sent, attempt {}: {}",
                    back.id(),
                    back.attempt(),
                    back.failure().getMessage());
            if (!back.failure().fault().isOfTheMail()) {
                rest = now.plus(REST);
                restsFor = back.settings();
            }
        }
    }

    private void note(Transaction tx, StoredMail mail, Courier.Return back, Instant now) throws SQLException {
        MailTable table = new MailTable(tx);
        if (back.failure() == null) {
            table.sent(mail.id(), now);
            trail.record("mail.sent", Outcome.SUCCESS, mail, now, null);
            return;
        }
        Fault fault = back.failure().fault();
        String reply = back.failure().reply();
        if (back.failure().isForGood() || back.attempt() >= back.settings().attempts()) {
            giveUp(tx, mail, fault, reply, now);
        } else {
            table.failed(mail.id(), fault, reply, now.plus(Backoff.after(back.attempt())));
        }
    }

    private void giveUp(Transaction tx, StoredMail mail, Fault fault, String reply, Instant now) throws SQLException {
        if (new MailTable(tx).givenUp(mail.id(), fault, reply, now)) {
            trail.record("mail.failed", Outcome.FAILED, mail, now, fault.name());
        }
    }

    private void expire(Transaction tx, StoredMail mail, Instant now) throws SQLException {
        if (new MailTable(tx).expire(mail.id(), now)) {
            trail.record("mail.expired", Outcome.FAILED, mail, now, null);
        }
    }

    private void tidyUp(Lease lease, Instant now) {
        withLease(lease, tx -> {
            MailTable table = new MailTable(tx);
            for (StoredMail mail : table.expiring(now, MOST_AT_ONCE)) {
                expire(tx, mail, now);
            }
            table.forgetContent(now);
            table.forget(now.minus(server.settings().kept()));
        });
    }

    private interface Step {
        void in(Transaction tx) throws SQLException;
    }

    /** Nothing is changed by a node whose lease another one has taken over. */
    private void withLease(Lease lease, Step step) {
        transactions.call(tx -> {
            lease.confirm(tx);
            step.in(tx);
            return null;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
