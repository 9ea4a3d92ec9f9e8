package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.log.search.Walk.Differences;
import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells whether all records can be found as what they are, as {@link IndexWalk} found out. */
@Component(
        property = {
            HealthCheck.NAME + "=trail-index",
            HealthCheck.TAGS + "=console",
            "kreiswerk.title=Suche im Prüfpfad"
        })
public final class IndexCheck implements HealthCheck {

    /** It goes on every few seconds; this is when somebody should look. */
    private static final Duration TOLERATED = Duration.ofMinutes(15);

    private final Transactions transactions;
    private final Clock clock;

    /**
     * Checks.
     *
     * @param transactions the database
     * @param schema the trail's tables
     */
    @Activate
    public IndexCheck(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this(transactions, Clock.systemUTC());
    }

    IndexCheck(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Result execute() {
        Optional<WalkTable.Remembered> remembered = transactions.call(tx -> new WalkTable(tx).read());
        if (remembered.isEmpty()) {
            return Findings.ok(
                    "Noch wurde kein Eintrag mit dem Suchindex verglichen",
                    "No record was compared with the search index yet");
        }
        Walk walk = remembered.get().walk();
        if (walk.differences().areThere()) {
            return different(walk.differences());
        }
        if (remembered.get().walked().plus(TOLERATED).isBefore(clock.instant())) {
            Text since = Findings.moment(remembered.get().walked());
            return Findings.warning(
                    "Seit " + since.german() + " wurde kein Eintrag mehr mit dem Suchindex verglichen."
                            + " Den Grund nennt das Protokoll",
                    "No record has been compared with the search index since " + since.english()
                            + ". The log names the reason");
        }
        if (walk.ended() == null) {
            return Findings.ok(
                    "Die Einträge sind zu finden, soweit verglichen: bis Nummer " + walk.place() + " von "
                            + walk.target(),
                    "The records are found, as far as they were compared: up to number " + walk.place() + " of "
                            + walk.target());
        }
        Text ended = Findings.moment(walk.ended());
        return Findings.ok(
                "Alle Einträge sind zu finden. Zuletzt wurden alle verglichen: " + ended.german(),
                "All records are found. All were last compared: " + ended.english());
    }

    private static Result different(Differences differences) {
        return Findings.critical(
                "Der Suchindex des Prüfpfads passt nicht zu den Einträgen. Der erste, bei dem es so ist, hat die Nummer "
                        + differences.first() + "; gezählt: " + differences.count()
                        + ". Die Suche und Prüfpakete können sie auslassen; die Einträge selbst sind davon nicht berührt."
                        + " Klären Sie, wer in die Datenbank geschrieben hat, und leeren Sie die Tabellen audit_index,"
                        + " audit_hour und audit_kind, wie es docs/trail.md beschreibt: Die Plattform legt sie neu an."
                        + " Diese Meldung geht, wenn danach alle Einträge verglichen sind",
                "The trail's search index does not fit its records. The first for which it does not has number "
                        + differences.first() + "; counted: " + differences.count()
                        + ". Search and packages may leave them out; the records themselves are not affected."
                        + " Find out who wrote into the database, and empty the tables audit_index, audit_hour and"
                        + " audit_kind as docs/trail.md describes: the platform makes them anew."
                        + " This goes when all records have been compared after that");
    }
}
