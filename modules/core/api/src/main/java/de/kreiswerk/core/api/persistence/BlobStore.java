package de.kreiswerk.core.api.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps large bytes under their SHA-256. The same bytes are kept once. Nothing is ever changed under a hash.
 *
 * <p>Bytes that were stored for an owner go when the last owner gave them up. Bytes that anybody ever stored without naming an owner
 * stay for good.
 */
@ProviderType
public interface BlobStore {

    /**
     * Stores bytes, in a transaction of its own: bytes that nobody refers to do no harm, and a stream cannot be read
     * again when a transaction is repeated.
     *
     * @param in the bytes; read to the end, not closed
     * @param maxBytes how many are accepted
     * @return their hash and size
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind TOO_LARGE when there are more
     * @throws IOException when reading fails
     */
    Blob store(InputStream in, long maxBytes) throws IOException;

    /**
     * Stores bytes for an owner, in the caller's transaction if there is one: so they are there if and only if what refers to them
     * is. Whoever does that gives a new stream when the transaction is repeated. Storing them again for the same owner changes
     * nothing.
     *
     * @param in the bytes; read to the end, not closed
     * @param maxBytes how many are accepted
     * @param owner who needs them: a name of the caller's own choice, such as {@code deployment/NAME}; 1 to 250 characters
     * @return their hash and size
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind TOO_LARGE when there are more
     * @throws IOException when reading fails
     */
    Blob store(InputStream in, long maxBytes, String owner) throws IOException;

    /**
     * Takes bytes in that are not stored yet: before the transaction in which they may be, as others wait for that one.
     *
     * @param in the bytes; read to the end, not closed
     * @param maxBytes how many are accepted
     * @return what came in; to be closed
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind TOO_LARGE when there are more
     * @throws IOException when reading fails; nothing is left of them
     */
    Received receive(InputStream in, long maxBytes) throws IOException;

    /**
     * Stores for an owner what came in, as {@link #store(InputStream, long, String)} does, also more than once.
     *
     * @param received from this store, and not closed
     * @param owner who needs them: a name of the caller's own choice, such as {@code deployment/NAME}; 1 to 250 characters
     * @return their hash and size
     */
    Blob store(Received received, String owner);

    /**
     * An owner gives bytes up, in the caller's transaction: when that is rolled back, nothing was given up. Giving up what one
     * does not own changes nothing.
     *
     * @param sha256 the hash
     * @param owner who does not need them any more
     */
    void release(String sha256, String owner);

    /**
     * An owner gives up all that it owns, in the caller's transaction.
     *
     * @param owner who does not need anything any more
     */
    void releaseAll(String owner);

    /**
     * Looks bytes up.
     *
     * @param sha256 the hash, 64 lower-case hexadecimal digits
     * @return hash and size, empty when there are no such bytes
     */
    Optional<Blob> find(String sha256);

    /**
     * Copies bytes out, a piece at a time.
     *
     * @param sha256 the hash
     * @param from the first byte, from 0
     * @param length how many bytes
     * @param out where to
     * @throws IOException when writing fails, or there are no such bytes
     */
    void copy(String sha256, long from, long length, OutputStream out) throws IOException;

    /**
     * Stored bytes.
     *
     * @param sha256 their SHA-256, 64 lower-case hexadecimal digits
     * @param size how many, from 0
     */
    record Blob(String sha256, long size) {}

    /** Bytes that came in. They lie aside until this is closed, whether they are stored or not. */
    @ProviderType
    interface Received extends AutoCloseable {

        /**
         * What they are.
         *
         * @return their hash and size
         */
        Blob blob();

        @Override
        void close();
    }
}
