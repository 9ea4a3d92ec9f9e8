package de.kreiswerk.core.api.persistence;

import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Removes rows from tables into which the platform otherwise only inserts. On PostgreSQL with an owner's role (KREISWERK_DB_OWNER_USER)
 * it is the owner who does it: the role that serves people cannot. Each bundle has its own: it reaches the tables that the bundle's
 * manifest names in {@code Kreiswerk-Insert-Only}, and no others.
 */
@ProviderType
public interface InsertOnlyTables {

    /** Keys of one call at most. */
    int MOST_KEYS = 10_000;

    /**
     * Deletes rows in a transaction of its own. What is gone already does not matter.
     *
     * @param table one of the bundle's insert-only tables
     * @param column the column of the keys
     * @param keys which rows, {@link #MOST_KEYS} at most
     * @return how many rows there were
     * @throws IllegalArgumentException when the table is not one of those, the column's name is no plain one, or there are too many keys
     * @throws IllegalStateException within a transaction: it would wait for itself
     * @throws PersistenceFailure when the database refuses
     */
    int delete(String table, String column, Collection<Long> keys);
}
