package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.web.EntityTag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the look, ready to be sent.
 *
 * @param mediaType its media type
 * @param content its bytes
 * @param compressed its bytes after gzip, null when that gains nothing
 * @param tag its entity tag
 */
record Asset(String mediaType, byte[] content, byte[] compressed, String tag) {

    static Asset of(String mediaType, byte[] content) {
        byte[] compressed = mediaType.startsWith("font/") || mediaType.equals("image/png") ? null : gzip(content);
        return new Asset(
                mediaType,
                content,
                compressed != null && compressed.length < content.length ? compressed : null,
                EntityTag.of(content).value());
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 4 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
