package de.kreiswerk.core.persistence.database;

import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.persistence.connection.ThreadConnection;
import de.kreiswerk.core.persistence.transaction.TransactionsService;
import de.kreiswerk.core.persistence.unit.EntityBundle;
import de.kreiswerk.core.persistence.unit.Units;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A new database with the tables and entities of this module. Lies in the package of what it opens. */
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

    private final Database database;
    private final AutoCloseable entities;
    public final Transactions transactions;

    public TestDatabase(Engine engine) {
        this.database = new Database(engine.empty(), 16, 10_000);
        Units units = new Units();
        ThreadConnection thread = new ThreadConnection();
        this.entities = EntityBundle.open(database, units, thread);
        this.transactions = new TransactionsService(database, units, thread);
    }

    public long count(String table) {
        return transactions.call(tx -> {
            try (Statement statement = tx.connection().createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                return row.getLong(1);
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
        try {
            entities.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        database.close();
    }
}
