package de.kreiswerk.core.persistence.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that is to be restored. */
final class BackupFile implements AutoCloseable {

    private static final int MAX_MANIFEST = 16 * 1024 * 1024;
    /** Texts have 10 MiB at most, what is made of them some more. */
    private static final int MAX_VALUE = 512 * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final JsonFactory factory = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(MAX_VALUE).build())
            .build();
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    static BackupFile open(Path file) throws IOException, RestoreRefused {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw RestoreRefused.foreign();
        }
        try {
            return new BackupFile(zip, manifest(zip));
        } catch (IOException | RestoreRefused | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException, RestoreRefused {
        ZipEntry entry = zip.getEntry(Manifest.FILE);
        if (entry == null) {
            throw RestoreRefused.foreign();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Manifest.parse(in.readNBytes(MAX_MANIFEST));
        } catch (ZipException | JsonProcessingException e) {
            throw RestoreRefused.damaged(Manifest.FILE);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Reads everything once: nothing is written of a backup that is not whole. */
    void check() throws IOException, RestoreRefused {
        for (Manifest.Entry entry : manifest.tables()) {
            if (!hash(entry).equals(entry.sha256())) {
                throw RestoreRefused.damaged(entry.file());
            }
        }
    }

    private String hash(Manifest.Entry entry) throws IOException, RestoreRefused {
        MessageDigest digest = Measured.sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = stream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (ZipException | java.io.EOFException e) {
            throw RestoreRefused.damaged(entry.file());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The rows of a table, each an array; to be closed. */
    JsonParser rows(Manifest.Entry entry) throws IOException, RestoreRefused {
        return factory.createParser(stream(entry));
    }

    private InputStream stream(Manifest.Entry entry) throws IOException, RestoreRefused {
        ZipEntry found = zip.getEntry(entry.file());
        if (found == null) {
            throw RestoreRefused.damaged(entry.file());
        }
        return zip.getInputStream(found);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
