package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.component.ComponentVersion;

/**
 * What of the component is active.
 *
 * @param version its version
 * @param sha256 its archive
 */
public record ActiveVersion(ComponentVersion version, String sha256) {}
