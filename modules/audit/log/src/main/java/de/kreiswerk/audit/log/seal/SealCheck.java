package de.kreiswerk.audit.log.seal;

import de.kreiswerk.core.api.health.Findings;
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

/**
 * Warns people, not supervisors, when records are not sealed in time, or the trail is damaged: a restart does not bring a key or
 * a record back.
 */
@Component(
        property = {
            HealthCheck.NAME + "=seal",
            HealthCheck.TAGS + "=console",
            "kreiswerk.title=Versiegelung des Prüfpfads"
        })
public final class SealCheck implements HealthCheck {

    /** Sealing takes a second or two; this is when somebody should look. */
    private static final Duration TOLERATED = Duration.ofSeconds(10);

    private final Sealing sealing;
    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    /**
     * Checks.
     *
     * @param sealing knows whether this node can
     * @param transactions the database
     */
    @Activate
    public SealCheck(@Reference Sealing sealing, @Reference Transactions transactions) {
        this.sealing = sealing;
        this.transactions = transactions;
    }

    @Override
    public Result execute() {
        Optional<Text> missing = sealing.missing();
        if (missing.isPresent()) {
            return Findings.warning(
                    "Dieser Knoten kann nicht versiegeln: " + missing.get().german(),
                    "This node cannot seal: " + missing.get().english());
        }
        SealState state = transactions.call(tx -> SealState.of(tx, clock.instant()));
        Optional<Text> trouble = state.cutOff()
                ? Optional.of(new Text(
                        "Der Eintrag " + state.sealed() + ", der versiegelt wurde, ist weg",
                        "The record " + state.sealed() + ", which was sealed, is gone"))
                // What was found while another node sealed on is out of date.
                : sealing.trouble().filter(found -> state.waiting() > 0);
        if (trouble.isPresent()) {
            return Findings.critical(
                    "Der Prüfpfad ist beschädigt, und nichts wird versiegelt. Klären Sie, wer die Datenbank geändert hat: "
                            + trouble.get().german(),
                    "The trail is damaged, and nothing is sealed. Find out who changed the database: "
                            + trouble.get().english());
        }
        Optional<Text> obstacle = sealing.obstacle().filter(found -> state.waiting() > 0);
        if (obstacle.isPresent()) {
            return Findings.warning(
                    "Zurzeit wird nichts versiegelt, die Einträge warten: "
                            + obstacle.get().german(),
                    "Nothing is sealed at the moment, records wait: "
                            + obstacle.get().english());
        }
        Optional<Text> concern = sealing.concern();
        if (concern.isPresent()) {
            return Findings.warning(
                    "Versiegelt wird, aber nach dem Schlüssel muss jemand sehen: "
                            + concern.get().german(),
                    concern.get().english());
        }
        return state.since().compareTo(TOLERATED) < 0
                ? Findings.ok("Versiegelte Einträge: " + state.sealed(), state.sealed() + " records are sealed")
                : overdue(state.waiting(), state.since().toSeconds());
    }

    static Result overdue(long waiting, long seconds) {
        return waiting == 1
                ? Findings.warning(
                        "Noch nicht versiegelt ist 1 Eintrag, seit " + seconds + " s",
                        "1 record is not sealed yet, for " + seconds + " s")
                : Findings.warning(
                        "Noch nicht versiegelt sind " + waiting + " Einträge, der erste seit " + seconds + " s",
                        waiting + " records are not sealed yet, the first of them for " + seconds + " s");
    }
}
