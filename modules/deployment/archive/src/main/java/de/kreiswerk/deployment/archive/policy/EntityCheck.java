package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.entity.Entities;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import java.util.Collection;
import java.util.List;

/**
 * Entities are written and read with the platform's rights: those of a component are mapped to tables that its own scripts make, or
 * somebody looks at it, as at SQL that reaches further.
 */
final class EntityCheck implements Check {

    private static final int SHOWN = 20;

    @Override
    public void check(Case subject, Findings findings) throws BadArchive {
        for (OpenBundle bundle : subject.bundles()) {
            if (bundle.bundle().header("Meta-Persistence").isPresent()) {
                Collection<String> places = Entities.farReaching(
                        bundle.bundle(), bundle.madeTables(), subject.archive().limits(), SHOWN);
                if (!places.isEmpty()) {
                    found(bundle.name(), places, findings);
                }
            }
        }
    }

    private static void found(String bundle, Collection<String> places, Findings findings) {
        findings.add(new Finding(
                "entity.far-reaching",
                Severity.NEEDS_APPROVAL,
                new Text(
                        bundle
                                + " bildet Klassen auf Tabellen ab, die keine seiner SQL-Dateien anlegt, gibt der Datenbank eigenes SQL mit oder erzeugt in Abfragen fremde Objekte.",
                        bundle
                                + " maps classes to tables that none of its SQL files makes, passes on SQL of its own, or makes objects of others in queries."),
                bundle,
                List.copyOf(places)));
    }
}
