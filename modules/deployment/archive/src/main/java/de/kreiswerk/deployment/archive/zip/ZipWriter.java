package de.kreiswerk.deployment.archive.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a ZIP of which the same contents always make the same bytes: in the order given, without times. */
public final class ZipWriter {

    /** The earliest that a ZIP can state. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /**
     * Adds an entry as it is: bundles are packed already, and how well a machine packs is its own affair.
     *
     * @param name its name
     * @param content its content
     * @return this
     */
    public ZipWriter stored(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        return add(entry, content);
    }

    /**
     * Adds an entry and packs it.
     *
     * @param name its name
     * @param content its content
     * @return this
     */
    public ZipWriter deflated(String name, byte[] content) {
        return add(new ZipEntry(name), content);
    }

    private ZipWriter add(ZipEntry entry, byte[] content) {
        try {
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
            return this;
        } catch (IOException e) {
            throw new IllegalStateException("Memory can be written", e);
        }
    }

    /**
     * Ends it.
     *
     * @return the ZIP
     */
    public byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("Memory can be written", e);
        }
    }
}
