package de.kreiswerk.deployment.service.store;

import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.deployment.api.DeploymentGrant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of what departments may deploy, within a transaction. */
public final class GrantTable {

    private static final String SELECT =
            "select department, namespace, path, wants, imports, revision from deployment_grant";

    private final Sql sql;

    /**
     * Opens it.
     *
     * @param tx the transaction
     */
    public GrantTable(Transaction tx) {
        this.sql = new Sql(tx);
    }

    /** All, by namespace. */
    public List<DeploymentGrant> all() throws SQLException {
        return sql.list(GrantTable::read, SELECT + " order by namespace");
    }

    /** A department's. */
    public Optional<DeploymentGrant> find(String department) throws SQLException {
        return Sql.cannotBeThere(department)
                ? Optional.empty()
                : sql.list(GrantTable::read, SELECT + " where department = ?", department).stream()
                        .findFirst();
    }

    /** Adds one. */
    public void insert(DeploymentGrant grant) throws SQLException {
        sql.update(
                "insert into deployment_grant (department, namespace, path, wants, imports, revision) values (?, ?, ?, ?, ?, ?)",
                grant.department(),
                grant.namespace(),
                grant.path(),
                joined(grant.wants()),
                joined(grant.imports()),
                grant.revision());
    }

    /** Changes one; false when somebody else did in between. */
    public boolean update(DeploymentGrant grant, long expected) throws SQLException {
        return sql.update(
                        "update deployment_grant set namespace = ?, path = ?, wants = ?, imports = ?, revision = ?"
                                + " where department = ? and revision = ?",
                        grant.namespace(),
                        grant.path(),
                        joined(grant.wants()),
                        joined(grant.imports()),
                        grant.revision(),
                        grant.department(),
                        expected)
                == 1;
    }

    private static DeploymentGrant read(ResultSet row) throws SQLException {
        return new DeploymentGrant(
                row.getString("department"),
                row.getString("namespace"),
                row.getString("path"),
                parts(row.getString("wants")),
                parts(row.getString("imports")),
                row.getLong("revision"));
    }

    private static String joined(Collection<String> parts) {
        return String.join(",", new TreeSet<>(parts));
    }

    private static Set<String> parts(String joined) {
        return Arrays.stream(joined.split(",")).filter(part -> !part.isEmpty()).collect(Collectors.toSet());
    }
}
