package de.kreiswerk.core.mail.outbox;

import de.kreiswerk.core.api.metrics.Metric;
import de.kreiswerk.core.api.metrics.MetricSource;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How much waits and how much failed, for alarms. */
@Component(property = MetricSource.BACKGROUND + ":Boolean=true")
public final class MailFigures implements MetricSource {

    private final Transactions transactions;
    private final Clock clock;

    @Activate
    public MailFigures(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.core.mail)") Schema schema) {
        this(transactions, Clock.systemUTC());
    }

    MailFigures(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Metric> metrics() {
        return transactions.call(tx -> {
            MailTable table = new MailTable(tx);
            Optional<Instant> oldest = table.oldestWaiting();
            return List.of(
                    Metric.gauge(
                            "kreiswerk_mail_waiting", "E-mails that wait to be sent.", table.count(MailState.WAITING)),
                    Metric.gauge(
                            "kreiswerk_mail_failed",
                            "E-mails in the outbox that were given up.",
                            table.count(MailState.FAILED)),
                    Metric.gauge(
                            "kreiswerk_mail_oldest_waiting_seconds",
                            "How long the oldest e-mail has been waiting; 0 when none waits.",
                            oldest.map(since -> Duration.between(since, clock.instant())
                                            .toSeconds())
                                    .orElse(0L)));
        });
    }
}
