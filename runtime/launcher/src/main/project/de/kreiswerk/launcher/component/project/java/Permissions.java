package @PACKAGE@;

import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.text.Text;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/**
 * Die Rechte dieses Dienstes. In der Verwaltungsoberfläche werden sie zu Rollen zusammengestellt. Ihre Namen beginnen mit dem des
 * Dienstes: so öffnet das Recht eines Fachbereichs nichts, was ein anderer genauso nennt.
 */
@Component
public final class Permissions implements PermissionDeclaration {

    static final String READ = "@PERMISSION@.read";

    @Override
    public Map<String, Text> permissions() {
        return Map.of(READ, new Text("@TITLE@: Internes lesen", "@TITLE@: read what is internal"));
    }
}
