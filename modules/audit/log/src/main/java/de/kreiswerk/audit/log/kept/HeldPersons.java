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
    private static final String BEHIND = "select 1 from audit_order o join audit_record r on r.ticket = o.ticket"
            + " where r.object_id = ? and r.object_type = ?";
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
        return isThere(INDEXED + NAMES, hold, pattern)
                || isIndexed() && isThere(BEHIND + SPAN + NAMES, hold, indexed, last, pattern);
    }

    /**
     * Whether a hold of an object keeps nothing, perhaps because it is mistyped.
     *
     * @param hold the hold
     * @return true when there is no record of the object for sure
     * @throws SQLException when the database fails
     */
    public boolean isInVain(Hold hold) throws SQLException {
        return isIndexed() && !isThere(INDEXED, hold) && !isThere(BEHIND + SPAN, hold, indexed, last);
    }

    private boolean isThere(String sql, Hold hold, Object... more) throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(sql + FIRST)) {
            select.setString(1, hold.objectId());
            select.setString(2, hold.objectType());
            for (int i = 0; i < more.length; i++) {
                select.setObject(i + 3, more[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
