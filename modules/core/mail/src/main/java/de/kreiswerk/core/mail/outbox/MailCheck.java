package de.kreiswerk.core.mail.outbox;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.mail.smtp.SmtpServer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns people, not supervisors, when mail does not arrive. */
@Component(property = {HealthCheck.NAME + "=mail", HealthCheck.TAGS + "=console", "kreiswerk.title=E-Mail"})
public final class MailCheck implements HealthCheck {

    private static final Duration LONG = Duration.ofHours(1);
    /** What failed before is known, and nobody can do anything about it. */
    private static final Duration RECENT = Duration.ofDays(3);

    private final Transactions transactions;
    private final SmtpServer server;
    private final Clock clock;

    @Activate
    public MailCheck(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.core.mail)") Schema schema,
            @Reference SmtpServer server) {
        this(transactions, server, Clock.systemUTC());
    }

    MailCheck(Transactions transactions, SmtpServer server, Clock clock) {
        this.transactions = transactions;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public Result execute() {
        return transactions.call(tx -> result(new MailTable(tx)));
    }

    private Result result(MailTable table) throws SQLException {
        Instant now = clock.instant();
        long waiting = table.count(MailState.WAITING);
        long failed = table.failedSince(now.minus(RECENT));
        Optional<Instant> oldest = table.oldestWaiting();
        if (!server.isReady()) {
            if (waiting > 0 || server.settings().isBegun()) {
                return waiting > 0
                        ? Findings.warning(
                                "E-Mail ist nicht eingerichtet, und es warten " + waiting + ": siehe Einstellungen",
                                "E-mail is not set up, and " + waiting + " wait: see the settings")
                        : Findings.warning(
                                "E-Mail ist nicht vollständig eingerichtet: siehe Einstellungen",
                                "E-mail is not set up completely: see the settings");
            }
            return Findings.ok("E-Mail ist nicht eingerichtet", "E-mail is not set up");
        }
        if (failed > 0) {
            return Findings.warning(
                    "In den letzten 3 Tagen scheiterten " + failed + " E-Mails: siehe Postausgang",
                    failed + " e-mails failed within the last 3 days: see the outbox");
        }
        if (oldest.isPresent() && oldest.get().plus(LONG).isBefore(now)) {
            Text since = Findings.moment(oldest.get());
            return Findings.warning(
                    waiting + " E-Mails warten, die älteste seit " + since.german(),
                    waiting + " e-mails wait, the oldest since " + since.english());
        }
        return waiting == 0
                ? Findings.ok("Keine E-Mail wartet", "No e-mail waits")
                : Findings.ok("E-Mails, die warten: " + waiting, "E-mails that wait: " + waiting);
    }
}
