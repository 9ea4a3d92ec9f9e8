/** What an archive's signature is worth. */
package de.kreiswerk.deployment.archive.signature;
