package de.kreiswerk.deployment.archive.zip;

import java.nio.charset.StandardCharsets;

/**
 * What the central directory says of an entry.
 *
 * @param name its name
 * @param flags general purpose bits
 * @param method 0 stored, 8 deflated
 * @param crc CRC-32 of the content
 * @param packed bytes in the file
 * @param size bytes unpacked
 * @param offset where its local header begins
 */
record Header(String name, int flags, int method, long crc, long packed, long size, long offset) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int DESCRIPTOR = 1 << 3;

    /** The name as it must stand before the content, too: ASCII is the same in UTF-8. */
    byte[] rawName() {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether sizes and checksum stand behind the content instead of before it. */
    boolean hasDescriptor() {
        return (flags & DESCRIPTOR) != 0;
    }
}
