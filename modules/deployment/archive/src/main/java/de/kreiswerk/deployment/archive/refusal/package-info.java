/** How an archive is refused. */
package de.kreiswerk.deployment.archive.refusal;
