package de.kreiswerk.core.persistence.database;

import de.kreiswerk.core.api.persistence.BundleTables;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What bundles made by their migrations: what it is, and how it goes. */
@Component
public final class BundleTablesService implements BundleTables {

    /** Something depends on what is to go: PostgreSQL, H2. */
    private static final Set<String> IN_USE = Set.of("2BP01", "90107");

    private final Transactions transactions;
    private final OwnerWork owner;

    @Activate
    public BundleTablesService(@Reference Database database, @Reference Transactions transactions) {
        this.transactions = transactions;
        this.owner = new OwnerWork(database, transactions);
    }

    @Override
    public Contents of(Collection<String> bundles) {
        return transactions.call(tx -> {
            Map<MadeThing, String> own = own(tx.connection(), bundles);
            List<Table> tables = new ArrayList<>();
            for (Map.Entry<MadeThing, String> each : tables(own).entrySet()) {
                if (!each.getKey().isHistory()) {
                    tables.add(new Table(each.getKey().name(), rows(tx.connection(), each.getValue())));
                }
            }
            tables.sort(Comparator.comparing(Table::name));
            return new Contents(tables, dependants(tx.connection(), own));
        });
    }

    @Override
    public void drop(Collection<String> bundles) {
        try {
            owner.call(connection -> {
                dropOrRefuse(connection, bundles);
                return null;
            });
        } catch (SQLException e) {
            throw notDropped(e);
        }
    }

    private static void dropOrRefuse(Connection connection, Collection<String> bundles) {
        try {
            drop(connection, bundles);
        } catch (SQLException e) {
            if (IN_USE.contains(e.getSQLState())) {
                throw inUse(
                        "Etwas in der Datenbank, das andere angelegt haben, hängt davon ab.",
                        "Something in the database that others made depends on it.");
            }
            throw notDropped(e);
        }
    }

    private static PersistenceFailure notDropped(SQLException cause) {
        return OwnerWork.failed("The tables of bundles cannot be dropped", cause);
    }

    private static void drop(Connection connection, Collection<String> bundles) throws SQLException {
        Map<MadeThing, String> own = own(connection, bundles);
        List<Dependant> dependants = dependants(connection, own);
        if (!dependants.isEmpty()) {
            Dependant first = dependants.get(0);
            throw inUse(
                    "Die Tabelle " + first.table() + ", die andere angelegt haben, verweist auf die Tabelle "
                            + first.target() + ".",
                    "The table " + first.table() + ", which others made, refers to the table " + first.target() + ".");
        }
        // First: were this cut off behind it, the scripts would run again, and not be taken for done.
        for (MadeThing thing : own.keySet()) {
            if (thing.isHistory()) {
                MigratedScripts.forget(connection, history(thing));
            }
        }
        List<MadeThing> lastFirst = new ArrayList<>(own.keySet());
        Collections.reverse(lastFirst);
        try (Statement statement = connection.createStatement()) {
            for (String sql : ownForeignKeys(connection, own)) {
                statement.execute(sql);
            }
            for (MadeThing.Kind kind : List.of(MadeThing.Kind.VIEW, MadeThing.Kind.TABLE, MadeThing.Kind.SEQUENCE)) {
                for (MadeThing thing : lastFirst) {
                    if (thing.kind() == kind) {
                        statement.execute("drop " + kind + " if exists " + quoted(own.get(thing)));
                    }
                }
            }
        }
        MadeThings made = new MadeThings(connection);
        for (MadeThing thing : made.of(new LinkedHashSet<>(bundles))) {
            if (thing.isHistory()) {
                MigratedScripts.discard(connection, history(thing));
            }
        }
        for (String bundle : bundles) {
            made.forget(bundle);
        }
    }

    private static String history(MadeThing thing) {
        return thing.name().substring(Migrations.HISTORY.length());
    }

    /** What is there of what bundles made, in the order in which it was made, with its name as the database has it. */
    private static Map<MadeThing, String> own(Connection connection, Collection<String> bundles) throws SQLException {
        MadeThings made = new MadeThings(connection);
        Map<MadeThing, String> present = made.present();
        Map<MadeThing, String> own = new LinkedHashMap<>();
        for (MadeThing thing : made.of(new LinkedHashSet<>(bundles))) {
            if (present.containsKey(thing)) {
                own.put(thing, present.get(thing));
            }
        }
        return own;
    }

    private static Map<MadeThing, String> tables(Map<MadeThing, String> own) {
        Map<MadeThing, String> tables = new LinkedHashMap<>(own);
        tables.keySet().removeIf(thing -> thing.kind() != MadeThing.Kind.TABLE);
        return tables;
    }

    private static List<Dependant> dependants(Connection connection, Map<MadeThing, String> own) throws SQLException {
        Map<MadeThing, String> tables = tables(own);
        Set<Dependant> dependants = new LinkedHashSet<>();
        for (Map.Entry<MadeThing, String> each : tables.entrySet()) {
            try (ResultSet row =
                    connection.getMetaData().getExportedKeys(null, connection.getSchema(), each.getValue())) {
                while (row.next()) {
                    String name = row.getString("FKTABLE_NAME");
                    if (!tables.containsValue(name)) {
                        dependants.add(new Dependant(
                                name.toLowerCase(Locale.ROOT), each.getKey().name()));
                    }
                }
            }
        }
        return List.copyOf(dependants);
    }

    /** Tables may refer to each other in a circle. */
    private static Set<String> ownForeignKeys(Connection connection, Map<MadeThing, String> own) throws SQLException {
        Set<String> drops = new LinkedHashSet<>();
        for (String table : tables(own).values()) {
            try (ResultSet row = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
                while (row.next()) {
                    drops.add("alter table " + quoted(table) + " drop constraint " + quoted(row.getString("FK_NAME")));
                }
            }
        }
        return drops;
    }

    private static long rows(Connection connection, String table) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select count(*) from " + quoted(table))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static ProblemException inUse(String german, String english) {
        return new ProblemException(
                Kind.CONFLICT,
                "tables-in-use",
                new Text("Die Tabellen werden noch gebraucht", "The tables are still needed"),
                new Text(german, english));
    }
}
