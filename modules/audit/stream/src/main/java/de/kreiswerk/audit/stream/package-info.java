/**
 * Brings the trail to those who collect logs. Follows it as any other reader does, so that nobody who writes waits for it, and the
 * trail does not know of it.
 */
package de.kreiswerk.audit.stream;
