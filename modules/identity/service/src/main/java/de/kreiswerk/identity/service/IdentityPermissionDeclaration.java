package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.IdentityPermissions;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The permissions of this area, for those who hand them out. Everybody has the one for their own account. */
@Component
public final class IdentityPermissionDeclaration implements PermissionDeclaration {

    @Override
    public Map<String, Text> permissions() {
        return Map.of(
                IdentityPermissions.READ,
                new Text(
                        "Fachbereiche, Konten, Rollen und ihre Vergabe lesen",
                        "Read departments, accounts, roles and who has them"),
                IdentityPermissions.DEPARTMENTS,
                new Text("Fachbereiche anlegen und ändern", "Make and change departments"),
                IdentityPermissions.ACCOUNTS,
                new Text(
                        "Konten anlegen, ändern und sperren, Kennwörter zurücksetzen",
                        "Make, change and lock accounts, reset passwords"),
                IdentityPermissions.GRANTS,
                new Text("Rollen vergeben und entziehen", "Grant and revoke roles"),
                IdentityPermissions.ROLES,
                new Text("Rollen anlegen und ändern", "Make and change roles"),
                IdentityPermissions.SESSIONS,
                new Text("Sehen, wer angemeldet ist, und Sitzungen beenden", "See who is signed in, and end sessions"),
                IdentityPermissions.TOKENS,
                new Text(
                        "API-Schlüssel für Maschinen ausstellen und widerrufen",
                        "Make and revoke API tokens for machines"));
    }
}
