package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The permissions of this area, for those who hand them out. */
@Component
public final class DeploymentPermissionDeclaration implements PermissionDeclaration {

    @Override
    public Map<String, Text> permissions() {
        return Map.of(
                DeploymentPermissions.READ,
                new Text("Komponenten eines Fachbereichs sehen", "See the components of a department"),
                DeploymentPermissions.DEPLOY,
                new Text(
                        "Komponenten hochladen, umschalten, zurückschalten und entfernen",
                        "Upload, switch, take back and remove components"),
                DeploymentPermissions.APPROVE,
                new Text(
                        "Freigeben, was über das hinausgeht, was der Fachbereich darf",
                        "Approve what exceeds what the department may"),
                DeploymentPermissions.ADMINISTER,
                new Text(
                        "Unterschriften zulassen und festlegen, was Fachbereiche bereitstellen dürfen",
                        "Admit signers and say what departments may deploy"));
    }
}
