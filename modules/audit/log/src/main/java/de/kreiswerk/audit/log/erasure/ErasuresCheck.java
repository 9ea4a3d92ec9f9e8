package de.kreiswerk.audit.log.erasure;

import de.kreiswerk.core.api.health.Findings;
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
                ? Findings.ok(
                        "Löschungen werden notiert in " + erasures.file(), "Erasures are noted in " + erasures.file())
                : Findings.warning(
                        "Löschungen können nicht notiert werden: Die Plattform muss in " + erasures.file()
                                + " schreiben können",
                        "Erasures cannot be noted: the platform must be able to write " + erasures.file());
    }
}
