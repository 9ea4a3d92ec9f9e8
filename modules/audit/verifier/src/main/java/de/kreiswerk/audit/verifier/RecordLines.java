package de.kreiswerk.audit.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The lines {@code {"number":N,"record":RECORD}} of a package, one after the other. */
final class RecordLines {

    /** A record, and the number that the line says it has. */
    record Line(long number, byte[] record) {}

    /** Bytes of a line; a record has 64 kB at most, and JSON may escape. */
    private static final int LONGEST = 200_000;

    private static final byte[] HEAD = "{\"number\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MIDDLE = ",\"record\":".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_DIGITS = 18;

    private final InputStream in;
    private final byte[] buffer = new byte[LONGEST + 1];
    private int from;
    private int end;
    private long read;

    RecordLines(InputStream in) {
        this.in = in;
    }

    /** The next line, none after the last. */
    Optional<Line> next() throws Refusal {
        read++;
        int at = from;
        while (at == end || buffer[at] != '\n') {
            if (at < end) {
                at++;
                continue;
            }
            at -= from;
            if (!fill()) {
                if (at == 0) {
                    return Optional.empty();
                }
                throw malformed();
            }
        }
        byte[] line = Arrays.copyOfRange(buffer, from, at);
        from = at + 1;
        return Optional.of(parse(line));
    }

    /** Moves what is left to the front and reads on behind it; false when there is no more. */
    private boolean fill() throws Refusal {
        System.arraycopy(buffer, from, buffer, 0, end - from);
        end -= from;
        from = 0;
        if (end == buffer.length) {
            throw malformed();
        }
        try {
            int more = in.read(buffer, end, buffer.length - end);
            end += Math.max(more, 0);
            return more > 0;
        } catch (IOException e) {
            throw PackageFile.broken(PackageFile.RECORDS);
        }
    }

    private Line parse(byte[] line) throws Refusal {
        int digits = HEAD.length;
        while (digits < line.length && line[digits] >= '0' && line[digits] <= '9') {
            digits++;
        }
        int from = digits + MIDDLE.length;
        int end = line.length - 1;
        int count = digits - HEAD.length;
        if (end <= from
                || line[end] != '}'
                || !Arrays.equals(line, 0, HEAD.length, HEAD, 0, HEAD.length)
                || !Arrays.equals(line, digits, from, MIDDLE, 0, MIDDLE.length)
                || count < 1
                || count > MOST_DIGITS
                || count > 1 && line[HEAD.length] == '0') {
            throw malformed();
        }
        long number = Long.parseLong(new String(line, HEAD.length, count, StandardCharsets.US_ASCII));
        return new Line(number, Arrays.copyOfRange(line, from, end));
    }

    private Refusal malformed() {
        return Refusal.unreadable(
                PackageFile.RECORDS + ", Zeile " + read + ": Sie hat nicht die Form, die sie haben muss.",
                PackageFile.RECORDS + ", line " + read + ": it does not have the form that it must have.");
    }
}
