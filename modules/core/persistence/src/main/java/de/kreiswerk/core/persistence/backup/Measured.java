package de.kreiswerk.core.persistence.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts what goes through it and hashes it. Closing it closes nothing. */
final class Measured extends FilterOutputStream {

    private final MessageDigest digest = sha256();
    private long size;

    Measured(OutputStream out) {
        super(out);
    }

    long size() {
        return size;
    }

    /** The SHA-256 in lower case; once. */
    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        digest.update(bytes, from, length);
        size += length;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
