/** The trail by syslog (RFC 5424) over TLS (RFC 5425). */
package de.kreiswerk.audit.stream.syslog;
