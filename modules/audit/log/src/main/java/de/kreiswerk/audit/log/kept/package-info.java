/** What must stay and what may go: holds, offers to the archive, and how many records went. */
package de.kreiswerk.audit.log.kept;
