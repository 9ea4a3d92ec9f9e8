package de.kreiswerk.core.web.gzip;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes on their way to their reader. */
public final class Pieces {

    /** What the caches of a processor hold beside other things, and the system takes at once. */
    private static final int LENGTH = 64 * 1024;

    private Pieces() {}

    /**
     * Writes an answer piece by piece. Java copies what it hands to the system into memory outside of its heap, which it keeps as
     * large for every thread, and copies all the rest again each time that the system took only a part.
     *
     * @param bytes the answer
     * @param offset where it begins
     * @param count how many bytes
     * @param out where to
     * @throws IOException when the reader went away
     */
    public static void write(byte[] bytes, int offset, int count, OutputStream out) throws IOException {
        int end = offset + count;
        for (int at = offset; at < end; at += LENGTH) {
            out.write(bytes, at, Math.min(LENGTH, end - at));
        }
    }
}
