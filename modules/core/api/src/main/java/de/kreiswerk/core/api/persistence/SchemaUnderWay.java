package de.kreiswerk.core.api.persistence;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Says that the scripts of a component's bundle are running, or about to: there with the service property of its {@link Schema}, which follows
 * when they have ended. They are let to their end also when the bundle is stopped meanwhile.
 */
@ProviderType
public interface SchemaUnderWay {}
