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
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A new database with the tables of a bundle, and transactions on it. Lies in the package of what it opens. A bundle with entities
 * opens them by {@code units} and {@code thread}.
 */
public final class TestDatabase implements AutoCloseable {

    /** The databases that Kreiswerk runs on. */
    public enum Engine {
        H2 {
            @Override
            DatabaseSettings like(String kind, Consumer<TestDatabase> filled) {
                return new DatabaseSettings(
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=10000", "kreiswerk", "");
            }
        },

        POSTGRESQL {
            @Override
            DatabaseSettings like(String kind, Consumer<TestDatabase> filled) {
                return Server.INSTANCE.copy(Server.INSTANCE.filled(kind, filled));
            }
        };

        /** A new one. Where that takes less time, it is copied from one of the same kind that was filled before. */
        abstract DatabaseSettings like(String kind, Consumer<TestDatabase> filled);
    }

    /** One server for all tests of the JVM; it ends with the JVM. */
    private static final class Server {

        static final Server INSTANCE = new Server();

        private final EmbeddedPostgres postgres;
        private final Map<String, String> filled = new ConcurrentHashMap<>();

        Server() {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("encoding", "UTF8")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The name of a database that nobody is connected to. */
        String filled(String kind, Consumer<TestDatabase> fill) {
            return filled.computeIfAbsent(kind, any -> {
                String name = "filled_" + filled.size();
                try (TestDatabase first = new TestDatabase(create(name, "template1"))) {
                    fill.accept(first);
                }
                return name;
            });
        }

        DatabaseSettings copy(String template) {
            return create("test_" + UUID.randomUUID().toString().replace('-', '_'), template);
        }

        private DatabaseSettings create(String name, String template) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement create = connection.createStatement()) {
                create.execute("create database " + name + " template " + template);
            } catch (SQLException e) {
                throw new IllegalStateException("The embedded PostgreSQL made no database", e);
            }
            return new DatabaseSettings(postgres.getJdbcUrl("postgres", name), "postgres", "");
        }
    }

    public final Database database;
    public final Units units = new Units();
    public final ThreadConnection thread = new ThreadConnection();
    public final Transactions transactions;

    /** Without the tables of any bundle. */
    public TestDatabase(Engine engine) {
        this(engine, "core", core -> {});
    }

    public TestDatabase(Engine engine, String history, String... migrations) {
        this(engine, history + List.of(migrations), first -> first.migrate(history, migrations));
        migrate(history, migrations);
    }

    /**
     * Whatever brings the tables brings them here too, but finds them there where databases are copied.
     *
     * @param kind names what {@code first} does
     * @param first fills the database that others are copied from
     */
    public TestDatabase(Engine engine, String kind, Consumer<TestDatabase> first) {
        this(engine.like(kind, first));
    }

    private TestDatabase(DatabaseSettings settings) {
        this.database = new Database(settings, 16, 10_000);
        this.transactions = new TransactionsService(database, units, thread);
    }

    private void migrate(String history, String... migrations) {
        List<URL> scripts = Arrays.stream(migrations)
                .map(name -> Objects.requireNonNull(TestDatabase.class.getResource(name), name))
                .toList();
        new Migrations(database.pool()).run(scripts, history);
    }

    /** Runs the scripts of a bundle, as the platform does when it starts. */
    public void migrate(String bundle, List<URL> scripts) {
        new Migrations(database.pool()).run(new SchemaScripts(bundle.replace('.', '_'), scripts), bundle);
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
