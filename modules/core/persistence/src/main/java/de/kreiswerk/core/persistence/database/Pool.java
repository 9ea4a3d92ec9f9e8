package de.kreiswerk.core.persistence.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.kreiswerk.core.persistence.h2.ClosedByFailure;
import de.kreiswerk.core.persistence.h2.H2Source;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections, and what opens them. */
final class Pool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pool.class);
    private static final int LEAST_CONNECTIONS = 2;
    /** Flyway's two, for two components at once, and two for others meanwhile. */
    private static final int OWNER_CONNECTIONS = 6;

    private static final long OWNER_IDLE_MILLIS = 10_000;

    /**
     * As long as H2 waits for a row. Not when somebody has set another time, in the address or on the server. By a statement, not when the
     * connection is made: proxies such as PgBouncer refuse what they do not know then.
     */
    private static final String PATIENCE =
            "select set_config('lock_timeout', '10s', false) where current_setting('lock_timeout') = '0'";

    private static final String KEEP_ALIVE = "tcpKeepAlive";

    private final DataSource source;
    private final HikariDataSource connections;

    private Pool(DataSource source, HikariConfig hikari) {
        this.source = source;
        hikari.setDataSource(source);
        this.connections = new HikariDataSource(hikari);
    }

    static Pool open(DatabaseSettings settings, int connections, long waitMillis) {
        HikariConfig hikari = config("kreiswerk-db", waitMillis);
        // Flyway asks for a second one while it migrates.
        hikari.setMaximumPoolSize(Math.max(LEAST_CONNECTIONS, connections));
        hikari.setMinimumIdle(1);
        if (settings.postgresql()) {
            hikari.setConnectionInitSql(PATIENCE);
            // Else the first who works with the connection and fails would take that back.
            hikari.setIsolateInternalQueries(true);
            return new Pool(postgresql(settings), hikari).withAllCharacters();
        }
        ClosedByFailure failures = new ClosedByFailure();
        hikari.setExceptionOverride(failures);
        Pool pool = new Pool(h2(settings), hikari);
        failures.others(() -> pool.connections.getHikariPoolMXBean().softEvictConnections());
        return pool;
    }

    /** As the owner of the tables, who has work now and then: no connection stays. */
    static Pool openAsOwner(DatabaseSettings settings, long waitMillis) {
        HikariConfig hikari = config("kreiswerk-db-owner", waitMillis);
        hikari.setMaximumPoolSize(OWNER_CONNECTIONS);
        hikari.setMinimumIdle(0);
        hikari.setIdleTimeout(OWNER_IDLE_MILLIS);
        return new Pool(postgresql(settings.asOwner()), hikari);
    }

    private static HikariConfig config(String name, long waitMillis) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName(name);
        hikari.setConnectionTimeout(waitMillis);
        hikari.setAutoCommit(false);
        hikari.setInitializationFailTimeout(waitMillis);
        return hikari;
    }

    private Pool withAllCharacters() {
        try {
            Encoding.require(connections).forEach(each -> each.log(LOG));
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    HikariDataSource connections() {
        return connections;
    }

    @Override
    public void close() {
        connections.close();
        if (source instanceof H2Source h2) {
            h2.close();
        }
    }

    private static DataSource h2(DatabaseSettings settings) {
        return new H2Source(settings.url(), settings.user(), settings.password());
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
        if (!settings.url().contains(KEEP_ALIVE)) {
            // Else nobody notices that the server is gone while they wait for its answer.
            source.setTcpKeepAlive(true);
        }
        return source;
    }
}
