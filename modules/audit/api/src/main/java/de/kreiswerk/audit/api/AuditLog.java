package de.kreiswerk.audit.api;

import de.kreiswerk.core.api.identity.Caller;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The sealed trail for readers. Hashes and signatures are for everyone, what records say is for auditors. Every proof was
 * verified before it is handed out; when what is stored does not fit together, each method that reads the tree throws a {@code
 * ProblemException} of kind FAILED, code {@code log-damaged}.
 */
@ProviderType
public interface AuditLog {

    /** Hashes of a full tile, and entries of a full bundle. */
    int TILE = 256;

    /**
     * The newest signed state.
     *
     * @return empty before the first record was sealed, seconds after it was written
     */
    Optional<Checkpoint> checkpoint();

    /**
     * The keys that have ever signed this trail: those that this node has, and those for which they vouch.
     *
     * @return the oldest first; none where the node has no key, since what the database says of keys anybody may have written there
     */
    List<LogKey> keys();

    /**
     * By what whoever trusts an older key of {@link #keys} may come to trust a newer one. While one replaced the other, both signed a
     * statement that names them, the newest first.
     *
     * @return the statements as signed notes (C2SP signed-note), one behind the other, the oldest first, at most 100; empty where no
     *     key was replaced, or the node has none
     */
    String vouchings();

    /**
     * How many records at the beginning were removed when their time was over (C2SP tlog-tiles: minimum index). Their hashes stay.
     *
     * @return their number, a multiple of {@link #TILE}
     */
    long minimum();

    /**
     * A tile of the tree (C2SP tlog-tiles).
     *
     * @param level 0 to 63; leaves are 0
     * @param number its place in the level, from 0
     * @param width how many hashes, 1 to {@link #TILE}
     * @return 32 bytes for each of them
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind NOT_FOUND, code {@code tile-not-found}, when it has fewer
     */
    byte[] tile(int level, long number, int width);

    /**
     * A bundle of records (C2SP tlog-tiles): each one's canonical bytes behind their length, two bytes with the higher first.
     *
     * @param caller who asks
     * @param number the bundle's place, from 0
     * @param width how many records, 1 to {@link #TILE}
     * @return the bundle
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN without {@link AuditPermissions#READ} everywhere;
     *     of kind NOT_FOUND, code {@code tile-not-found}, when there are fewer sealed records or they were removed; of kind UNPROCESSABLE, code {@code
     *     record-too-large}, when one of an earlier version does not fit
     */
    byte[] entries(Caller caller, long number, int width);

    /**
     * Proves that the record at a place is in a signed state.
     *
     * @param index its place, from 0
     * @param size how many records the state covers, null for the newest
     * @return the proof
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind NOT_FOUND, code {@code checkpoint-not-found} when no state of
     *     that size was signed, {@code record-not-sealed} when it does not cover the record
     */
    InclusionProof inclusion(long index, Long size);

    /**
     * A record with its proof.
     *
     * @param caller who asks
     * @param sequence its number, from 1
     * @param size how many records the signed state covers, null for the newest
     * @return both
     * @throws de.kreiswerk.core.api.problem.ProblemException as {@link #inclusion}; of kind FORBIDDEN without {@link
     *     AuditPermissions#READ} everywhere; of kind GONE, code {@code record-removed}, when its time was over
     */
    ProvenRecord record(Caller caller, long sequence, Long size);

    /**
     * Proves that a signed state continues an earlier one.
     *
     * @param from how many records the earlier one covers, from 1
     * @param to how many the later one covers, null for the newest
     * @return the proof
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind NOT_FOUND, code {@code checkpoint-not-found}, when no state of
     *     the later size was signed; of kind UNPROCESSABLE, code {@code sizes-not-in-order}, when the earlier one is larger
     */
    ConsistencyProof consistency(long from, Long to);
}
