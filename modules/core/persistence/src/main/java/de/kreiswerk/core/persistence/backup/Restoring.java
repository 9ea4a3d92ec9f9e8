package de.kreiswerk.core.persistence.backup;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.database.BareDatabase;
import de.kreiswerk.core.persistence.database.Opening;
import de.kreiswerk.core.persistence.database.SchemaScripts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers the launcher, which shares no class with bundles, to restore a backup: a {@code Callable} with the property
 * {@code kreiswerk.command=restore}. What it returns is true or false, and a sentence in the language of
 * {@code kreiswerk.language}. There only when the platform was started for that, and then nothing else is.
 */
@Component(service = {})
public final class Restoring {

    private static final Logger LOG = LoggerFactory.getLogger(Restoring.class);

    private final BundleContext context;

    /**
     * Offers it.
     *
     * @param context knows the file
     */
    @Activate
    public Restoring(BundleContext context) {
        this.context = context;
        String file = context.getProperty(Opening.RESTORE);
        if (file != null) {
            context.registerService(
                    Callable.class,
                    (Callable<Map.Entry<Boolean, String>>) () -> restore(Path.of(file)),
                    new Hashtable<>(Map.of("kreiswerk.command", "restore")));
        }
    }

    private Map.Entry<Boolean, String> restore(Path file) {
        Locale language = Locale.forLanguageTag(String.valueOf(context.getProperty("kreiswerk.language")));
        try (BackupFile backup = BackupFile.open(file)) {
            Restore restore = new Restore(backup, scripts());
            restore.check();
            try (BareDatabase database =
                    BareDatabase.open(System.getenv(), Path.of(context.getProperty("kreiswerk.data")))) {
                restore.into(database);
                return Map.entry(true, done(backup.manifest(), database).in(language));
            }
        } catch (RestoreRefused e) {
            return Map.entry(false, e.words().in(language));
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.debug("A restore failed", e);
            return Map.entry(false, failed(e).in(language));
        }
    }

    private List<SchemaScripts> scripts() {
        List<SchemaScripts> scripts = new ArrayList<>(List.of(SchemaScripts.ofThisBundle()));
        Arrays.stream(context.getBundles())
                .forEach(bundle -> SchemaScripts.of(bundle).ifPresent(scripts::add));
        return scripts;
    }

    private static Text done(Manifest manifest, BareDatabase database) {
        String what = manifest.tables().size() + " Tabellen, " + manifest.rows() + " Zeilen, Stand " + manifest.moment()
                + ", Kreiswerk " + manifest.platform() + ".";
        String english = manifest.tables().size() + " tables, " + manifest.rows() + " rows, as of " + manifest.moment()
                + ", Kreiswerk " + manifest.platform() + ".";
        return new Text(
                "Wiederhergestellt in " + database.describe() + ": " + what
                        + " Legen Sie vor dem Start den Hauptschlüssel zurück, der zu ihr gehört, und daneben die neueste"
                        + " Liste gelöschter Personen (erasures.list).",
                "Restored into " + database.describe() + ": " + english
                        + " Before the start put the master key back that belongs to it, and beside it the newest list of"
                        + " erased persons (erasures.list).");
    }

    private static Text failed(Exception e) {
        Throwable reason = e;
        while (reason.getCause() != null && reason.getCause() != reason) {
            reason = reason.getCause();
        }
        return e.getSuppressed().length == 0
                ? new Text(
                        "Die Wiederherstellung ist fehlgeschlagen, von ihr ist nichts geblieben: "
                                + reason.getMessage(),
                        "The restore failed, and nothing is left of it: " + reason.getMessage())
                : new Text(
                        "Die Wiederherstellung ist fehlgeschlagen; was davon geblieben ist, räumt die nächste weg: "
                                + reason.getMessage(),
                        "The restore failed; what is left of it will be cleared away by the next one: "
                                + reason.getMessage());
    }
}
