package de.kreiswerk.deployment.service.store;

import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.text.Text;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The table of what nodes run, within a transaction. */
public final class NodeTable {

    /** A node that was last seen before is gone. */
    static final String GONE = "current_timestamp - interval '60' second";

    private static final int LONGEST_REASON = 2_000;

    private final Sql sql;

    /**
     * Opens it.
     *
     * @param tx the transaction
     */
    public NodeTable(Transaction tx) {
        this.sql = new Sql(tx);
    }

    /**
     * What a node runs of a component.
     *
     * @param node which
     * @param archive what it runs, null for nothing
     * @param reason why it does not run what it is to, null when it does
     * @param seen when the node last said that it is there
     */
    public record Row(String node, String archive, Text reason, Instant seen) {}

    /** Of the nodes that were seen lately, by node. One that has said nothing of the component yet runs none of it. */
    public List<Row> of(String component) throws SQLException {
        return sql.list(
                row -> {
                    String german = row.getString("reason_de");
                    return new Row(
                            row.getString("node"),
                            row.getString("archive"),
                            german == null ? null : new Text(german, row.getString("reason_en")),
                            Sql.instant(row, "seen"));
                },
                "select n.node, r.archive, r.reason_de, r.reason_en, n.seen from deployment_node n"
                        + " left join deployment_node_run r on r.node = n.node and r.component = ?"
                        + " where n.seen > " + GONE + " order by n.node",
                component);
    }

    /** A node has just begun: it runs nothing yet. */
    public void runsNothing(String node) throws SQLException {
        sql.update("delete from deployment_node_run where node = ?", node);
    }

    /** What a node runs of a component from now on; nothing, for no reason, when both are null. */
    public void runs(String node, String component, String archive, Text reason) throws SQLException {
        sql.update("delete from deployment_node_run where node = ? and component = ?", node, component);
        if (archive != null || reason != null) {
            sql.update(
                    "insert into deployment_node_run (node, component, archive, reason_de, reason_en) values (?, ?, ?, ?, ?)",
                    node,
                    component,
                    archive,
                    reason == null ? null : Sql.cut(reason.german(), LONGEST_REASON),
                    reason == null ? null : Sql.cut(reason.english(), LONGEST_REASON));
        }
    }
}
