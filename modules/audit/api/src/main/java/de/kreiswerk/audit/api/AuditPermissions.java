package de.kreiswerk.audit.api;

import org.osgi.annotation.versioning.ProviderType;

/** The names of this area's permissions. */
@ProviderType
public interface AuditPermissions {

    /** Read what records say, as the trail keeps it: persons in it are random ids and ciphertext. */
    String READ = "audit.read";

    /** Read what records say of persons, as long as the trail has not forgotten them. */
    String READ_PERSONS = "audit.read-persons";

    /** See how long records are kept, what is held and what was offered to the archive. */
    String READ_RETENTION = "audit.read-retention";

    /** Place and lift holds, and offer records whose time is over to the archive. */
    String RETENTION = "audit.retention";

    /** Fetch what is offered to the archive, and decide whether it takes it. */
    String ARCHIVE = "audit.archive";

    /** Decide, as the second person, whether somebody may see everything that a person did. */
    String PERSONS_SEARCH = "audit.persons-search";
}
