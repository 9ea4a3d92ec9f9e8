package de.kreiswerk.audit.log.reads;

import de.kreiswerk.core.api.health.Findings;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns when it cannot be recorded who read. */
@Component(
        property = {
            HealthCheck.NAME + "=trail-reads",
            HealthCheck.TAGS + "=console",
            "kreiswerk.title=Aufzeichnung des Lesens"
        })
public final class ReadsCheck implements HealthCheck {

    private final ReadsRecorder recorder;

    /**
     * Checks.
     *
     * @param recorder records reads
     */
    @Activate
    public ReadsCheck(@Reference ReadsRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public Result execute() {
        int stuck = recorder.stuck();
        return stuck == 0
                ? Findings.ok(
                        "Wer liest, was nicht für alle ist, wird aufgezeichnet",
                        "Who reads what is not for everyone is recorded")
                : Findings.warning(
                        "Nicht aufgezeichnet, obwohl es mehrfach versucht wurde, sind so viele Lesezugriffe: " + stuck
                                + ". Sie werden aufgehoben und weiter versucht; der Grund steht im Protokoll",
                        stuck
                                + " reads are not recorded although that was tried several times. They are kept and tried on;"
                                + " the log has the reason");
    }
}
