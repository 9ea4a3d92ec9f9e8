/** Reads bundles. */
package de.kreiswerk.deployment.archive.bundle;
