package de.kreiswerk.audit.log.kept;

import de.kreiswerk.audit.api.Hold;
import java.util.Locale;

/**
 * Records of reads that list many objects: a program that reads hundreds gets one for all of them. It is as much about each as a record of
 * its own would be. Which objects they list is in no index of its own, because each costs all who write; but they are found as such, and
 * there are few.
 */
public final class Listed {

    /** The id of the object of such a record. */
    public static final String SEVERAL = "several";

    /** The detail with the ids, and spaces in between. */
    public static final String OBJECTS = "objects";

    /** Whether a record lists what is held; takes {@link #inRecord}. Nothing else in the canonical text stands between spaces. */
    public static final String IN_RECORD = "r.object_id = '" + SEVERAL + "' and r.object_type = ?"
            + " and replace(replace(r.canonical, '\"" + OBJECTS + "\":\"', ' '), '\"}', ' ') like ? escape '!'";

    /** Those that can be found, each as i, o and r; takes {@link #inIndex}. Only where its words fit is the record looked at. */
    public static final String IN_INDEX = " from audit_index i join audit_order o on o.seq = i.seq"
            + " join audit_record r on r.ticket = o.ticket where i.object_id = '" + SEVERAL + "'"
            + " and i.words like ? escape '!' and " + IN_RECORD;

    private Listed() {}

    /** What {@link #IN_RECORD} takes. */
    public static Object[] inRecord(Hold hold) {
        return new Object[] {hold.objectType(), pattern(hold)};
    }

    /** What {@link #IN_INDEX} takes. */
    public static Object[] inIndex(Hold hold) {
        String words = Like.containing(hold.objectId().toLowerCase(Locale.ROOT));
        return new Object[] {words, hold.objectType(), pattern(hold)};
    }

    private static String pattern(Hold hold) {
        return Like.containing(' ' + hold.objectId() + ' ');
    }
}
