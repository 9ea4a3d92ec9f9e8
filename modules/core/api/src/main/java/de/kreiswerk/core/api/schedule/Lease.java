package de.kreiswerk.core.api.schedule;

import de.kreiswerk.core.api.persistence.Transaction;
import org.osgi.annotation.versioning.ProviderType;

/** The right of this node to do a piece of work, for a short time. */
@ProviderType
public interface Lease {

    /**
     * Makes sure within a transaction that this node still holds the lease, and keeps it until the commit: a node that
     * stood still and wakes up late cannot commit work that another took over.
     *
     * @param tx the transaction that does the work
     * @throws de.kreiswerk.core.api.persistence.PersistenceFailure when another node has taken over; roll back
     */
    void confirm(Transaction tx);
}
