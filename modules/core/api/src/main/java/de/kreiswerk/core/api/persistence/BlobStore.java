package de.kreiswerk.core.api.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps large bytes under their SHA-256. The same bytes are kept once. Nothing is ever changed under a hash. */
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
}
