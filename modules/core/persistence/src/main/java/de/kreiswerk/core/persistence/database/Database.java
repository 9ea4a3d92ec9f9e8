package de.kreiswerk.core.persistence.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pool of connections, with the platform's own tables in place. Service within this bundle only; see {@link Opening}. */
public final class Database {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final int LEAST_CONNECTIONS = 2;

    private final DatabaseSettings settings;
    private final HikariDataSource pool;

    Database(DatabaseSettings settings, PoolSettings pool) {
        this(settings, pool.connections(), pool.waitMillis());
    }

    Database(DatabaseSettings settings, int connections, long waitMillis) {
        this.settings = settings;
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("kreiswerk-db");
        hikari.setDataSource(settings.postgresql() ? postgresql(settings) : h2(settings));
        // Flyway asks for a second one while it migrates.
        hikari.setMaximumPoolSize(Math.max(LEAST_CONNECTIONS, connections));
        hikari.setMinimumIdle(1);
        hikari.setConnectionTimeout(waitMillis);
        hikari.setAutoCommit(false);
        hikari.setInitializationFailTimeout(waitMillis);
        this.pool = new HikariDataSource(hikari);
        try {
            new Migrations(pool).run(Migrations.ofThisBundle(), "core");
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        LOG.info("Database {}", settings.publicUrl());
    }

    void close() {
        pool.close();
    }

    public DataSource pool() {
        return pool;
    }

    public Connection connect() throws SQLException {
        return pool.getConnection();
    }

    public boolean postgresql() {
        return settings.postgresql();
    }

    /** An embedded H2 file belongs to this process alone, so no other node can be at work on it. */
    public boolean exclusive() {
        return settings.url().startsWith("jdbc:h2:file:") || settings.url().startsWith("jdbc:h2:mem:");
    }

    public String describe() {
        return settings.publicUrl();
    }

    private static DataSource h2(DatabaseSettings settings) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        return source;
    }

    private static DataSource postgresql(DatabaseSettings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(settings.url());
        if (!settings.user().isEmpty()) {
            source.setUser(settings.user());
        }
        if (!settings.password().isEmpty()) {
            source.setPassword(settings.password());
        }
        source.setApplicationName("kreiswerk");
        return source;
    }
}
