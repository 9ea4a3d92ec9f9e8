package de.kreiswerk.core.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pool of connections, with the platform's own tables in place. On PostgreSQL the tables may belong to a role of their own: then
 * that one makes and changes them, over connections of its own. Service within this bundle only; see {@link Opening}.
 */
public final class Database {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final DatabaseSettings settings;
    private final Pool pool;
    private final Optional<Pool> owner;
    private final Optional<Grants> grants;

    Database(DatabaseSettings settings, PoolSettings pool) {
        this(settings, pool.connections(), pool.waitMillis());
    }

    Database(DatabaseSettings settings, int connections, long waitMillis) {
        this.settings = settings;
        this.pool = Pool.open(settings, connections, waitMillis);
        Optional<Pool> opened = Optional.empty();
        try {
            opened = settings.owner().map(role -> Pool.openAsOwner(settings, waitMillis));
            this.owner = opened;
            this.grants = opened.map(
                    own -> new Grants(own.connections(), Roles.require(pool.connections(), own.connections())));
            RestoreMarker.refuseIfThere(owner());
            SchemaScripts core = SchemaScripts.ofThisBundle();
            new Migrations(owner()).run(core.scripts(), core.history());
            grants.ifPresent(each -> each.give(core, core.history()));
        } catch (RuntimeException e) {
            opened.ifPresent(Pool::close);
            pool.close();
            throw e;
        }
        LOG.info(
                "Database {}{}",
                settings.publicUrl(),
                settings.owner().map(role -> ", tables of " + role.user()).orElse(""));
    }

    void close() {
        owner.ifPresent(Pool::close);
        pool.close();
    }

    public DataSource pool() {
        return pool.connections();
    }

    public Connection connect() throws SQLException {
        return pool.connections().getConnection();
    }

    /** For whoever makes or drops tables, or takes rows out that are there for good. Often the same as {@link #pool()}. */
    public DataSource owner() {
        return owner.orElse(pool).connections();
    }

    /** Whether that is somebody else. */
    public boolean hasOwner() {
        return owner.isPresent();
    }

    /** Brings the tables of a bundle up to date, and what the platform may do with them. When somebody else is at them, it is to be tried again. */
    public void migrate(SchemaScripts scripts, String bundle) {
        new Migrations(owner()).run(scripts, bundle);
        grants.ifPresent(each -> each.giveSoon(scripts, bundle));
    }

    /** Whether nothing is to be made any more, so that {@link #migrate} waits for nobody. */
    public boolean hasTables(SchemaScripts scripts, String bundle) {
        return new Migrations(owner()).haveRun(scripts, bundle);
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
