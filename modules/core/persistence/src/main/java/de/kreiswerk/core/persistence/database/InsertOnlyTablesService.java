package de.kreiswerk.core.persistence.database;

import de.kreiswerk.core.api.persistence.InsertOnlyTables;
import de.kreiswerk.core.api.persistence.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Takes rows out of the tables of the bundle that uses it. */
@Component(scope = ServiceScope.BUNDLE)
public final class InsertOnlyTablesService implements InsertOnlyTables {

    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final String bundle;
    private final Optional<SchemaScripts> scripts;
    private final Transactions transactions;
    private final OwnerWork work;

    /**
     * Reaches the tables of one bundle.
     *
     * @param context knows which
     * @param database where they are
     * @param transactions where nobody else owns them
     */
    @Activate
    public InsertOnlyTablesService(
            ComponentContext context, @Reference Database database, @Reference Transactions transactions) {
        this(context.getUsingBundle(), database, transactions);
    }

    InsertOnlyTablesService(Bundle bundle, Database database, Transactions transactions) {
        this.bundle = bundle.getSymbolicName();
        this.scripts = SchemaScripts.of(bundle);
        this.transactions = transactions;
        this.work = new OwnerWork(database, transactions);
    }

    @Override
    public int delete(String table, String column, Collection<Long> keys) {
        if (!scripts.map(SchemaScripts::insertOnly).orElse(Set.of()).contains(table) || !isPlain(table)) {
            throw new IllegalArgumentException(table + " is no insert-only table of " + bundle);
        }
        if (!isPlain(column)) {
            throw new IllegalArgumentException(column + " is no plain name of a column");
        }
        if (keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException("More than " + MOST_KEYS + " keys: " + keys.size());
        }
        if (transactions.current().isPresent()) {
            throw new IllegalStateException("Rows of " + table + " are deleted in a transaction of their own");
        }
        Set<Long> sorted = new TreeSet<>(keys);
        if (sorted.isEmpty()) {
            return 0;
        }
        scripts.ifPresent(SchemaScripts::requireOwnInsertOnly);
        try {
            return work.call(connection -> {
                requireOwn(connection, table);
                return delete(connection, table, column, sorted);
            });
        } catch (SQLException e) {
            throw OwnerWork.failed("Rows of " + table + " cannot be deleted", e);
        }
    }

    private static boolean isPlain(String name) {
        return name != null && PLAIN.matcher(name).matches();
    }

    /** A script may name what another bundle made before. Tables of times when nobody noted that are in no list. */
    private void requireOwn(Connection connection, String table) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from core_made where kind = ? and name = ? and bundle <> ?")) {
            select.setString(1, MadeThing.Kind.TABLE.name());
            select.setString(2, table);
            select.setString(3, bundle);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    throw new IllegalArgumentException(table + " was made by another bundle than " + bundle);
                }
            }
        }
    }

    /** Always in the same order, so that two who delete the same do not wait for each other. */
    private static int delete(Connection connection, String table, String column, Set<Long> keys) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from " + table + " where " + column + " = ?")) {
            for (long key : keys) {
                delete.setLong(1, key);
                delete.addBatch();
            }
            return IntStream.of(delete.executeBatch()).sum();
        }
    }
}
