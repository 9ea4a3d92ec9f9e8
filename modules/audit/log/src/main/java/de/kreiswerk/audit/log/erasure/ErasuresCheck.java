package de.kreiswerk.audit.log.erasure;

import de.kreiswerk.audit.log.kept.Named;
import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Warns people, not supervisors, when erasures are not noted outside of the database: a restore would undo them. Red where somebody
 * destroyed keys of persons past the platform.
 */
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
        List<Text> wrong = new ArrayList<>();
        List<String> unproven = erasures.unproven();
        if (!unproven.isEmpty()) {
            wrong.add(unproven(Named.of(unproven)));
        }
        if (!erasures.isNoting()) {
            wrong.add(new Text(
                    "Löschungen können nicht notiert werden: Die Plattform muss in " + erasures.file()
                            + " schreiben können",
                    "Erasures cannot be noted: the platform must be able to write " + erasures.file()));
        }
        if (wrong.isEmpty()) {
            return Findings.ok(
                    "Löschungen werden notiert in " + erasures.file(), "Erasures are noted in " + erasures.file());
        }
        return Findings.of(unproven.isEmpty() ? Result.Status.WARN : Result.Status.CRITICAL, Text.joined(". ", wrong));
    }

    private Text unproven(Text named) {
        return new Text(
                "In der Datenbank sind Schlüssel von Personen zerstört, und nichts beweist, dass die Plattform es war: "
                        + named.german()
                        + ". Was der Prüfpfad über sie sagt, ist unlesbar, bis aus einer Sicherung ihre Zeilen der Tabelle"
                        + " audit_subject_key zurückkommen. Wen eine frühere Version gelöscht hat, der gehört mit Zeit und"
                        + " Kennung in " + erasures.file() + ", und danach startet die Plattform neu",
                "Keys of persons are destroyed in the database, and nothing proves that the platform did it: "
                        + named.english()
                        + ". What the trail says of them is unreadable until their rows of the table audit_subject_key come"
                        + " back from a backup. Whom an earlier version erased belongs into " + erasures.file()
                        + ", with time and id; then start the platform anew");
    }
}
