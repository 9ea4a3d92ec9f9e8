package de.kreiswerk.deployment.archive.component;

import de.kreiswerk.core.api.text.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an archive says of itself.
 *
 * @param name the component's lasting name, such as {@code de.lueneburg.ordnung.hundesteuer}
 * @param version of the component
 * @param department whose it is, as the department is known on the platform
 * @param title a few words
 * @param description a sentence or two, may be empty
 * @param bundles in the order in which they are started
 * @param configurations by PID ({@code FACTORY~NAME} for factories), values as Configuration Admin takes them
 * @param requiredCapabilities what the platform must offer besides, each a clause of {@code Require-Capability}
 * @param minimumPlatform the oldest platform that it runs on, {@link ComponentVersion#NONE} when it does not say
 * @param health how it shows that it works
 * @param schemaSteps what it changes in its tables
 * @param keptData what stays when it is removed
 */
public record ComponentDescription(
        String name,
        ComponentVersion version,
        String department,
        Text title,
        Text description,
        List<ComponentBundle> bundles,
        Map<String, Map<String, Object>> configurations,
        List<String> requiredCapabilities,
        ComponentVersion minimumPlatform,
        HealthChecks health,
        List<SchemaStep> schemaSteps,
        KeptData keptData) {

    /** Copies. */
    public ComponentDescription {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        bundles = List.copyOf(bundles);
        configurations = Collections.unmodifiableMap(new LinkedHashMap<>(configurations));
        requiredCapabilities = List.copyOf(requiredCapabilities);
        Objects.requireNonNull(minimumPlatform, "minimumPlatform");
        Objects.requireNonNull(health, "health");
        schemaSteps = List.copyOf(schemaSteps);
        Objects.requireNonNull(keptData, "keptData");
    }
}
