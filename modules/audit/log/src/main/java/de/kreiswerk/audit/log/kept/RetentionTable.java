package de.kreiswerk.audit.log.kept;

import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How many records at the beginning were removed, and the lock of all that lets something go or holds it. */
public final class RetentionTable {

    private static final String SELECT = "select minimum from audit_retention where only_row = 1";

    private final Transaction tx;

    /**
     * Reads.
     *
     * @param tx the transaction to read in
     */
    public RetentionTable(Transaction tx) {
        this.tx = tx;
    }

    /**
     * How many records at the beginning were removed.
     *
     * @return their number, so that of the last one
     * @throws SQLException when the database fails
     */
    public long minimum() throws SQLException {
        return read(SELECT);
    }

    /** The same, and nobody else removes, erases, places or lifts before the commit. */
    public long lock() throws SQLException {
        return read(SELECT + " for update");
    }

    private long read(String sql) throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
