package de.kreiswerk.core.persistence.backup;

import de.kreiswerk.core.api.backup.Backups;
import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.text.Text;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Warns people, not supervisors, when there is no recent backup. */
@Component(property = {HealthCheck.NAME + "=backup", HealthCheck.TAGS + "=console", "kreiswerk.title=Sicherung"})
@Designate(ocd = BackupCheck.Config.class)
public final class BackupCheck implements HealthCheck {

    private final Backups backups;
    private final long days;
    private final Clock clock;

    /** When to warn. */
    @ObjectClassDefinition(name = "Sicherungen", description = "Wann die Konsole an die Sicherung erinnert.")
    @interface Config {

        @AttributeDefinition(
                name = "Tage bis zur Erinnerung",
                description = "So alt darf die letzte Sicherung werden; 0, wenn anders gesichert wird.",
                min = "0",
                max = "3650")
        int days() default 7;
    }

    /**
     * Checks.
     *
     * @param backups what was made
     * @param config when to warn
     */
    @Activate
    public BackupCheck(@Reference Backups backups, Config config) {
        this(backups, config.days(), Clock.systemUTC());
    }

    BackupCheck(Backups backups, long days, Clock clock) {
        this.backups = backups;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public Result execute() {
        if (days <= 0) {
            return Findings.ok("Sicherungen werden anderswo gemacht", "Backups are made elsewhere");
        }
        Optional<Backups.Backup> last = backups.last();
        if (last.isEmpty()) {
            return Findings.warning(
                    "Es gibt noch keine Sicherung: kreiswerk backup DATEI",
                    "There is no backup yet: kreiswerk backup FILE");
        }
        long age = Duration.between(last.get().moment(), clock.instant()).toDays();
        Text made = Findings.moment(last.get().moment());
        return age < days
                ? Findings.ok(
                        "Die letzte Sicherung ist vom " + made.german(),
                        "The last backup was made on " + made.english())
                : Findings.warning(
                        "Die letzte Sicherung ist " + (age == 1 ? "1 Tag" : age + " Tage")
                                + " alt: kreiswerk backup DATEI",
                        "The last backup is " + (age == 1 ? "1 day" : age + " days") + " old: kreiswerk backup FILE");
    }
}
