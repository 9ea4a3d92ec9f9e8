/** The trail by webhook: signed JSON over HTTPS. */
package de.kreiswerk.audit.stream.webhook;
