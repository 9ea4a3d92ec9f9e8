package de.kreiswerk.deployment.service.store;

import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.SQLException;

/** What is compared with all others must not change meanwhile: who changes it comes one after the other, within a transaction. */
public final class Locks {

    /** What departments may deploy. */
    public static final String GRANTS = "grants";

    /** Who may sign. */
    public static final String SIGNERS = "signers";

    private final Sql sql;

    /**
     * Takes them.
     *
     * @param tx the transaction
     */
    public Locks(Transaction tx) {
        this.sql = new Sql(tx);
    }

    /** Until the transaction ends. */
    public void hold(String name) throws SQLException {
        sql.list(row -> row.getString(1), "select name from deployment_lock where name = ? for update", name);
    }
}
