/** Letting go: how long records are kept, who says what goes, and the removal. */
package de.kreiswerk.audit.log.retention;
