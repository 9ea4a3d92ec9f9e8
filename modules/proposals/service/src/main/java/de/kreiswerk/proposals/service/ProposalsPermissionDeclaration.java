package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The permissions of this area, for those who hand them out. */
@Component
public final class ProposalsPermissionDeclaration implements PermissionDeclaration {

    @Override
    public Map<String, Text> permissions() {
        return Map.of(
                ProposalsPermissions.READ,
                new Text(
                        "Vorlagen lesen, auch Entwürfe und nichtöffentliche Teile",
                        "Read proposals, drafts and non-public parts included"),
                ProposalsPermissions.IMPORT,
                new Text("Vorlagen und Anlagen aufnehmen und ändern", "Take in and change proposals and attachments"),
                ProposalsPermissions.PUBLISH,
                new Text(
                        "Vorlagen veröffentlichen und zurückziehen; nötig auch, um veröffentlichte zu ändern",
                        "Publish and withdraw proposals; needed also to change published ones"),
                ProposalsPermissions.COUNCIL,
                new Text("Gremien und Sitzungen pflegen", "Keep committees and meetings"));
    }
}
