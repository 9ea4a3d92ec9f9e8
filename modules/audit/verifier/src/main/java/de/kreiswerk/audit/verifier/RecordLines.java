package de.kreiswerk.audit.verifier;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
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
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long read;

    RecordLines(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER);
    }

    /** The next line, none after the last. */
    Optional<Line> next() throws Refusal {
        read++;
        bytes.reset();
        try {
            int each = in.read();
            if (each < 0) {
                return Optional.empty();
            }
            while (each != '\n') {
                if (each < 0 || bytes.size() == LONGEST) {
                    throw malformed();
                }
                bytes.write(each);
                each = in.read();
            }
        } catch (IOException e) {
            throw PackageFile.broken(PackageFile.RECORDS);
        }
        return Optional.of(parse(bytes.toByteArray()));
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
