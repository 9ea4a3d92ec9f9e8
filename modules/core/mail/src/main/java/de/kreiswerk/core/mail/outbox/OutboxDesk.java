package de.kreiswerk.core.mail.outbox;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.mail.Mail;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.secret.SecretBox;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.mail.smtp.SmtpServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The outbox for those who look after it. Everything asks for {@link MailPermission#NAME}, everywhere. */
@Component(service = OutboxDesk.class)
public final class OutboxDesk {

    /** What a test is called. */
    public static final String TEST = "platform.mail-test";

    /** No attempt takes longer; what says that it is on its way for longer was left so by a node that died. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(5);

    private static final Duration TEST_HOLDS = Duration.ofHours(1);

    private final Transactions transactions;
    private final MailTrail trail;
    private final Seal seal;
    private final OutboxService outbox;
    private final Bell bell;
    private final Clock clock;

    @Activate
    public OutboxDesk(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.core.mail)") Schema schema,
            @Reference AuditTrail trail,
            @Reference SecretBox box,
            @Reference SmtpServer server,
            @Reference Bell bell) {
        this(transactions, trail, box, server, bell, Clock.systemUTC());
    }

    OutboxDesk(Transactions transactions, AuditTrail trail, SecretBox box, SmtpServer server, Bell bell, Clock clock) {
        this.transactions = transactions;
        this.trail = new MailTrail(trail);
        this.seal = new Seal(box);
        this.outbox = new OutboxService(transactions, trail, box, server, bell, clock);
        this.bell = bell;
        this.clock = clock;
    }

    /**
     * What is in the outbox.
     *
     * @param caller who asks
     * @param only what is asked for, null for all
     * @param limit how many at most
     * @return what waits first, then what failed, then the rest; each the newest first
     */
    public List<MailEntry> list(Caller caller, MailState only, int limit) {
        caller.require(MailPermission.NAME, Grant.ALL);
        Instant now = now();
        return transactions.call(tx -> new MailTable(tx)
                .newest(only, limit).stream().map(mail -> entry(mail, now)).toList());
    }

    /**
     * Sends one now, with all attempts that there are.
     *
     * @param caller who wants it
     * @param id which one
     * @throws ProblemException of kind NOT_FOUND; CONFLICT when it is sent, cancelled, or of no use any more
     */
    public void again(Caller caller, String id) {
        caller.require(MailPermission.NAME, Grant.ALL);
        Instant now = now();
        transactions.call(tx -> {
            MailTable table = new MailTable(tx);
            StoredMail mail = table.lock(id).orElseThrow(OutboxDesk::notFound);
            if (isSending(mail, now)) {
                // That is what was asked for.
                return null;
            }
            if (!canGoAgain(mail, now)) {
                throw conflict(mail.state());
            }
            table.again(id, now);
            trail.record(caller, "mail.again", mail);
            tx.afterCommit(bell::ring);
            return null;
        });
    }

    /**
     * Sees to it that one is not sent any more. Doing it twice changes nothing.
     *
     * @param caller who wants it
     * @param id which one
     * @throws ProblemException of kind NOT_FOUND; CONFLICT when it is sent, or on its way just now
     */
    public void cancel(Caller caller, String id) {
        caller.require(MailPermission.NAME, Grant.ALL);
        Instant now = now();
        transactions.call(tx -> {
            MailTable table = new MailTable(tx);
            StoredMail mail = table.lock(id).orElseThrow(OutboxDesk::notFound);
            if (mail.state() == MailState.CANCELLED) {
                return null;
            }
            if (isSending(mail, now)) {
                throw conflict(new Text(
                        "Diese E-Mail wird gerade verschickt. Warten Sie einen Augenblick und laden Sie die Seite neu.",
                        "This e-mail is being sent just now. Wait a moment and load the page again."));
            }
            if (!canBeCancelled(mail)) {
                throw conflict(mail.state());
            }
            table.cancel(id, now);
            trail.record(caller, "mail.cancelled", mail);
            return null;
        });
    }

    /**
     * Puts a test in.
     *
     * @param caller who wants it
     * @param address where to
     * @param subject in the caller's language
     * @param text likewise
     * @throws ProblemException of kind UNPROCESSABLE, code {@code address-not-valid}, when no mail can be sent there
     */
    public void test(Caller caller, String address, String subject, String text) {
        caller.require(MailPermission.NAME, Grant.ALL);
        if (!Mail.isAddress(address)) {
            throw new ProblemException(
                    Problem.Kind.UNPROCESSABLE,
                    "address-not-valid",
                    new Text("Adresse nicht gültig", "Address not valid"),
                    new Text(
                            "Geben Sie eine E-Mail-Adresse an, wie name@landkreis.example.",
                            "Enter an e-mail address, such as name@county.example."));
        }
        outbox.put(new Mail(address, subject, text, TEST, null, now().plus(TEST_HOLDS)), caller);
    }

    private MailEntry entry(StoredMail mail, Instant now) {
        boolean waits = mail.state() == MailState.WAITING;
        boolean sending = isSending(mail, now);
        return new MailEntry(
                mail.id(),
                mail.kind(),
                mail.state(),
                seal.open(mail.id(), Seal.RECIPIENT, mail.recipient())
                        .map(OutboxDesk::masked)
                        .orElse(null),
                seal.open(mail.id(), Seal.SUBJECT, mail.subject()).orElse(null),
                mail.created(),
                mail.notAfter(),
                mail.attempts(),
                waits ? mail.nextAttempt() : null,
                mail.lastAttempt(),
                sending,
                mail.fault(),
                mail.reply(),
                mail.finished(),
                !sending && canGoAgain(mail, now),
                !sending && canBeCancelled(mail));
    }

    private static boolean isSending(StoredMail mail, Instant now) {
        return mail.state() == MailState.WAITING
                && mail.sending() != null
                && mail.sending().plus(LONGEST_ATTEMPT).isAfter(now);
    }

    private static boolean canGoAgain(StoredMail mail, Instant now) {
        return mail.content() != null
                && now.isBefore(mail.notAfter())
                && (mail.state() == MailState.WAITING || mail.state() == MailState.FAILED);
    }

    /** What failed as well, so that nobody is reminded of it any more. */
    private static boolean canBeCancelled(StoredMail mail) {
        return mail.state() == MailState.WAITING || mail.state() == MailState.FAILED;
    }

    /** Enough to see whether it may be the right one. */
    static String masked(String address) {
        int at = address.indexOf('@');
        return address.substring(0, Math.min(1, at)) + "…"
                + address.substring(at).toLowerCase(Locale.ROOT);
    }

    private static ProblemException notFound() {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "mail-not-found",
                new Text("Diese E-Mail gibt es nicht", "No such e-mail"),
                new Text(
                        "Diese E-Mail steht nicht mehr im Postausgang.", "This e-mail is not in the outbox any more."));
    }

    private static ProblemException conflict(MailState state) {
        return conflict(
                switch (state) {
                    case SENT -> new Text("Diese E-Mail ist schon verschickt.", "This e-mail has been sent already.");
                    case CANCELLED ->
                        new Text("Diese E-Mail wurde schon abgebrochen.", "This e-mail has been cancelled already.");
                    case WAITING, FAILED, EXPIRED ->
                        new Text(
                                "Diese E-Mail nützt niemandem mehr: Was darin steht, gilt nicht mehr.",
                                "This e-mail is of no use any more: what it says does not hold any more.");
                });
    }

    private static ProblemException conflict(Text why) {
        return new ProblemException(
                Problem.Kind.CONFLICT,
                "mail-not-changeable",
                new Text("Das geht nicht mehr", "That is not possible any more"),
                why);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
