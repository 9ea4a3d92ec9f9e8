package de.kreiswerk.runtime.bench.database;

import de.kreiswerk.runtime.bench.platform.ServerProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** A PostgreSQL of the run's own, as durable as an installed one. */
public final class Postgres implements Server {

    private static final String USER = "kreiswerk";
    private static final String PASSWORD = "for one run";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final EmbeddedPostgres server;
    private int databases;

    /** Starts the server. */
    public Postgres() {
        try {
            // The embedded server is meant for tests and gives durability up; here that is what is measured.
            this.server = EmbeddedPostgres.builder()
                    .setLocaleConfig("encoding", "UTF8")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mustBe("fsync", "on");
        mustBe("synchronous_commit", "on");
        execute("create role " + USER + " login password '" + PASSWORD + "'");
    }

    private void mustBe(String setting, String wanted) {
        String actual = show(setting);
        if (!actual.equals(wanted)) {
            throw new IllegalStateException("PostgreSQL runs with " + setting + "=" + actual + ": not durable");
        }
    }

    @Override
    public String name() {
        return "PostgreSQL " + show("server_version").split(" ")[0];
    }

    @Override
    public Database fresh(Path data) {
        String name = "bench" + ++databases;
        execute("create database " + name + " owner " + USER);
        String url = "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
        return new Database(
                url,
                USER,
                PASSWORD,
                Map.of("KREISWERK_DB_URL", url, "KREISWERK_DB_USER", USER, "KREISWERK_DB_PASSWORD", PASSWORD));
    }

    @Override
    public void settle() {
        execute("checkpoint");
        long begun = System.nanoTime();
        while (!one("select count(*) from pg_stat_activity where backend_type = 'autovacuum worker'")
                .equals("0")) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("PostgreSQL still vacuums after " + PATIENCE);
            }
            ServerProcess.pause(500);
        }
    }

    private String show(String setting) {
        return one("show " + setting);
    }

    private String one(String query) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
