package de.kreiswerk.core.persistence.blob;

import de.kreiswerk.core.api.persistence.BlobStore.Blob;
import de.kreiswerk.core.api.persistence.BlobStore.Received;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A blob that has come in and is not kept yet: what is small in memory, anything else in a file until this is closed. */
final class Spool implements Received {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int SMALL = 256 * 1024;
    private static final int PIECE = 64 * 1024;

    private final long maxBytes;
    private final MessageDigest digest = sha256();
    private long size;
    private Blob blob;
    private byte[] small;
    /** Null for a small one. */
    private Path file;

    private Spool(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Reads to the end or the limit. Of what is too large, or breaks off, nothing is left. */
    static Spool of(InputStream in, long maxBytes) throws IOException {
        Spool spool = new Spool(maxBytes);
        boolean whole = false;
        try {
            spool.read(in);
            spool.blob = new Blob(HexFormat.of().formatHex(spool.digest.digest()), spool.size);
            whole = true;
            return spool;
        } finally {
            if (!whole) {
                spool.close();
            }
        }
    }

    @Override
    public Blob blob() {
        return blob;
    }

    InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(small) : Files.newInputStream(file);
    }

    @Override
    public void close() {
        if (file == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("Bytes that came in stay in {}", file, e);
        }
    }

    private void read(InputStream in) throws IOException {
        small = in.readNBytes(SMALL);
        count(small, small.length);
        if (small.length < SMALL) {
            return;
        }
        file = Files.createTempFile("kreiswerk-blob", null);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(small);
            byte[] buffer = new byte[PIECE];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count(buffer, read);
                out.write(buffer, 0, read);
            }
        }
        small = null;
    }

    private void count(byte[] bytes, int read) {
        size += read;
        if (size > maxBytes) {
            throw tooLarge();
        }
        digest.update(bytes, 0, read);
    }

    private ProblemException tooLarge() {
        long mebibytes = maxBytes / (1024 * 1024);
        return new ProblemException(
                Problem.Kind.TOO_LARGE,
                "file-too-large",
                new Text("Datei zu groß", "File too large"),
                new Text(
                        "Die Datei ist größer als " + mebibytes + " MiB. Teilen oder verkleinern Sie sie.",
                        "The file is larger than " + mebibytes + " MiB. Split it or make it smaller."));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
