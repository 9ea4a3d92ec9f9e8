package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.county.County;
import de.kreiswerk.core.api.mail.Mail;
import de.kreiswerk.core.api.mail.Outbox;
import de.kreiswerk.identity.api.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What is written to people about their accounts, in German, since nobody knows yet who would rather read English. Each letter
 * belongs to the transaction of what it tells of. While there is no outbox, or nobody has set up how mail is sent, none is
 * written.
 */
@Component(service = Letters.class)
public final class Letters {

    /** What somebody should hear of when it was not them. */
    enum Notice {
        PASSWORD_CHANGED("Ihr Kennwort wurde geändert", "wurde das Kennwort geändert."),
        PASSWORD_RESET(
                "Ihr Kennwort wurde zurückgesetzt",
                "hat die Administration das Kennwort zurückgesetzt. Das bisherige gilt nicht mehr."),
        ADDRESS_CHANGED(
                "Ihre E-Mail-Adresse wurde geändert",
                "hat die Administration die E-Mail-Adresse geändert. An diese hier kommt nichts mehr."),
        FACTOR_SET_UP("Zweiter Faktor eingerichtet", "wurde ein zweiter Faktor eingerichtet."),
        CODES_RENEWED(
                "Neue Wiederherstellungscodes",
                "wurden neue Wiederherstellungscodes erzeugt. Die bisherigen gelten nicht mehr."),
        FACTOR_REMOVED("Zweiter Faktor abgeschaltet", "wurde der zweite Faktor abgeschaltet."),
        FACTOR_RESET("Zweiter Faktor zurückgesetzt", "hat die Administration den zweiten Faktor zurückgesetzt.");

        private final String subject;
        private final String sentence;

        Notice(String subject, String sentence) {
            this.subject = subject;
            this.sentence = sentence;
        }
    }

    private static final Duration NOTICE_HOLDS = Duration.ofDays(2);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "dd.MM.yyyy, HH:mm 'Uhr'", Locale.GERMAN)
            .withZone(ZoneId.of("Europe/Berlin"));

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Outbox outbox;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile County county;

    private final Clock clock;

    @Activate
    public Letters() {
        this(Clock.systemUTC());
    }

    Letters(Clock clock) {
        this.clock = clock;
    }

    /** Whether a letter to an account would be sent. */
    boolean canReach(Account account) {
        return canReach(outbox, account);
    }

    private static boolean canReach(Outbox outbox, Account account) {
        return outbox != null && outbox.isReady() && Mail.isAddress(account.email());
    }

    /** Sends a link with which the account's owner chooses a password, or ends with a problem. */
    void passwordLink(Account account, String address, Instant expires) {
        Outbox now = outbox;
        if (!canReach(now, account)) {
            throw Refusals.noMail();
        }
        String text = """
                Guten Tag %s,

                die Administration hat das Kennwort Ihres Kontos „%s“ zurückgesetzt. Das
                bisherige gilt nicht mehr. Mit diesem Link wählen Sie ein neues:

                %s

                Der Link gilt einmal, und bis zum %s. Geben Sie ihn niemandem.

                Haben Sie damit nicht gerechnet? Dann öffnen Sie den Link nicht, und fragen Sie
                bei der Administration nach.
                """.formatted(account.displayName(), account.loginName(), address, MOMENT.format(expires));
        put(now, account, "identity.password-link", "Neues Kennwort wählen", text, expires);
    }

    /** Tells an account's owner, if they can be reached. */
    void tell(Account account, Notice notice) {
        Outbox now = outbox;
        if (!canReach(now, account)) {
            return;
        }
        Instant when = clock.instant();
        String text = """
                Guten Tag %s,

                am %s %s Es geht um Ihr Konto „%s“.

                Waren Sie das, oder haben Sie darum gebeten, müssen Sie nichts tun. Wenn nicht,
                wenden Sie sich bitte gleich an die Administration.
                """.formatted(account.displayName(), MOMENT.format(when), notice.sentence, account.loginName());
        put(now, account, "identity.security-notice", notice.subject, text, when.plus(NOTICE_HOLDS));
    }

    private void put(Outbox now, Account account, String kind, String subject, String text, Instant notAfter) {
        County of = county;
        // As configured: a character that no subject may have must not keep a password from being changed.
        String name = of == null
                ? ""
                : of.name().replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", " ").strip();
        String sender = name.isEmpty() ? "Kreiswerk" : name;
        String whole = subject + " – " + sender;
        now.put(new Mail(
                account.email(),
                whole.substring(0, Math.min(whole.length(), Mail.LONGEST_SUBJECT)),
                text + "\n" + sender
                        + "\n\nDiese E-Mail wurde automatisch verschickt. Antworten darauf liest niemand.\n",
                kind,
                account.id(),
                notAfter));
    }
}
