package de.kreiswerk.core.persistence.database;

import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.persistence.connection.ThreadConnection;
import de.kreiswerk.core.persistence.transaction.TransactionsService;
import de.kreiswerk.core.persistence.unit.Units;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A new database with the tables of a bundle, and transactions on it. Lies in the package of what it opens. A bundle with entities
 * opens them by {@code units} and {@code thread}.
 */
public final class TestDatabase implements AutoCloseable {

    /** The databases that Kreiswerk runs on. */
    public enum Engine {
        H2 {
            @Override
            DatabaseSettings empty() {
                return new DatabaseSettings(
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=10000", "kreiswerk", "");
            }
        },

        POSTGRESQL {
            @Override
            DatabaseSettings empty() {
                String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
                EmbeddedPostgres server = Server.INSTANCE;
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        Statement create = connection.createStatement()) {
                    create.execute("create database " + name);
                } catch (SQLException e) {
                    throw new IllegalStateException("The embedded PostgreSQL made no database", e);
                }
                return new DatabaseSettings(server.getJdbcUrl("postgres", name), "postgres", "");
            }
        };

        abstract DatabaseSettings empty();
    }

    /** One server for all tests of the JVM; it ends with the JVM. */
    private static final class Server {

        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public final Database database;
    public final Units units = new Units();
    public final ThreadConnection thread = new ThreadConnection();
    public final Transactions transactions;

    /** Without the tables of any bundle. */
    public TestDatabase(Engine engine) {
        this.database = new Database(engine.empty(), 16, 10_000);
        this.transactions = new TransactionsService(database, units, thread);
    }

    public TestDatabase(Engine engine, String history, String... migrations) {
        this(engine);
        List<URL> scripts = Arrays.stream(migrations)
                .map(name -> Objects.requireNonNull(TestDatabase.class.getResource(name), name))
                .toList();
        new Migrations(database.pool()).run(scripts, history);
    }

    public long count(String table) {
        return number("select count(*) from " + table);
    }

    public int execute(String sql) {
        return transactions.call(tx -> {
            try (Statement statement = tx.connection().createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
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

    @Override
    public void close() {
        database.close();
    }
}
