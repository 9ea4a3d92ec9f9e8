package de.kreiswerk.core.restkit;

import de.kreiswerk.core.api.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A body as it arrives; ends with a refusal where there is more of it than may be. */
public final class LimitedBody extends FilterInputStream {

    private final long most;
    private final Supplier<ProblemException> refusal;
    private long read;

    /**
     * Limits a body.
     *
     * @param in the body
     * @param most how many bytes it may have
     * @param refusal what is thrown while it is read, as soon as there are more
     */
    public LimitedBody(InputStream in, long most, Supplier<ProblemException> refusal) {
        super(in);
        this.most = most;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long count = super.skip(bytes);
        count(count);
        return count;
    }

    /** What is read twice would be counted twice. */
    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) {
        read += bytes;
        if (read > most) {
            throw refusal.get();
        }
    }
}
