/** The page on which holds are placed, and what goes is offered to the archive. */
package de.kreiswerk.audit.web.retention;
