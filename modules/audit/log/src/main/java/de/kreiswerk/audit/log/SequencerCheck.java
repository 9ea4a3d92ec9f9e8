package de.kreiswerk.audit.log;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether committed records get their numbers in time. */
@Component(
        property = {
            HealthCheck.NAME + "=sequencer",
            HealthCheck.TAGS + "=ready",
            "kreiswerk.title=Nummerierung des Prüfpfads"
        })
public final class SequencerCheck implements HealthCheck {

    /** Numbering takes 100 ms; this is when somebody should look. */
    private static final Duration TOLERATED = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public SequencerCheck(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this.transactions = transactions;
    }

    @Override
    public Result execute() {
        return transactions.call(tx -> {
            try (PreparedStatement select = tx.connection()
                            .prepareStatement("select min(r.recorded) from audit_pending p"
                                    + " join audit_record r on r.ticket = p.ticket");
                    ResultSet row = select.executeQuery()) {
                row.next();
                java.sql.Timestamp oldest = row.getTimestamp(1);
                if (oldest == null) {
                    return Findings.ok("Alle Einträge haben ihre Nummer", "All records are numbered");
                }
                Duration waiting = Duration.between(oldest.toInstant(), clock.instant());
                return waiting.compareTo(TOLERATED) < 0
                        ? Findings.ok("Einträge werden nummeriert", "Records are being numbered")
                        : Findings.critical(
                                "Ein Eintrag wartet auf seine Nummer seit " + waiting.toSeconds() + " s",
                                "A record has been waiting for its number for " + waiting.toSeconds() + " s");
            }
        });
    }
}
