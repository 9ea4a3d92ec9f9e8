package de.kreiswerk.deployment.service.store;

import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.deployment.archive.component.SchemaStep;
import de.kreiswerk.deployment.archive.component.VersionSpan;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The table of steps of schemas that other versions do not run behind, within a transaction. */
public final class StepTable {

    private final Sql sql;

    /**
     * Opens it.
     *
     * @param tx the transaction
     */
    public StepTable(Transaction tx) {
        this.sql = new Sql(tx);
    }

    /** What a version will do that comes in. The same archive did the same before, when it was here already. */
    public void insert(StoredVersion version, List<SchemaStep> steps) throws SQLException {
        boolean known = !sql.list(
                        row -> row.getInt(1),
                        "select place from deployment_step where component = ? and archive = ?",
                        version.component(),
                        version.archive())
                .isEmpty();
        if (known) {
            return;
        }
        for (int i = 0; i < steps.size(); i++) {
            SchemaStep step = steps.get(i);
            if (!step.breaks().isEmpty()) {
                sql.update(
                        "insert into deployment_step (component, archive, place, version, name, breaks) values (?, ?, ?, ?, ?, ?)",
                        version.component(),
                        version.archive(),
                        i,
                        version.version(),
                        Quoted.of(step.name()),
                        step.breaks().stream().map(VersionSpan::toString).collect(Collectors.joining("\n")));
            }
        }
    }

    /** Those of a component's versions that were started, or were about to be, also of those that are forgotten; the last one first. */
    public List<RanStep> ran(String component) throws SQLException {
        return sql.list(
                StepTable::step,
                "select archive, version, name, breaks from deployment_step where component = ? and ran is not null"
                        + " order by ran desc, archive, place",
                component);
    }

    private static RanStep step(ResultSet row) throws SQLException {
        return new RanStep(
                row.getString("archive"),
                row.getString("version"),
                new SchemaStep(
                        SchemaStep.Kind.CONTRACT,
                        row.getString("name"),
                        row.getString("breaks").lines().map(VersionSpan::parse).toList()));
    }
}
