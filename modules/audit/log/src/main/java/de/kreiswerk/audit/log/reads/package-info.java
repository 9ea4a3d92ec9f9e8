/** Who looked at what is not for everyone. */
package de.kreiswerk.audit.log.reads;
