package de.kreiswerk.core.persistence.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** The databases that Kreiswerk runs on, each handing out empty ones. */
public enum Engine {
    H2 {
        @Override
        DatabaseSettings empty() {
            return new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=10000", "kreiswerk", "");
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

    /** The address of a new, empty database. */
    abstract DatabaseSettings empty();

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
}
