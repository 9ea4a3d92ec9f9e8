package de.kreiswerk.console.web.shell;

import de.kreiswerk.console.web.view.Permissions;
import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.text.Text;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The permissions of this bundle, for those who hand them out. */
@Component
public final class ConsolePermissions implements PermissionDeclaration {

    @Override
    public Map<String, Text> permissions() {
        return Map.of(
                Permissions.CONSOLE,
                new Text("Die Verwaltungskonsole öffnen", "Open the admin console"),
                Permissions.HEALTH,
                new Text(
                        "Lesen, was die Prüfungen der Plattform im Einzelnen melden",
                        "Read what the platform's health checks say in detail"),
                Permissions.LOG,
                new Text("Das Protokoll der Plattform lesen", "Read the platform's log"));
    }
}
