package de.kreiswerk.runtime.bench.database;

import java.nio.file.Path;

/** Makes databases of one kind. */
public interface Server extends AutoCloseable {

    /**
     * What people call it.
     *
     * @return name and version
     */
    String name();

    /**
     * An empty database.
     *
     * @param data the data directory of the platform that will use it
     * @return the database
     */
    Database fresh(Path data);

    /** Returns when it has put away what was written before, which it else does for minutes beside what is asked next. */
    void settle();

    @Override
    void close();
}
