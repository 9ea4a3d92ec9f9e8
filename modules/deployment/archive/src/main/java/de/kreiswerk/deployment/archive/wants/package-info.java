/** What the classes of a component want, found in their bytecode. */
package de.kreiswerk.deployment.archive.wants;
