package de.kreiswerk.core.api.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * An entity tag (RFC 9110, section 8.8.3), so that whoever has an answer already is told so.
 *
 * @param value the tag in its quotes, as the header {@code ETag} has it
 */
public record EntityTag(String value) {

    private static final int BYTES = 12;
    private static final int LARGE = 64 * 1024;

    /**
     * The strong tag of bytes: equal bytes, equal tag. For a large page of a list, whose digest took longer than all the rest of
     * sending it, two checksums and the length: nobody who writes public content tries to deceive its readers about whether it
     * changed.
     *
     * @param content the bytes
     * @return the tag
     */
    public static EntityTag of(byte[] content) {
        return new EntityTag('"' + (content.length < LARGE ? digest(content) : checksums(content)) + '"');
    }

    /**
     * Whether a reader has what bears this tag; compared weakly, as section 13.1.2 says.
     *
     * @param ifNoneMatch the header {@code If-None-Match}, may be null
     * @return whether it names the tag
     */
    public boolean isIn(String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                        .anyMatch(candidate -> candidate.equals("*") || candidate.equals(value));
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String checksums(byte[] content) {
        return String.format(
                "%08x%08x%08x", checksum(new CRC32(), content), checksum(new CRC32C(), content), content.length);
    }

    private static long checksum(Checksum checksum, byte[] content) {
        checksum.update(content);
        return checksum.getValue();
    }
}
