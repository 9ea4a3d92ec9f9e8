package de.kreiswerk.core.persistence.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections. */
final class Pool {

    private static final int LEAST_CONNECTIONS = 2;

    private Pool() {}

    static HikariDataSource open(DatabaseSettings settings, int connections, long waitMillis) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("kreiswerk-db");
        hikari.setDataSource(settings.postgresql() ? postgresql(settings) : h2(settings));
        // Flyway asks for a second one while it migrates.
        hikari.setMaximumPoolSize(Math.max(LEAST_CONNECTIONS, connections));
        hikari.setMinimumIdle(1);
        hikari.setConnectionTimeout(waitMillis);
        hikari.setAutoCommit(false);
        hikari.setInitializationFailTimeout(waitMillis);
        return new HikariDataSource(hikari);
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
