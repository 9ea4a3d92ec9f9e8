package de.kreiswerk.audit.log;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells people, not supervisors, that records were taken out of the queue before they had a number, as {@link QueueGuard} found out. It looks at
 * the newest ones itself: whoever can write into the database can also keep all nodes from that work.
 */
@Component(
        property = {
            HealthCheck.NAME + "=trail-queue",
            HealthCheck.TAGS + "=console",
            "kreiswerk.title=Warteschlange des Prüfpfads"
        })
public final class QueueCheck implements HealthCheck {

    /** What was found is put back at once; so long somebody has time to see that it was. */
    static final Duration REMEMBERED = Duration.ofDays(7);

    private static final int NEWEST = 5_000;

    private final Transactions transactions;
    private final Clock clock;

    /**
     * Checks.
     *
     * @param transactions the database
     * @param schema the trail's tables
     */
    @Activate
    public QueueCheck(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this(transactions, Clock.systemUTC());
    }

    QueueCheck(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How many were put back, and when the last time, null for never. */
    private record PutBack(long records, Instant last) {}

    @Override
    public Result execute() {
        List<Long> missing = transactions.call(tx -> {
            MissingRecords records = new MissingRecords(tx);
            return records.in(records.around(records.lastNumbered(), NEWEST));
        });
        if (!missing.isEmpty()) {
            return Findings.critical(
                    "Einträge ohne Nummer, die auch nicht in der Warteschlange sind: " + missing.size()
                            + ", der erste mit Ticket "
                            + missing.get(0)
                            + ". Jemand hat sie aus der Tabelle audit_pending genommen. Die Plattform reiht sie in Sekunden"
                            + " wieder ein. Bleibt diese Meldung, hindert jemand sie daran: Sehen Sie in der Tabelle core_lease"
                            + " nach der Zeile audit.queue-guard, und klären Sie, wer in die Datenbank schreibt",
                    "Records without a number that are not in the queue either: " + missing.size()
                            + ", the first with ticket "
                            + missing.get(0)
                            + ". Somebody took them out of the table audit_pending. The platform puts them back within"
                            + " seconds. If this stays, somebody keeps it from doing so: look at the row audit.queue-guard of"
                            + " the table core_lease, and find out who writes into the database");
        }
        PutBack putBack = transactions.call(this::putBack);
        return putBack.last() == null
                ? Findings.ok(
                        "Kein Eintrag ging verloren, bevor er seine Nummer hatte",
                        "No record was lost before it had its number")
                : told(putBack);
    }

    private PutBack putBack(Transaction tx) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select coalesce(sum(records), 0), max(found) from audit_requeued where found > ?")) {
            select.setTimestamp(1, Timestamp.from(clock.instant().minus(REMEMBERED)));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Timestamp last = row.getTimestamp(2);
                return new PutBack(row.getLong(1), last == null ? null : last.toInstant());
            }
        }
    }

    private static Result told(PutBack putBack) {
        Text last = Findings.moment(putBack.last());
        long days = REMEMBERED.toDays();
        return Findings.critical(
                "Jemand hat Einträge aus der Tabelle audit_pending genommen, bevor sie ihre Nummer hatten. In den letzten "
                        + days
                        + " Tagen waren es " + putBack.records() + ", zuletzt gefunden: " + last.german()
                        + ". Sie wurden wieder eingereiht und sind nun im Prüfpfad, nur später als geschrieben. Klären Sie,"
                        + " wer in die Datenbank geschrieben hat. Diese Meldung geht " + days
                        + " Tage nach dem letzten Fund",
                "Somebody took records out of the table audit_pending before they had their numbers: "
                        + putBack.records()
                        + " in the last " + days + " days, last found: " + last.english()
                        + ". They were put back and are in the trail now, only later than written. Find out who wrote into"
                        + " the database. This goes " + days + " days after the last one was found");
    }
}
