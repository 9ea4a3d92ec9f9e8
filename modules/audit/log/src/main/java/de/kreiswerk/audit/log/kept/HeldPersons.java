package de.kreiswerk.audit.log.kept;

import de.kreiswerk.audit.api.Hold;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What is held of an object must stay readable: whom its records name is held with it. The index finds those records; it is some behind,
 * and while it is made anew, far behind. What it does not know yet is looked at itself, as long as that is little.
 */
public final class HeldPersons {

    /** Tens of milliseconds: whoever places a hold or removes waits meanwhile. */
    private static final long LOOKED_AT = 10_000;

    private static final String INDEXED = "select 1 from audit_index i join audit_kind k on k.kind = i.kind"
            + " join audit_order o on o.seq = i.seq join audit_record r on r.ticket = o.ticket"
            + " where i.object_id = ? and k.object_type = ?";
    private static final String LISTED = "select 1" + Listed.IN_INDEX;
    private static final String UNINDEXED =
            "select 1 from audit_order o join audit_record r on r.ticket = o.ticket where ";
    private static final String BEHIND = UNINDEXED + "r.object_id = ? and r.object_type = ?";
    private static final String LISTED_BEHIND = UNINDEXED + Listed.IN_RECORD;
    private static final String SPAN = " and o.seq > ? and o.seq <= ?";
    private static final String NAMES = " and r.canonical like ? escape '!'";
    private static final String FIRST = " fetch first 1 rows only";
    private static final String ENDS = "select (select coalesce(max(seq), 0) from audit_index),"
            + " (select coalesce(max(seq), 0) from audit_order)";

    private final Transaction tx;
    private final long indexed;
    private final long last;

    /**
     * Looks how far the index is.
     *
     * @param tx the transaction that erases or holds
     * @throws SQLException when the database fails
     */
    public HeldPersons(Transaction tx) throws SQLException {
        this.tx = tx;
        try (PreparedStatement select = tx.connection().prepareStatement(ENDS);
                ResultSet row = select.executeQuery()) {
            row.next();
            indexed = row.getLong(1);
            last = row.getLong(2);
        }
    }

    /** Whether all records that name somebody could be found. */
    boolean isIndexed() {
        return last - indexed <= LOOKED_AT;
    }

    /** Whether a record of a held object names a person, as far as can be found. */
    boolean areNamed(String subject, Hold hold) throws SQLException {
        String pattern = Mentions.pattern(subject);
        return isFound(hold, NAMES, pattern) || isIndexed() && isBehind(hold, SPAN + NAMES, indexed, last, pattern);
    }

    /**
     * Whether a hold of an object keeps nothing, perhaps because it is mistyped.
     *
     * @param hold the hold
     * @return true when there is no record of the object for sure
     * @throws SQLException when the database fails
     */
    public boolean isInVain(Hold hold) throws SQLException {
        return isIndexed() && !isFound(hold, "") && !isBehind(hold, SPAN, indexed, last);
    }

    /** Its own records, and those of reads that list it. */
    private boolean isFound(Hold hold, String and, Object... more) throws SQLException {
        return isThere(INDEXED + and, new Object[] {hold.objectId(), hold.objectType()}, more)
                || isThere(LISTED + and, Listed.inIndex(hold), more);
    }

    private boolean isBehind(Hold hold, String and, Object... more) throws SQLException {
        return isThere(BEHIND + and, new Object[] {hold.objectId(), hold.objectType()}, more)
                || isThere(LISTED_BEHIND + and, Listed.inRecord(hold), more);
    }

    private boolean isThere(String sql, Object[] object, Object... more) throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(sql + FIRST)) {
            int parameter = 0;
            for (Object value : object) {
                select.setObject(++parameter, value);
            }
            for (Object value : more) {
                select.setObject(++parameter, value);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
