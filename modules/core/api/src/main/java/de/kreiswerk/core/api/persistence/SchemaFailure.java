package de.kreiswerk.core.api.persistence;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Says why the tables of a bundle could not be made, or its entities cannot be used: there in place of its {@link Schema}, with the
 * same service property, as long as the bundle is.
 */
@ProviderType
public interface SchemaFailure {

    /**
     * What was wrong.
     *
     * @return in the words of the database or of what read the scripts, one line
     */
    String reason();
}
