package de.kreiswerk.core.persistence.backup;

import de.kreiswerk.core.api.backup.Backups;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsoleFact;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the console when the last backup was made. */
@Component
public final class BackupFact implements ConsoleFact {

    private static final int ORDER = 20;
    private static final long KIBIBYTE = 1024;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(ZoneId.of("Europe/Berlin"));

    private final Backups backups;

    /**
     * Asks.
     *
     * @param backups what was made
     */
    @Activate
    public BackupFact(@Reference Backups backups) {
        this.backups = backups;
    }

    @Override
    public Text label() {
        return new Text("Letzte Sicherung", "Last backup");
    }

    @Override
    public Text value() {
        return backups.last()
                .map(backup -> Text.same(MINUTE.format(backup.moment()) + ", " + size(backup.bytes())))
                .orElse(new Text("keine", "none"));
    }

    private static String size(long bytes) {
        long kibibytes = (bytes + KIBIBYTE - 1) / KIBIBYTE;
        return kibibytes < KIBIBYTE ? kibibytes + " KiB" : kibibytes / KIBIBYTE + " MiB";
    }

    @Override
    public int order() {
        return ORDER;
    }
}
