package de.kreiswerk.runtime.bench.database;

import java.nio.file.Path;
import java.util.Map;

/** The embedded database that the platform takes when it is told of none: a file in its data directory. */
public final class H2 implements Server {

    @Override
    public String name() {
        return "H2 " + org.h2.engine.Constants.VERSION;
    }

    /** The address is the platform's own: with the same settings, above all WRITE_DELAY=0. */
    @Override
    public Database fresh(Path data) {
        String url = "jdbc:h2:file:" + data.resolve("db").resolve("kreiswerk")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=100"
                + ";MAX_LENGTH_INPLACE_LOB=65536";
        return new Database(url, "kreiswerk", "", Map.of());
    }

    @Override
    public void settle() {
        // It does nothing by itself.
    }

    @Override
    public void close() {
        // There is no server.
    }
}
