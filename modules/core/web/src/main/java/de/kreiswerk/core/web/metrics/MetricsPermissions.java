package de.kreiswerk.core.web.metrics;

import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.text.Text;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The permission to read metrics, for those who hand permissions out. */
@Component
public final class MetricsPermissions implements PermissionDeclaration {

    static final String METRICS = "platform.metrics";

    @Override
    public Map<String, Text> permissions() {
        return Map.of(METRICS, new Text("Kennzahlen der Plattform lesen", "Read the platform's metrics"));
    }
}
