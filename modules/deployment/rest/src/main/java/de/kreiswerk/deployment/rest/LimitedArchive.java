package de.kreiswerk.deployment.rest;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Components;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An archive as it arrives; ends with a refusal where it is larger than any may be. */
final class LimitedArchive extends FilterInputStream {

    private static final long MEBIBYTE = 1024L * 1024;

    private final long largest;
    private long read;

    LimitedArchive(InputStream in) {
        this(in, Components.LARGEST);
    }

    LimitedArchive(InputStream in, long largest) {
        super(in);
        this.largest = largest;
    }

    /** Refuses what says itself that it is too large; -1 for what says nothing. */
    static void refuseLargerThan(long largest, long declared) {
        if (declared > largest) {
            throw tooLarge(largest);
        }
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

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) {
        read += bytes;
        if (read > largest) {
            throw tooLarge(largest);
        }
    }

    private static ProblemException tooLarge(long largest) {
        return new ProblemException(
                Problem.Kind.TOO_LARGE,
                "archive-too-large",
                new Text("Archiv zu groß", "Archive too large"),
                new Text(
                        "Das Archiv ist zu groß. Erlaubt sind " + largest / MEBIBYTE + " MiB.",
                        "The archive is too large. " + largest / MEBIBYTE + " MiB are allowed."));
    }
}
