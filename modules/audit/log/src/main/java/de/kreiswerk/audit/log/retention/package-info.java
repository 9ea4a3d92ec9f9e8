/** Letting go: how long records are kept, legal holds, offers to the archive, and the removal. */
package de.kreiswerk.audit.log.retention;
