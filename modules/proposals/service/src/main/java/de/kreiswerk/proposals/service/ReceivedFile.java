package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.Papers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of an attachment that came in, as slowly as their sender likes, and are not kept yet. They lie in a file meanwhile, so that
 * they can be read again when a transaction is repeated, and are gone when the change is refused.
 */
final class ReceivedFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedFile.class);
    private static final int PIECE = 64 * 1024;

    private final Path file;
    private String sha256;
    private long size;

    private ReceivedFile(Path file) {
        this.file = file;
    }

    /** Reads to the end or the limit. Of what is too large, or breaks off, nothing is left. */
    static ReceivedFile of(InputStream in) throws IOException {
        ReceivedFile received = new ReceivedFile(Files.createTempFile("kreiswerk-attachment", null));
        boolean whole = false;
        try {
            received.read(in);
            whole = true;
            return received;
        } finally {
            if (!whole) {
                received.close();
            }
        }
    }

    private void read(InputStream in) throws IOException {
        MessageDigest digest = digest();
        byte[] piece = new byte[PIECE];
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                size += read;
                if (size > Papers.MAX_ATTACHMENT_BYTES) {
                    throw Refusals.fileTooLarge();
                }
                out.write(piece, 0, read);
            }
        }
        sha256 = HexFormat.of().formatHex(digest.digest());
    }

    String sha256() {
        return sha256;
    }

    long size() {
        return size;
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The bytes of an attachment stay in {}", file, e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
