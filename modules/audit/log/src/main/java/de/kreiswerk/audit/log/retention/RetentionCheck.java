package de.kreiswerk.audit.log.retention;

import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.log.kept.Evidence;
import de.kreiswerk.audit.log.kept.OfferTable;
import de.kreiswerk.audit.log.kept.RetentionTable;
import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.secret.SecretBox;
import de.kreiswerk.core.api.text.Text;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Warns when times cannot be read, the archive does not answer, or what was decided is not carried out. Red where somebody wrote into
 * the database past the platform to let something go.
 */
@Component(
        property = {
            HealthCheck.NAME + "=trail-retention",
            HealthCheck.TAGS + "=console",
            "kreiswerk.title=Aufbewahrung des Prüfpfads"
        })
public final class RetentionCheck implements HealthCheck {

    /** Archives have months; who waits for an erasure has a month (GDPR Art. 12 (3)). */
    private static final Duration ANSWER = Duration.ofDays(30);

    private static final Duration CARRIED_OUT = Duration.ofHours(1);

    private final Transactions transactions;
    private final Evidence evidence;
    private final RetentionTimes times;
    private final Clock clock;

    /**
     * Checks.
     *
     * @param transactions the database
     * @param secrets has the key of the evidence
     * @param times how long records are kept
     */
    @Activate
    public RetentionCheck(
            @Reference Transactions transactions, @Reference SecretBox secrets, @Reference RetentionTimes times) {
        this(transactions, new Evidence(secrets), times, Clock.systemUTC());
    }

    RetentionCheck(Transactions transactions, Evidence evidence, RetentionTimes times, Clock clock) {
        this.transactions = transactions;
        this.evidence = evidence;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public Result execute() {
        return transactions.call(this::look);
    }

    private Result look(Transaction tx) throws SQLException {
        List<Text> past = new PastThePlatform(tx, evidence).found();
        OfferTable offers = new OfferTable(tx, evidence);
        List<Offer> underWay = offers.underWay();
        List<Text> all = new ArrayList<>(past);
        if (times.wrong() != null) {
            all.add(new Text(
                    "Die Aufbewahrungszeiten in den Einstellungen sind nicht lesbar, und bis dahin wird nichts fällig: "
                            + times.wrong(),
                    "The times cannot be read, and nothing is due until they can: " + times.wrong()));
        }
        Instant now = clock.instant();
        all.addAll(perhapsMistyped(tx, now));
        offers.waiting().stream()
                .filter(offer -> offer.decided().plus(CARRIED_OUT).isBefore(now))
                .findFirst()
                .ifPresent(offer -> all.add(stuck(Findings.moment(offer.decided()), offer)));
        underWay.stream()
                .filter(offer -> !offer.isWaiting())
                .filter(offer -> offer.made().plus(ANSWER).isBefore(now))
                .findFirst()
                .ifPresent(offer -> all.add(undecided(Findings.moment(offer.made()), offer)));
        if (all.isEmpty()) {
            return Findings.ok(
                    "Angebote an das Archiv, die noch offen sind: " + underWay.size(),
                    "Offers to the archive that are under way: " + underWay.size());
        }
        return Findings.of(past.isEmpty() ? Result.Status.WARN : Result.Status.CRITICAL, Text.joined(". ", all));
    }

    /** Only once something may go: until then an area that is still to come is no reason to worry. */
    private List<Text> perhapsMistyped(Transaction tx, Instant now) throws SQLException {
        Due due = new Due(tx, times, now);
        List<String> unknown = due.unknownAreas();
        long minimum = unknown.isEmpty() ? 0 : new RetentionTable(tx).minimum();
        if (unknown.isEmpty() || due.until(minimum, List.of()) == minimum) {
            return List.of();
        }
        String areas = String.join(", ", unknown);
        return List.of(new Text(
                "Eigene Fristen sind eingestellt für Bereiche, von denen es keinen Eintrag gibt: " + areas
                        + ". Ist einer falsch geschrieben, wird der gemeinte schon nach der Frist für alle fällig: Prüfen Sie"
                        + " das, bevor jemand dem Archiv etwas anbietet, und nehmen Sie heraus, was es nicht gibt",
                "Times of their own are set for areas that have no record: " + areas
                        + ". If one is mistyped, the one that is meant is due by the time for all: look at it before anything is"
                        + " offered to the archive, and take out what there is not"));
    }

    private static Text stuck(Text decided, Offer offer) {
        return new Text(
                "Noch nicht gelöscht, obwohl das Archiv entschieden hat am " + decided.german()
                        + ": Eine Löschsperre gilt, die Zeiten wurden verlängert, oder über die Person kam etwas dazu, dann"
                        + " holt das Archiv seine Kopie noch einmal. Solange die Benutzerverwaltung fehlt, vergisst die"
                        + " Plattform niemanden: Sorgen Sie dafür, dass sie läuft. Gilt eine Löschsperre für ein Objekt,"
                        + " vergisst sie auch niemanden, solange der Index des Prüfpfads aufgebaut wird. Soll es nicht mehr"
                        + " gehen, nehmen Sie das Angebot zurück (Angebot " + offer.id() + ")",
                "Not erased yet although the archive decided at " + decided.english()
                        + ": a hold covers it, the times were made longer, or something about the person was added, then the"
                        + " archive fetches its copy once more. While the administration of accounts is missing nobody is"
                        + " forgotten: see to it that it runs. While a hold of an object is in force nobody is forgotten"
                        + " either as long as the index of the trail is being made. If it is not to go any more, take the"
                        + " offer back (offer " + offer.id() + ")");
    }

    private static Text undecided(Text made, Offer offer) {
        return new Text(
                "Das Archiv hat nicht entschieden seit " + made.german() + " (Angebot " + offer.id() + ")",
                "The archive has not decided since " + made.english() + " (offer " + offer.id() + ")");
    }
}
