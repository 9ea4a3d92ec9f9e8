package de.kreiswerk.core.api.health;

import org.osgi.annotation.versioning.ProviderType;

/** How the bundles of a platform learn that it is ready, which its operator is told in a line. */
@ProviderType
public interface Readiness {

    /**
     * Id of a service {@code org.osgi.service.condition.Condition} (OSGi Core R8, chapter 60: {@code osgi.condition.id}). It comes when all
     * that belongs to the platform has come in and every check with the tag {@code ready} has answered OK or with a warning, and stays
     * whatever they say later.
     */
    String CONDITION = "kreiswerk.ready";
}
