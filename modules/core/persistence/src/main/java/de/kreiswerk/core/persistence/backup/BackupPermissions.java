package de.kreiswerk.core.persistence.backup;

import de.kreiswerk.core.api.backup.Backups;
import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.text.Text;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The permission to make backups, for those who hand permissions out. */
@Component
public final class BackupPermissions implements PermissionDeclaration {

    @Override
    public Map<String, Text> permissions() {
        return Map.of(
                Backups.PERMISSION,
                new Text(
                        "Sicherungen herunterladen: alles, was in der Datenbank steht",
                        "Download backups: everything that is in the database"));
    }
}
