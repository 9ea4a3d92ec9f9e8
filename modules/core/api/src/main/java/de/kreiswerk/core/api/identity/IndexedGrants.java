package de.kreiswerk.core.api.identity;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What somebody may do, made once and asked often: a role in a large department makes thousands of grants, and every request asks
 * whether its caller may do something anywhere. Cannot be changed.
 */
@ProviderType
public interface IndexedGrants extends Set<Grant> {

    /**
     * Whether there is a grant of a permission, wherever it holds.
     *
     * @param permission the permission's name, {@link Grant#ALL} too
     * @return true when one of the grants names it
     */
    boolean anywhere(String permission);
}
