package de.kreiswerk.audit.api;

import de.kreiswerk.core.api.identity.Caller;
import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds records of the trail. A record can be found about a second after it was written, whether it is sealed by then or not.
 *
 * <p>There is no search for what one person did: it would serve to watch over staff (NPersVG § 67 (1) no. 2). {@link PersonRequests} takes
 * a reason and two people.
 */
@ProviderType
public interface AuditSearch {

    /** Records of one page at most. */
    int LARGEST_PAGE = 200;

    /** Records of one package at most. */
    int LARGEST_PACKAGE = 1_000_000;

    /**
     * The newest records of a kind.
     *
     * @param caller who asks
     * @param query which ones
     * @return a page of them
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN without {@link AuditPermissions#READ} everywhere; of
     *     kind MALFORMED, code {@code trail-position-malformed}, when {@link TrailQuery#after()} is no position that a page named
     */
    TrailPage find(Caller caller, TrailQuery query);

    /**
     * A record in full.
     *
     * @param caller who asks
     * @param sequence its number, from 1
     * @return the record; what it says of persons can be read only with {@link AuditPermissions#READ_PERSONS} everywhere
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN as {@link #find}; of kind NOT_FOUND, code {@code
     *     record-not-found}, when there is none; of kind GONE, code {@code record-removed}, when its time was over
     */
    TrailRecord record(Caller caller, long sequence);

    /**
     * What can be searched for.
     *
     * @param caller who asks
     * @return what occurs in the trail
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN as {@link #find}
     */
    TrailChoices choices(Caller caller);

    /**
     * Does all for a package (Prüfpaket) for which it may be refused, and records that it is handed out; nothing is written yet.
     *
     * @param caller who asks
     * @param query which ones, as for {@link #writePackage}
     * @return writes it
     * @throws de.kreiswerk.core.api.problem.ProblemException as {@link #writePackage}
     */
    TrailPackage preparePackage(Caller caller, TrailQuery query);

    /**
     * Writes a package (Prüfpaket): a ZIP with the sealed records that a query finds and all that proves them, which {@code
     * kreiswerk-verify package} checks without the platform. Its form is described in docs/trail.md. That it was handed out is
     * recorded.
     *
     * @param caller who asks
     * @param query which ones; its position and page size do not count
     * @param out gets the ZIP, is not closed; nothing is written to it before the query is known to be allowed
     * @throws IOException when it cannot be written to
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN as {@link #find}; of kind NOT_FOUND, code {@code
     *     nothing-to-export}, when there is no such sealed record; of kind UNPROCESSABLE, code {@code package-too-large}, when there are
     *     more than {@link #LARGEST_PACKAGE}; of kind UNAVAILABLE, code {@code index-behind}, when not all can be found yet
     */
    void writePackage(Caller caller, TrailQuery query, OutputStream out) throws IOException;
}
