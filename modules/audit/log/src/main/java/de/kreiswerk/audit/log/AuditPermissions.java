package de.kreiswerk.audit.log;

import de.kreiswerk.core.api.audit.Erasures;
import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.text.Text;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The permission to erase persons, for those who hand permissions out. */
@Component
public final class AuditPermissions implements PermissionDeclaration {

    @Override
    public Map<String, Text> permissions() {
        return Map.of(
                Erasures.PERMISSION,
                new Text(
                        "Personen unwiderruflich aus dem Prüfpfad löschen",
                        "Erase persons from the trail, which cannot be taken back"));
    }
}
