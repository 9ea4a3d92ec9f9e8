package de.kreiswerk.core.mail.outbox;

import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.text.Text;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The permission to look after the outbox, for those who hand permissions out. */
@Component
public final class MailPermission implements PermissionDeclaration {

    /** Sees what is sent and what becomes of it, tries again, cancels, sends a test. */
    public static final String NAME = "platform.mail";

    @Override
    public Map<String, Text> permissions() {
        return Map.of(
                NAME,
                new Text(
                        "Den Postausgang sehen, E-Mails noch einmal senden und abbrechen, Testnachrichten schicken",
                        "See the outbox, send e-mail again and cancel it, send test messages"));
    }
}
