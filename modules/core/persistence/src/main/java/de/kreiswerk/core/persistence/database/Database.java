package de.kreiswerk.core.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pool of connections, with the platform's own tables in place. Service within this bundle only; see {@link Opening}. */
public final class Database {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final DatabaseSettings settings;
    private final Pool pool;

    Database(DatabaseSettings settings, PoolSettings pool) {
        this(settings, pool.connections(), pool.waitMillis());
    }

    Database(DatabaseSettings settings, int connections, long waitMillis) {
        this.settings = settings;
        this.pool = Pool.open(settings, connections, waitMillis);
        try {
            RestoreMarker.refuseIfThere(pool.connections());
            new Migrations(pool.connections()).run(Migrations.ofThisBundle(), "core");
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
        return pool.connections();
    }

    public Connection connect() throws SQLException {
        return pool.connections().getConnection();
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
}
