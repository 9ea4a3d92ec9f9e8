/** What a component says of itself, read from {@code component.json} or from a bundle's manifest. */
package de.kreiswerk.deployment.archive.feature;
