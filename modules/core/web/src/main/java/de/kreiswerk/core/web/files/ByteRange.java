package de.kreiswerk.core.web.files;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file (RFC 9110, section 14).
 *
 * @param from the first byte
 * @param length how many
 * @param kind what the request asked for
 */
record ByteRange(long from, long length, Kind kind) {

    enum Kind {
        WHOLE,
        PART,
        UNSATISFIABLE
    }

    private static final Pattern SINGLE =
            Pattern.compile("bytes\\s*=\\s*(\\d{0,18})-(\\d{0,18})", Pattern.CASE_INSENSITIVE);

    /** What a Range header asks for. Several ranges, and what is not understood, get the whole, as section 14.2 allows. */
    static ByteRange of(String header, long size) {
        Matcher single = header == null ? null : SINGLE.matcher(header.strip());
        if (single == null || !single.matches()) {
            return whole(size);
        }
        String first = single.group(1);
        String last = single.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? whole(size) : suffix(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return whole(size);
        }
        return from >= size ? new ByteRange(0, 0, Kind.UNSATISFIABLE) : new ByteRange(from, to - from + 1, Kind.PART);
    }

    private static ByteRange suffix(long length, long size) {
        if (length == 0 || size == 0) {
            return new ByteRange(0, 0, Kind.UNSATISFIABLE);
        }
        long part = Math.min(length, size);
        return new ByteRange(size - part, part, Kind.PART);
    }

    private static ByteRange whole(long size) {
        return new ByteRange(0, size, Kind.WHOLE);
    }
}
