package de.kreiswerk.core.web.pages.texts;

import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.text.Text;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The permissions of this bundle, for those who hand them out. */
@Component
public final class TextPermissions implements PermissionDeclaration {

    static final String TEXTS = "platform.texts";

    @Override
    public Map<String, Text> permissions() {
        return Map.of(
                TEXTS,
                new Text(
                        "Impressum, Datenschutzerklärung und Erklärung zur Barrierefreiheit ändern",
                        "Change legal notice, privacy statement and accessibility statement"));
    }
}
