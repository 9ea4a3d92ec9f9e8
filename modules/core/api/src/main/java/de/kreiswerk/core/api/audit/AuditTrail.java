package de.kreiswerk.core.api.audit;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The trail of what was done. A service that writes has a mandatory reference to it: no trail, no writes.
 *
 * <p>A record gets its sequence number after the commit, within 100 ms. Of two writes of which one was acknowledged before
 * the other began, the earlier has the smaller number. Numbers start at 1 and have no gap. Readers (search index,
 * notifications, other nodes) keep a cursor and read on from it: the trail is the change feed.
 */
@ProviderType
public interface AuditTrail {

    /**
     * Records within the current transaction: both are committed, or neither.
     *
     * @param event what is done
     * @throws de.kreiswerk.core.api.persistence.PersistenceFailure outside of a transaction
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind UNAVAILABLE when the record cannot be made, for
     *     example because the key for personal fields is missing; of kind CONFLICT, code {@code person-erased}, when who does it, or somebody
     *     of whom the event says something, was erased ({@link Erasures}); without what it says of them it can be recorded then
     */
    void record(AuditEvent event);

    /**
     * Reads on from a number.
     *
     * @param afterSequence the last number already read, 0 to start
     * @param limit how many at most, 1 to 10,000
     * @return the records in sequence, empty when there are no more yet
     */
    List<AuditRecord> read(long afterSequence, int limit);
}
