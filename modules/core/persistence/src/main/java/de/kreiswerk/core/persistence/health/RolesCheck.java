package de.kreiswerk.core.persistence.health;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.persistence.database.Database;
import de.kreiswerk.core.persistence.database.SchemaScripts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether a role that owns the tables protects what is there for good, when there is one: the database may have been set up otherwise. */
@Component(
        property = {
            HealthCheck.NAME + "=database-roles",
            HealthCheck.TAGS + "=console",
            "kreiswerk.title=Rollen in der Datenbank"
        })
public final class RolesCheck implements HealthCheck {

    private final Database database;
    private final Supplier<Set<String>> insertOnly;

    /**
     * Checks.
     *
     * @param context knows the bundles that have insert-only tables
     * @param database where they are
     */
    @Activate
    public RolesCheck(BundleContext context, @Reference Database database) {
        this(database, () -> insertOnly(context));
    }

    RolesCheck(Database database, Supplier<Set<String>> insertOnly) {
        this.database = database;
        this.insertOnly = insertOnly;
    }

    private static Set<String> insertOnly(BundleContext context) {
        Set<String> tables = new TreeSet<>();
        Arrays.stream(context.getBundles())
                .forEach(bundle -> SchemaScripts.of(bundle).ifPresent(scripts -> tables.addAll(scripts.insertOnly())));
        return tables;
    }

    @Override
    public Result execute() {
        if (!database.hasOwner()) {
            return Findings.ok(
                    "Die Tabellen haben keinen eigenen Eigentümer: Was die Plattform schreiben darf, darf sie auch"
                            + " ändern, auch den Prüfpfad",
                    "The tables have no owner of their own: what the platform may write it may change, the trail too");
        }
        try (Connection connection = database.connect()) {
            try {
                return execute(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            return Findings.warning(
                    "Die Rechte in der Datenbank sind nicht lesbar: " + e.getMessage(),
                    "The rights in the database cannot be read: " + e.getMessage());
        }
    }

    private Result execute(Connection connection) throws SQLException {
        List<String> open = open(connection);
        if (!open.isEmpty()) {
            return Findings.critical(
                    "Die Rolle, als die die Plattform läuft, darf ändern oder löschen, was für immer da ist: "
                            + String.join(", ", open)
                            + ". Ein Neustart nimmt erteilte Rechte zurück; die Rolle darf weder Eigentümerin der"
                            + " Tabellen und der Funktionen ihrer Trigger noch Mitglied von deren Eigentümer noch Superuser sein",
                    "The role that the platform runs as may change or delete what is there for good: "
                            + String.join(", ", open)
                            + ". A restart takes rights away that were granted; it must neither own the tables and the"
                            + " functions of their triggers nor be a"
                            + " member of their owner, nor a superuser");
        }
        if (mayCreate(connection)) {
            return Findings.warning(
                    "Die Rolle, als die die Plattform läuft, darf im Schema des Eigentümers etwas anlegen:"
                            + " Nehmen Sie ihr und public das Recht create an dem Schema",
                    "The role that the platform runs as may create things in the owner's schema:"
                            + " revoke create on the schema from it and from public");
        }
        return Findings.ok(
                "Die Tabellen gehören einer anderen Rolle als der, als die die Plattform läuft",
                "The tables belong to another role than the one that the platform runs as");
    }

    /** Tables, also those that a trigger guards whose function the role could replace. */
    private List<String> open(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select c.relname from pg_class c
                join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
                where c.relname = any (?) and (pg_has_role(c.relowner, 'MEMBER')
                    or has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
                    or has_any_column_privilege(c.oid, 'UPDATE'))
                union
                select c.relname from pg_class c
                join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
                join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal
                join pg_proc f on f.oid = t.tgfoid and pg_has_role(f.proowner, 'MEMBER')
                order by relname""")) {
            select.setArray(1, connection.createArrayOf("text", insertOnly.get().toArray()));
            try (ResultSet row = select.executeQuery()) {
                List<String> open = new ArrayList<>();
                while (row.next()) {
                    open.add(row.getString(1));
                }
                return open;
            }
        }
    }

    private static boolean mayCreate(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select has_schema_privilege(current_schema(), 'CREATE')");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
