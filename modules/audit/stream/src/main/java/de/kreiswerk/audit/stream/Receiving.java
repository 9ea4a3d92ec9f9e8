package de.kreiswerk.audit.stream;

import de.kreiswerk.core.api.text.Text;

/**
 * Who receives the trail.
 *
 * @param name lasting, at most 60 characters, such as {@code syslog-siem}: by it the position is kept
 * @param batch how many records at once, at least 1
 * @param fromTheBeginning whether it gets all records, or those from the moment on in which it was set up
 * @param objection why nothing can be sent, in a sentence; null when something can
 */
public record Receiving(String name, int batch, boolean fromTheBeginning, Text objection) {

    /** How a new receiver's first record is chosen: all there are. */
    public static final String ALL = "all";

    /** How a new receiver's first record is chosen: those from now on. */
    public static final String NOW = "now";
}
