package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import de.kreiswerk.deployment.archive.sql.Scripts;
import de.kreiswerk.deployment.archive.sql.Scripts.Script;
import de.kreiswerk.deployment.archive.zip.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A component's SQL runs on the platform's one database, and with the platform's rights: what does more than make, alter, fill and
 * read tables of its own, somebody looks at.
 */
final class MigrationCheck implements Check {

    private static final int SHOWN = 20;

    @Override
    public void check(Case subject, Findings findings) {
        for (OpenBundle bundle : subject.bundles()) {
            List<Entry> scripts = bundle.scripts();
            if (!scripts.isEmpty()) {
                found(bundle.name(), scripts.size(), farReaching(scripts), findings);
            }
        }
    }

    private static Set<String> farReaching(List<Entry> scripts) {
        Map<String, List<Entry>> folders = new TreeMap<>();
        for (Entry each : scripts) {
            folders.computeIfAbsent(folder(each), folder -> new ArrayList<>()).add(each);
        }
        Set<String> places = new LinkedHashSet<>();
        folders.forEach((folder, inside) -> Scripts.farReaching(
                inside.stream()
                        .map(each -> new Script(
                                each.name().substring(folder.length()),
                                () -> new String(each.bytes(), StandardCharsets.UTF_8)))
                        .toList(),
                (name, what) -> {
                    if (places.size() < SHOWN) {
                        places.add(Quoted.of(folder + name) + ": " + Quoted.of(what));
                    }
                }));
        return places;
    }

    private static String folder(Entry script) {
        return script.name().substring(0, script.name().lastIndexOf('/') + 1);
    }

    private static void found(String bundle, int scripts, Collection<String> places, Findings findings) {
        boolean adds = places.isEmpty();
        findings.add(new Finding(
                adds ? "migration.adds" : "migration.far-reaching",
                adds ? Severity.NOTE : Severity.NEEDS_APPROVAL,
                new Text(
                        bundle + " ändert die Tabellen der Datenbank ("
                                + scripts + " SQL-Dateien, "
                                + (adds
                                        ? "die nur eigene anlegen, ändern und füllen)."
                                        : "darin weitreichende Anweisungen)."),
                        bundle + " changes the tables of the database ("
                                + scripts + " SQL files, "
                                + (adds
                                        ? "which only make, alter and fill its own)."
                                        : "with far-reaching statements in them).")),
                bundle,
                List.copyOf(places)));
    }
}
