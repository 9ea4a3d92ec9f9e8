package de.kreiswerk.deployment.service.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.api.Switch.PhaseRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of switches, and what nodes are starting, within a transaction. */
public final class SwitchTable {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_DETAILS = 20_000;
    private static final TypeReference<List<StoredPhase>> PHASES = new TypeReference<>() {};
    private static final String SELECT =
            "select id, component, kind, from_archive, from_version, to_archive, to_version,"
                    + " state, phases, began, ended, asked_by, reason_de, reason_en, details from deployment_switch";

    private final Sql sql;

    /** As JSON. */
    record StoredPhase(String phase, long began, Long millis) {}

    /**
     * Opens it.
     *
     * @param tx the transaction
     */
    public SwitchTable(Transaction tx) {
        this.sql = new Sql(tx);
    }

    /** One. */
    public Optional<Switch> find(String id) throws SQLException {
        return Sql.cannotBeThere(id)
                ? Optional.empty()
                : sql.list(SwitchTable::read, SELECT + " where id = ?", id).stream()
                        .findFirst();
    }

    /** The last ones of a component, the newest first. */
    public List<Switch> last(String component, int limit) throws SQLException {
        return sql.list(
                SwitchTable::read,
                SELECT + " where component = ? order by began desc, id fetch first ? rows only",
                component,
                limit);
    }

    /** Those that a node has under way, as it says, and those of nodes that were not seen any more. */
    public List<Switch> left(String node) throws SQLException {
        return sql.list(
                SwitchTable::read,
                SELECT + " where state = 'RUNNING' and (node = ? or node not in"
                        + " (select node from deployment_node where seen > " + NodeTable.GONE + ")) order by began",
                node);
    }

    /** Somebody wants it to be taken back; the first one counts. */
    public void cancel(String id, String by) throws SQLException {
        sql.update(
                "update deployment_switch set cancelled_by = ? where id = ? and state = 'RUNNING' and cancelled_by is null",
                by,
                id);
    }

    /** Whether somebody wants it to be taken back. */
    public boolean isCancelled(String id) throws SQLException {
        return !sql.list(
                        row -> row.getString(1),
                        "select cancelled_by from deployment_switch where id = ? and cancelled_by is not null",
                        id)
                .isEmpty();
    }

    /** A node is there. The database's clock counts: nodes need not agree on the time. */
    public void seen(String node) throws SQLException {
        if (sql.update("update deployment_node set seen = current_timestamp where node = ?", node) == 0) {
            sql.update("insert into deployment_node (node, seen) values (?, current_timestamp)", node);
        }
    }

    /** Adds one that begins; what it is for may be known already, as of one that goes back. */
    public void insert(Switch begun, String node) throws SQLException {
        sql.update(
                "insert into deployment_switch (id, component, kind, from_archive, from_version, to_archive, to_version, state,"
                        + " node, phases, began, asked_by, reason_de, reason_en, details)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                begun.id(),
                begun.component(),
                begun.kind().name(),
                begun.from(),
                begun.fromVersion(),
                begun.to(),
                begun.toVersion(),
                begun.state().name(),
                node,
                "[]",
                begun.began(),
                begun.by(),
                german(begun.reason()),
                english(begun.reason()),
                Sql.cut(String.join("\n", begun.details()), LONGEST_DETAILS));
    }

    /** The phases so far. A version whose start begins changes the tables, whatever becomes of the switch. */
    public void phases(String id, List<PhaseRun> phases) throws SQLException {
        sql.update("update deployment_switch set phases = ? where id = ?", json(phases), id);
        if (!phases.isEmpty() && phases.get(phases.size() - 1).phase() == Switch.Phase.START) {
            sql.update(
                    "update deployment_step set ran = ? where ran is null and exists (select 1 from deployment_switch asked"
                            + " where asked.id = ? and asked.component = deployment_step.component"
                            + " and asked.to_archive = deployment_step.archive)",
                    phases.get(phases.size() - 1).began(),
                    id);
        }
    }

    /** The configurations of before. */
    public void configuration(String id, String configuration) throws SQLException {
        sql.update("update deployment_switch set configuration = ? where id = ?", configuration, id);
    }

    /** The configurations of before. */
    public Optional<String> configuration(String id) throws SQLException {
        return sql
                .list(
                        row -> Optional.ofNullable(row.getString(1)),
                        "select configuration from deployment_switch where id = ?",
                        id)
                .stream()
                .findFirst()
                .flatMap(found -> found);
    }

    /** It ended as it ended; what is to be said of it besides. */
    public void say(String id, Text words) throws SQLException {
        sql.update(
                "update deployment_switch set reason_de = ?, reason_en = ? where id = ?",
                german(words),
                english(words),
                id);
    }

    /** It ended. */
    public void end(String id, Switch.State state, Instant now, Text reason, List<String> details) throws SQLException {
        sql.update(
                "update deployment_switch set state = ?, ended = ?, reason_de = ?, reason_en = ?, details = ?, configuration = null"
                        + " where id = ?",
                state.name(),
                now,
                german(reason),
                english(reason),
                Sql.cut(String.join("\n", details), LONGEST_DETAILS),
                id);
    }

    /**
     * A node begins to start what is to run.
     *
     * @return how often it has begun in a row without getting to the end, this time included
     */
    public int starting(String node, String component, String archive, Instant now) throws SQLException {
        int before = sql
                .list(
                        row -> row.getInt(1),
                        "select attempts from deployment_start where node = ? and component = ? and archive = ?",
                        node,
                        component,
                        archive)
                .stream()
                .findFirst()
                .orElse(0);
        started(node, component);
        sql.update(
                "insert into deployment_start (node, component, archive, began, attempts) values (?, ?, ?, ?, ?)",
                node,
                component,
                archive,
                now,
                before + 1);
        return before + 1;
    }

    /** It has ended, in whichever way. */
    public void started(String node, String component) throws SQLException {
        sql.update("delete from deployment_start where node = ? and component = ?", node, component);
    }

    private static String german(Text reason) {
        return reason == null ? null : Sql.cut(reason.german(), LONGEST_REASON);
    }

    private static String english(Text reason) {
        return reason == null ? null : Sql.cut(reason.english(), LONGEST_REASON);
    }

    private static Switch read(ResultSet row) throws SQLException {
        String german = row.getString("reason_de");
        String details = row.getString("details");
        return new Switch(
                row.getString("id"),
                row.getString("component"),
                Switch.Kind.valueOf(row.getString("kind")),
                row.getString("from_archive"),
                row.getString("from_version"),
                row.getString("to_archive"),
                row.getString("to_version"),
                Switch.State.valueOf(row.getString("state")),
                phases(row.getString("phases")),
                Sql.instant(row, "began"),
                Sql.instant(row, "ended"),
                row.getString("asked_by"),
                german == null ? null : new Text(german, row.getString("reason_en")),
                details == null || details.isEmpty()
                        ? List.of()
                        : details.lines().toList());
    }

    private static List<PhaseRun> phases(String json) throws SQLException {
        try {
            return Json.MAPPER.readValue(json, PHASES).stream()
                    .map(stored -> new PhaseRun(
                            Switch.Phase.valueOf(stored.phase()),
                            Instant.ofEpochMilli(stored.began()),
                            stored.millis()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new SQLException("The phases of a switch cannot be read", e);
        }
    }

    private static String json(List<PhaseRun> phases) throws SQLException {
        try {
            return Json.MAPPER.writeValueAsString(phases.stream()
                    .map(run -> new StoredPhase(run.phase().name(), run.began().toEpochMilli(), run.millis()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new SQLException("The phases of a switch cannot be written", e);
        }
    }
}
