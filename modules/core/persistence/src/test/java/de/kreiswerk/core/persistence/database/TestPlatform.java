package de.kreiswerk.core.persistence.database;

import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.persistence.connection.ThreadConnection;
import de.kreiswerk.core.persistence.transaction.TransactionsService;
import de.kreiswerk.core.persistence.unit.Units;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;

/** What a node has of the database: the pool and transactions on it. */
public final class TestPlatform implements AutoCloseable {

    private final DatabaseSettings settings;
    public final Database database;
    public final Units units = new Units();
    public final ThreadConnection thread = new ThreadConnection();
    public final Transactions transactions;

    private TestPlatform(DatabaseSettings settings, int connections, long waitMillis) {
        this.settings = settings;
        this.database = new Database(settings, connections, waitMillis);
        this.transactions = new TransactionsService(database, units, thread);
    }

    public static TestPlatform on(Engine engine) {
        return new TestPlatform(engine.withTables(), 16, 10_000);
    }

    public static TestPlatform on(Engine engine, int connections, long waitMillis) {
        return new TestPlatform(engine.withTables(), connections, waitMillis);
    }

    static TestPlatform on(DatabaseSettings settings) {
        return new TestPlatform(settings, 16, 10_000);
    }

    /** H2 in a file. */
    public static TestPlatform inFile(Path folder) {
        return on(new DatabaseSettings(
                "jdbc:h2:file:" + folder.resolve("kreiswerk").toAbsolutePath(), "kreiswerk", ""));
    }

    /** On PostgreSQL, where the tables belong to another role than the one that works with them. */
    public static TestPlatform withTwoRoles() {
        return on(Engine.twoRoles());
    }

    /** The role that works with the tables. */
    public String role() {
        return settings.user();
    }

    /** The role that the tables belong to. */
    public String ownerRole() {
        return settings.owner().orElseThrow().user();
    }

    /** On PostgreSQL, as who may do everything. */
    public void asAdministrator(String sql) {
        Engine.asAdministrator(settings, sql);
    }

    /** Another node on the same database. */
    public TestPlatform anotherNode() {
        return new TestPlatform(settings, 4, 10_000);
    }

    public int execute(String sql) {
        return transactions.call(tx -> {
            try (Statement statement = tx.connection().createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    public long count(String table) {
        return number("select count(*) from " + table);
    }

    public long number(String sql) {
        return transactions.call(tx -> {
            try (Statement statement = tx.connection().createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    public String text(String sql) {
        return transactions.call(tx -> {
            try (Statement statement = tx.connection().createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
