package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.settings.Settings;
import de.kreiswerk.core.api.text.Text;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The permission to change settings, for those who hand permissions out. */
@Component
public final class SettingsPermissions implements PermissionDeclaration {

    @Override
    public Map<String, Text> permissions() {
        return Map.of(
                Settings.PERMISSION,
                new Text(
                        "Die Einstellungen der Plattform lesen und ändern", "Read and change the platform's settings"));
    }
}
