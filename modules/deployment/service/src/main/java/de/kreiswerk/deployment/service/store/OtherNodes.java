package de.kreiswerk.deployment.service.store;

import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.SQLException;
import java.time.Instant;

/** What other nodes of the platform may be doing, within a transaction. */
public final class OtherNodes {

    private final Sql sql;

    /**
     * Looks.
     *
     * @param tx the transaction
     */
    public OtherNodes(Transaction tx) {
        this.sql = new Sql(tx);
    }

    /**
     * Whether a node may run something of a component. Of one that was seen lately nobody can say that it does not.
     *
     * @param component the component's name
     * @param node the node that asks
     * @param since lately
     */
    public boolean mayRun(String component, String node, Instant since) throws SQLException {
        return !sql.list(
                        row -> row.getString(1),
                        "select node from deployment_node where node <> ? and seen > ?",
                        node,
                        since)
                .isEmpty();
    }
}
