package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.importer.words.TickBox;
import java.util.regex.Pattern;

/** A cell of a table in which something is ticked. */
final class Cross {

    private static final Pattern TICKED = Pattern.compile("(?iu)[\\[(]? ?[x×" + TickBox.MARKS + "] ?[\\])]?|ja|j");
    private static final Pattern EMPTY = Pattern.compile("(?iu)[\\[(] ?[\\])]|[" + TickBox.BOXES + "–—-]|nein");

    private Cross() {}

    /** Whether the cell says yes. */
    static boolean isTicked(String cell) {
        return TICKED.matcher(cell).matches();
    }

    /** Whether the cell says no. */
    static boolean isEmpty(String cell) {
        return EMPTY.matcher(cell).matches();
    }
}
