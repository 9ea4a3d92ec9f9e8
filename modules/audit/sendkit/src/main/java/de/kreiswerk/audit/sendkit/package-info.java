/**
 * Sends over TLS to servers that may be slow, gone or somebody else: nothing waits for ever, and no thread stays. Spoken here and
 * not by {@code java.net.http.HttpClient}, whose thread ends on Java 17 only when the garbage collector finds the client, and whose
 * responses of a slow server cannot be ended at once. Knows nothing but the JDK.
 */
package de.kreiswerk.audit.sendkit;
