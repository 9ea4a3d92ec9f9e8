package de.kreiswerk.core.persistence.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The databases that Kreiswerk runs on, each handing out new ones. */
public enum Engine {
    H2 {
        @Override
        DatabaseSettings empty() {
            return new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=10000", "kreiswerk", "");
        }

        @Override
        DatabaseSettings withTables() {
            return empty();
        }
    },

    POSTGRESQL {
        @Override
        DatabaseSettings empty() {
            return copyOf("template1");
        }

        @Override
        DatabaseSettings withTables() {
            return copyOf(Filled.NAME);
        }
    };

    /** The address of a new, empty database. */
    abstract DatabaseSettings empty();

    /** The address of a new one. Where that takes less time, the platform's own tables are there already. */
    abstract DatabaseSettings withTables();

    /** A new, empty database on PostgreSQL that was made with these words. */
    static DatabaseSettings made(String how) {
        return created("made_" + UUID.randomUUID().toString().replace('-', '_'), "template0 " + how);
    }

    private static DatabaseSettings copyOf(String template) {
        return created("test_" + UUID.randomUUID().toString().replace('-', '_'), template);
    }

    private static DatabaseSettings created(String name, String template) {
        try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                Statement create = connection.createStatement()) {
            create.execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL made no database", e);
        }
        return new DatabaseSettings(Server.INSTANCE.getJdbcUrl("postgres", name), "postgres", "");
    }

    /** A new database on PostgreSQL that belongs to a role of its own, with the platform's own tables, and another role that works with it. */
    static DatabaseSettings twoRoles() {
        return ofTwoRoles("roles_" + UUID.randomUUID().toString().replace('-', '_'), TwoRoles.NAME);
    }

    /** The same without tables. */
    static DatabaseSettings twoRolesEmpty() {
        return ofTwoRoles("roles_" + UUID.randomUUID().toString().replace('-', '_'), TwoRoles.EMPTY);
    }

    private static DatabaseSettings ofTwoRoles(String name, String template) {
        execute("postgres", "create database " + name + " template " + template + " owner " + TwoRoles.OWNER);
        return new DatabaseSettings(
                Server.INSTANCE.getJdbcUrl("postgres", name),
                TwoRoles.RUN,
                "run",
                Optional.of(new DatabaseSettings.Owner(TwoRoles.OWNER, "owner")));
    }

    /** As who may do everything in a database of PostgreSQL. */
    public static void asAdministrator(DatabaseSettings settings, String sql) {
        execute(settings.publicUrl().replaceFirst(".*/", ""), sql);
    }

    private static void execute(String database, String sql) {
        try (Connection connection =
                        Server.INSTANCE.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Made once, and copied: migrations take longer. */
    private static final class Filled {

        static final String NAME = made("filled");

        private static String made(String name) {
            new Database(created(name, "template1"), 4, 10_000).close();
            return name;
        }
    }

    /** Made once, and copied, as the other ones. The roles are those of all. */
    private static final class TwoRoles {

        static final String OWNER = "tables_owner";
        static final String RUN = "tables_run";
        static final String EMPTY = made();
        static final String NAME = filled();

        private static String made() {
            execute("postgres", "create role " + OWNER + " login password 'owner'");
            execute("postgres", "create role " + RUN + " login password 'run'");
            execute("postgres", "create database roles_empty owner " + OWNER);
            execute("roles_empty", "alter schema public owner to " + OWNER);
            return "roles_empty";
        }

        private static String filled() {
            new Database(ofTwoRoles("roles_filled", EMPTY), 4, 10_000).close();
            return "roles_filled";
        }
    }

    /** One server for all tests of the JVM; it ends with the JVM. */
    private static final class Server {

        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setLocaleConfig("encoding", "UTF8")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
