package de.kreiswerk.core.api.identity;

import de.kreiswerk.core.api.text.Text;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** The permissions of an area. An area registers one such service; roles are sets of the names found there. */
@ConsumerType
public interface PermissionDeclaration {

    /**
     * The area's permissions.
     *
     * @return name, such as {@code proposals.import}, to a description for administrators
     */
    Map<String, Text> permissions();
}
