package de.kreiswerk.runtime.architecture.bad.town.api;

import org.osgi.annotation.versioning.ProviderType;

/** A good contract, in a package without a version. */
@ProviderType
public interface Town {

    String name();
}
