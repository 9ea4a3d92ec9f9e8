/** Manifests of bundles and the headers in them. */
package de.kreiswerk.deployment.archive.manifest;
