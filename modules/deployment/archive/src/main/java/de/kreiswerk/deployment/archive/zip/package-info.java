/** ZIP files in memory, within limits, read in one way only. */
package de.kreiswerk.deployment.archive.zip;
