package de.kreiswerk.core.api.audit;

import de.kreiswerk.core.api.identity.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes the trail forget persons. Records stay, with their numbers and everything that proves them; what they say of the
 * person cannot be read any more by anybody. It cannot be taken back. A backup that was made before and is restored later
 * is made to forget as well, at the first start: erasures are also noted outside of the database.
 */
@ProviderType
public interface Erasures {

    /** The permission to erase persons. */
    String PERMISSION = "platform.erasure";

    /**
     * Erases a person, in the current transaction or in one of its own. What is recorded about them afterwards fails, so they
     * must have no account any more that anybody works with.
     *
     * @param caller who wants it
     * @param subject the person's random id, as the trail has it
     * @return false when the trail knows nothing of them, or has forgotten them before
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN without {@link #PERMISSION} everywhere; also
     *     while a hold covers them, before the archive has decided or while it has less than it took, and while they can still act ({@link ErasureObjection})
     */
    boolean erase(Caller caller, String subject);
}
