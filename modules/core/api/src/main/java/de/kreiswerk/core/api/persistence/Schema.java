package de.kreiswerk.core.api.persistence;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Says that the tables of a bundle are there and its entities can be used. A bundle gets one by a manifest header: {@code
 * Meta-Persistence} (Compendium ch. 127.3) when it has entities, {@link #MIGRATIONS_HEADER} when it has tables only. A
 * component that works with the database has a mandatory reference to the schema of its own bundle, so that it comes after
 * its tables and goes before its entities. It is not an {@code EntityManagerFactory}: whoever had one could bypass
 * {@link Transactions}.
 */
@ProviderType
public interface Schema {

    /** Service property: the symbolic name of the bundle whose schema it is. */
    String BUNDLE = "kreiswerk.schema";

    /** Manifest header: the folder of the bundle's Flyway migrations, such as {@code db/migration}. */
    String MIGRATIONS_HEADER = "Kreiswerk-Migrations";

    /**
     * Manifest header: tables of the bundle, with commas between them, whose rows only the moment needs, such as sessions.
     * They are not in a backup. Of the platform's own bundles only: what a department deploys is in it with all of its rows.
     */
    String TRANSIENT_TABLES_HEADER = "Kreiswerk-Transient-Tables";

    /**
     * Manifest header: tables of the bundle, with commas between them, whose rows are for good. On PostgreSQL with an owner's role
     * the platform may read and insert there, and nothing else; see {@link InsertOnlyTables}. Each is one that the bundle's own scripts
     * create, without a schema before its name.
     */
    String INSERT_ONLY_TABLES_HEADER = "Kreiswerk-Insert-Only";
}
