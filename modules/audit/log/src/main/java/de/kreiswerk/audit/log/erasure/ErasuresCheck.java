package de.kreiswerk.audit.log.erasure;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns people, not supervisors, when erasures are not noted outside of the database: a restore would undo them. */
@Component(
        property = {
            HealthCheck.NAME + "=erasures",
            HealthCheck.TAGS + "=console",
            "kreiswerk.title=Liste gelöschter Personen"
        })
public final class ErasuresCheck implements HealthCheck {

    private final ErasuresService erasures;

    /**
     * Checks.
     *
     * @param erasures notes them
     */
    @Activate
    public ErasuresCheck(@Reference ErasuresService erasures) {
        this.erasures = erasures;
    }

    @Override
    public Result execute() {
        return erasures.isNoting()
                ? new Result(Result.Status.OK, "Erasures are noted in " + erasures.file())
                : new Result(
                        Result.Status.WARN,
                        "Erasures cannot be noted: the platform must be able to write " + erasures.file());
    }
}
