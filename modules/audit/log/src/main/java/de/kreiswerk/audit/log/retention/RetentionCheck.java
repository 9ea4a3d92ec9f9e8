package de.kreiswerk.audit.log.retention;

import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.log.kept.Evidence;
import de.kreiswerk.audit.log.kept.OfferTable;
import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.secret.SecretBox;
import de.kreiswerk.core.api.text.Text;
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
        Optional<Result> past = transactions.call(tx -> new PastThePlatform(tx, evidence).found());
        return past.orElseGet(this::work);
    }

    private Result work() {
        if (times.wrong() != null) {
            return Findings.warning(
                    "Die Aufbewahrungszeiten in den Einstellungen sind nicht lesbar, und bis dahin wird nichts fällig: "
                            + times.wrong(),
                    "The times cannot be read, and nothing is due until they can: " + times.wrong());
        }
        List<Offer> underWay = transactions.call(tx -> new OfferTable(tx, evidence).underWay());
        Instant now = clock.instant();
        Optional<Offer> stuck = underWay.stream()
                .filter(Offer::isWaiting)
                .filter(offer -> offer.decided().plus(CARRIED_OUT).isBefore(now))
                .findFirst();
        if (stuck.isPresent()) {
            Text decided = Findings.moment(stuck.get().decided());
            return Findings.warning(
                    "Noch nicht gelöscht, obwohl das Archiv entschieden hat am " + decided.german()
                            + ": Eine Löschsperre gilt, die Person kann noch handeln, oder die Zeiten wurden verlängert"
                            + " (Angebot " + stuck.get().id() + ")",
                    "Not erased yet although the archive decided at " + decided.english()
                            + ": a hold covers it, the person can still act, or the times were made longer (offer "
                            + stuck.get().id() + ")");
        }
        return underWay.stream()
                .filter(offer -> !offer.isWaiting())
                .filter(offer -> offer.made().plus(ANSWER).isBefore(now))
                .findFirst()
                .map(offer -> undecided(Findings.moment(offer.made()), offer))
                .orElseGet(() -> Findings.ok(
                        "Angebote an das Archiv, die noch offen sind: " + underWay.size(),
                        "Offers to the archive that are under way: " + underWay.size()));
    }

    private static Result undecided(Text made, Offer offer) {
        return Findings.warning(
                "Das Archiv hat nicht entschieden seit " + made.german() + " (Angebot " + offer.id() + ")",
                "The archive has not decided since " + made.english() + " (offer " + offer.id() + ")");
    }
}
