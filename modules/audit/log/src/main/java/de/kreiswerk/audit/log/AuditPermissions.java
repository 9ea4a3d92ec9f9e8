package de.kreiswerk.audit.log;

import de.kreiswerk.core.api.audit.Erasures;
import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.text.Text;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The permissions of the trail, for those who hand permissions out. */
@Component
public final class AuditPermissions implements PermissionDeclaration {

    @Override
    public Map<String, Text> permissions() {
        return Map.of(
                de.kreiswerk.audit.api.AuditPermissions.READ,
                new Text("Prüfpfad lesen", "Read the trail"),
                de.kreiswerk.audit.api.AuditPermissions.READ_PERSONS,
                new Text("Im Prüfpfad lesen, wer gehandelt hat", "Read in the trail who did something"),
                de.kreiswerk.audit.api.AuditPermissions.READ_RETENTION,
                new Text(
                        "Fristen, Löschsperren und Angebote des Prüfpfads an das Archiv sehen",
                        "See times, holds and offers of the trail to the archive"),
                de.kreiswerk.audit.api.AuditPermissions.RETENTION,
                new Text(
                        "Löschsperren setzen und fällige Einträge des Prüfpfads dem Archiv anbieten",
                        "Place legal holds, and offer records whose time is over to the archive"),
                de.kreiswerk.audit.api.AuditPermissions.ARCHIVE,
                new Text(
                        "Angebote des Prüfpfads an das Archiv abholen und entscheiden",
                        "Fetch what the trail offers to the archive, and decide"),
                de.kreiswerk.audit.api.AuditPermissions.PERSONS_SEARCH,
                new Text(
                        "Als zweite Person entscheiden, ob jemand alles sehen darf, was eine Person getan hat",
                        "Decide, as the second person, whether somebody may see all that a person did"),
                Erasures.PERMISSION,
                new Text(
                        "Personen unwiderruflich aus dem Prüfpfad löschen",
                        "Erase persons from the trail, which cannot be taken back"));
    }
}
