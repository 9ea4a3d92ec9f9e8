package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The permissions that there are, as areas and components declare them. */
final class DeclaredPermissions {

    private static final Logger LOG = LoggerFactory.getLogger(DeclaredPermissions.class);

    private DeclaredPermissions() {}

    /** By name. A component that fails to say what it declares declares nothing, and hides nothing that others do. */
    static Map<String, Text> of(List<PermissionDeclaration> declarations) {
        Map<String, Text> all = new TreeMap<>();
        for (PermissionDeclaration declaration : declarations) {
            try {
                declaration
                        .permissions()
                        .forEach((name, text) -> all.put(Objects.requireNonNull(name), Objects.requireNonNull(text)));
            } catch (RuntimeException | LinkageError e) {
                LOG.warn(
                        "{} does not say which permissions there are",
                        declaration.getClass().getName(),
                        e);
            }
        }
        return all;
    }
}
