package de.kreiswerk.core.web.multipart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes a {@code multipart} body (RFC 2046, section 5.1) apart while it arrives, with one small buffer: the next part, its head,
 * its bytes. What ends before its end is {@link Malformed}.
 */
final class MultipartStream {

    private static final int BUFFER = 16 * 1024;
    private static final int LONGEST_LINE = 2 * 1024;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    /** How many bytes from {@code from} on surely belong to the part. */
    private int known;

    private boolean atDelimiter;

    /** The body is not what its type says. */
    static final class Malformed extends IOException {

        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    MultipartStream(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter may stand at the very beginning, where no line ends before it.
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
    }

    /** Goes on to the next part, over the rest of this one; at first over what stands before the first. False when there is none. */
    boolean next() throws IOException {
        byte[] skipped = new byte[BUFFER];
        while (read(skipped, 0, skipped.length) >= 0) {
            // Nobody asked for it.
        }
        from += delimiter.length;
        atDelimiter = false;
        String rest = line();
        if (rest.startsWith("--")) {
            return false;
        }
        if (!rest.isBlank()) {
            throw new Malformed("The boundary goes on");
        }
        return true;
    }

    /** A line of a part's head, without its end; empty at the end of the head. */
    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = take(); b != '\n'; b = take()) {
            // The last delimiter may be the very end.
            if (b < 0 && line.size() >= 2) {
                break;
            }
            if (b < 0) {
                throw new Malformed("It ends too early");
            }
            if (line.size() == LONGEST_LINE) {
                throw new Malformed("A line is too long");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Bytes of the part; -1 at its end. */
    int read(byte[] into, int offset, int length) throws IOException {
        while (known == 0 && !atDelimiter) {
            look();
        }
        if (known == 0) {
            return -1;
        }
        int count = Math.min(length, known);
        System.arraycopy(buffer, from, into, offset, count);
        from += count;
        known -= count;
        return count;
    }

    /** Finds out how much of the buffer belongs to the part. */
    private void look() throws IOException {
        if (to - from < delimiter.length) {
            fill();
        }
        int found = find();
        atDelimiter = found >= 0;
        known = atDelimiter ? found - from : Math.max(0, to - from - delimiter.length + 1);
    }

    private int find() {
        for (int i = from; i <= to - delimiter.length; i++) {
            int same = 0;
            while (same < delimiter.length && buffer[i + same] == delimiter[same]) {
                same++;
            }
            if (same == delimiter.length) {
                return i;
            }
        }
        return -1;
    }

    private int take() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return from == to ? -1 : buffer[from++] & 0xFF;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        while (to < delimiter.length) {
            int count = in.read(buffer, to, buffer.length - to);
            if (count < 0) {
                throw new Malformed("It ends too early");
            }
            to += count;
        }
    }
}
