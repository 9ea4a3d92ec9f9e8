package de.kreiswerk.core.api.identity;

import de.kreiswerk.core.api.text.Text;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The permissions of an area. An area registers one such service; roles are sets of the names found there. Those of a component that a
 * department deploys begin with the component's name and a dot, in lower case and with {@code -} for {@code _}; others are not offered
 * for roles when somebody else declares them or they have more than two words.
 */
@ConsumerType
public interface PermissionDeclaration {

    /**
     * The area's permissions.
     *
     * @return name, such as {@code proposals.import}, to a description for administrators
     */
    Map<String, Text> permissions();
}
