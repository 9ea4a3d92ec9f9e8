/** Makes archives: for the command line, not for the platform. */
package de.kreiswerk.deployment.archive.pack;
