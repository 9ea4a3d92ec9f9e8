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
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells people, not supervisors, that records were taken out of the queue before they had a number, or that their numbers were lost, as
 * {@link QueueGuard} found out. It looks at the newest ones itself: whoever can write into the database can also keep all nodes from that work.
 */
@Component(
        property = {
            HealthCheck.NAME + "=trail-queue",
            HealthCheck.TAGS + "=console",
            "kreiswerk.title=Warteschlange des Prüfpfads"
        })
public final class QueueCheck implements HealthCheck {

    /** What was taken out of the queue is put back at once; so long somebody has time to see that it was. */
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

    /** What was found the last time. */
    private record Last(Instant found, int records, long first) {}

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
                            + ". Jemand hat sie aus der Tabelle audit_pending genommen, und die Plattform reiht sie in Sekunden"
                            + " wieder ein, oder Zeilen der Tabelle audit_order gingen verloren: das steht dann im Log der"
                            + " Plattform, und Sie müssen diese Zeilen aus einer Sicherung zurückholen. Bleibt diese Meldung"
                            + " ohne das, hindert jemand die Plattform daran: Sehen Sie in der Tabelle core_lease"
                            + " nach der Zeile audit.queue-guard, und klären Sie, wer in die Datenbank schreibt",
                    "Records without a number that are not in the queue either: " + missing.size()
                            + ", the first with ticket "
                            + missing.get(0)
                            + ". Somebody took them out of the table audit_pending, and the platform puts them back within"
                            + " seconds, or rows of the table audit_order were lost: then the platform's log says so, and you"
                            + " have to put these rows back from a backup. If this stays without that, somebody keeps the"
                            + " platform from it: look at the row audit.queue-guard of"
                            + " the table core_lease, and find out who writes into the database");
        }
        Optional<Last> last = transactions.call(this::last);
        return last.map(QueueCheck::told)
                .orElseGet(() -> Findings.ok(
                        "Kein Eintrag ging verloren, bevor er seine Nummer hatte",
                        "No record was lost before it had its number"));
    }

    private Optional<Last> last(Transaction tx) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select found, records, first_ticket from audit_requeued where found > ?"
                        + " order by found desc fetch first 1 rows only")) {
            select.setTimestamp(1, Timestamp.from(clock.instant().minus(REMEMBERED)));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Last(row.getTimestamp(1).toInstant(), row.getInt(2), row.getLong(3)))
                        : Optional.empty();
            }
        }
    }

    private static Result told(Last last) {
        Text found = Findings.moment(last.found());
        long days = REMEMBERED.toDays();
        return Findings.critical(
                "Einträge hatten keine Nummer und waren auch nicht in der Warteschlange, zuletzt gefunden: "
                        + found.german() + ", " + last.records() + ", der erste mit Ticket " + last.first()
                        + ". Hat jemand sie aus der Tabelle audit_pending genommen, sind sie wieder eingereiht und nun im"
                        + " Prüfpfad, nur später als geschrieben: Klären Sie, wer in die Datenbank geschrieben hat. Gingen"
                        + " Zeilen der Tabelle audit_order verloren, sagt es das Log der Plattform: Holen Sie diese Zeilen aus"
                        + " einer Sicherung zurück. Diese Meldung geht " + days + " Tage nach dem letzten Fund",
                "Records had no number and were not in the queue either, last found: "
                        + found.english() + ", " + last.records() + ", the first with ticket " + last.first()
                        + ". If somebody took them out of the table audit_pending, they were put back and are in the trail now,"
                        + " only later than written: find out who wrote into the database. If rows of the table audit_order"
                        + " were lost, the platform's log says so: put these rows back from a backup. This goes "
                        + days + " days after the last one was found");
    }
}
