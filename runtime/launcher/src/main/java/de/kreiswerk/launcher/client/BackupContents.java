package de.kreiswerk.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What is in a backup, read back from the disk.
 *
 * @param tables how many
 * @param rows how many in all of them
 */
record BackupContents(int tables, long rows) {

    private static final int BUFFER = 64 * 1024;

    /** Insists that a backup came whole: its manifest is at its end, and names the hash of everything before. */
    static BackupContents check(Path file) throws Refusal, IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            JsonNode tables = manifest(zip).path("tables");
            long rows = 0;
            for (JsonNode table : tables) {
                if (!hash(zip, table.path("file").asText())
                        .equals(table.path("sha256").asText())) {
                    throw damaged();
                }
                rows += table.path("rows").asLong();
            }
            return new BackupContents(tables.size(), rows);
        } catch (ZipException | EOFException | JsonProcessingException e) {
            throw damaged();
        }
    }

    private static JsonNode manifest(ZipFile zip) throws Refusal, IOException {
        ZipEntry entry = zip.getEntry("manifest.json");
        if (entry == null) {
            throw damaged();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static String hash(ZipFile zip, String name) throws Refusal, IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged();
        }
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Refusal damaged() {
        return Refusal.failed(
                "Die Sicherung kam nicht vollständig an und wurde verworfen. Das Protokoll der Plattform sagt, warum.",
                "The backup did not arrive whole and was thrown away. The platform's log says why.");
    }
}
