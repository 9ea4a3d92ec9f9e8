package de.kreiswerk.core.persistence.database;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;

/** The database of the platform's settings as it is found, with all rights: nothing is made or migrated in it. */
public final class BareDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 4;

    private final DatabaseSettings settings;
    private final Pool pool;

    BareDatabase(DatabaseSettings settings, long waitMillis) {
        this.settings = settings;
        this.pool = Pool.open(settings.asOwner(), CONNECTIONS, waitMillis);
    }

    /**
     * Opens it.
     *
     * @throws RuntimeException when it cannot be reached
     */
    public static BareDatabase open(Map<String, String> environment, Path data) {
        return new BareDatabase(
                DatabaseSettings.from(environment, data),
                PoolSettings.from(environment).waitMillis());
    }

    /** Connections to it. */
    public DataSource pool() {
        return pool.connections();
    }

    /** Its address, without what might be secret. */
    public String describe() {
        return settings.publicUrl();
    }

    @Override
    public void close() {
        pool.close();
    }
}
