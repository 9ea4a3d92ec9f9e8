package de.kreiswerk.audit.log.seal;

import de.kreiswerk.core.api.persistence.Transactions;
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
        Optional<String> missing = sealing.missing();
        if (missing.isPresent()) {
            return new Result(Result.Status.WARN, missing.get());
        }
        SealState state = transactions.call(tx -> SealState.of(tx, clock.instant()));
        Optional<String> trouble = state.cutOff()
                ? Optional.of("The record " + state.sealed() + ", which was sealed, is gone")
                // What was found while another node sealed on is out of date.
                : sealing.trouble().filter(found -> state.waiting() > 0);
        if (trouble.isPresent()) {
            return new Result(Result.Status.CRITICAL, "Nothing is sealed: " + trouble.get());
        }
        Optional<String> concern = sealing.concern();
        if (concern.isPresent()) {
            return new Result(Result.Status.WARN, concern.get());
        }
        return state.since().compareTo(TOLERATED) < 0
                ? new Result(Result.Status.OK, state.sealed() + " records are sealed")
                : new Result(
                        Result.Status.WARN,
                        state.waiting() + " records are not sealed yet, the first of them for "
                                + state.since().toSeconds() + " s");
    }
}
