package de.kreiswerk.core.persistence.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.ObjectClassDefinition;

/**
 * What a component says that can be set.
 *
 * @param pid the PID; of several of one kind, that of their factory, or of one of them
 * @param own whether the component is the platform's
 * @param title what it is about
 * @param description more about it, never null
 * @param permission what it takes to change them beside the permission for settings, empty for nothing more
 * @param attributes the single settings in the component's order
 */
record Definition(
        String pid, boolean own, String title, String description, String permission, List<Attribute> attributes) {

    private static final String OURS = "de.kreiswerk.";

    /** A bundle's header: who sets what it says could get at what only this permission gives. */
    private static final String PERMISSION = "Kreiswerk-Settings-Permission";

    static Definition of(String pid, Bundle bundle, ObjectClassDefinition definition) {
        List<Attribute> attributes = new ArrayList<>();
        for (AttributeDefinition each : definition.getAttributeDefinitions(ObjectClassDefinition.ALL)) {
            attributes.add(new Attribute(each));
        }
        String name = definition.getName();
        String description = definition.getDescription();
        String permission = bundle.getHeaders("").get(PERMISSION);
        return new Definition(
                pid,
                bundle.getSymbolicName().startsWith(OURS),
                name == null || name.isBlank() ? pid : name,
                description == null ? "" : description,
                permission == null ? "" : permission.strip(),
                List.copyOf(attributes));
    }

    /** The same for a configuration of the factory that this is of. */
    Definition named(String name) {
        return new Definition(Pids.of(pid, name), own, title, description, permission, attributes);
    }

    Optional<Attribute> attribute(String key) {
        return attributes.stream()
                .filter(attribute -> attribute.key().equals(key))
                .findFirst();
    }
}
