package de.kreiswerk.audit.stream;

import de.kreiswerk.core.api.text.Text;

/**
 * Who receives the trail.
 *
 * @param name lasting, such as {@code syslog-siem}: by it the position is kept, which takes 60 characters at most
 * @param batch how many records at once, at least 1
 * @param fromTheBeginning whether it gets all records, or those from the moment on in which it was set up
 * @param objection why nothing can be sent, in a sentence; null when something can
 */
public record Receiving(String name, int batch, boolean fromTheBeginning, Text objection) {

    /** How a new receiver's first record is chosen: all there are. */
    public static final String ALL = "all";

    /** How a new receiver's first record is chosen: those from now on. */
    public static final String NOW = "now";

    /** What the column of positions holds. */
    private static final int LONGEST_NAME = 60;

    /** A name that is too long is an objection as well: nothing can be noted under it. */
    public Receiving {
        if (objection == null && name.length() > LONGEST_NAME) {
            objection = new Text(
                    "Der Name ist zu lang: Er darf mit der Art davor " + LONGEST_NAME + " Zeichen haben, nicht "
                            + name.length() + ". Richten Sie den Empfänger unter einem kürzeren ein",
                    "The name is too long: with its kind in front it may have " + LONGEST_NAME + " characters, not "
                            + name.length() + ". Set the receiver up under a shorter one");
        }
    }
}
