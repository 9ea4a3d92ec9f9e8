package de.kreiswerk.deployment.archive.zip;

import java.util.Arrays;

/** Little-endian numbers in an array; what lies outside of it reads as a failure, never as an exception of Java's. */
final class Bytes {

    private final byte[] array;

    Bytes(byte[] array) {
        this.array = array;
    }

    int length() {
        return array.length;
    }

    /** Whether so many bytes are there from an offset on. */
    boolean has(long offset, long count) {
        return offset >= 0 && count >= 0 && offset + count <= array.length;
    }

    int u16(int offset) {
        return (array[offset] & 0xFF) | (array[offset + 1] & 0xFF) << 8;
    }

    long u32(int offset) {
        return u16(offset) | (long) u16(offset + 2) << 16;
    }

    byte[] slice(int offset, int count) {
        return Arrays.copyOfRange(array, offset, offset + count);
    }

    byte[] array() {
        return array;
    }
}
