package de.kreiswerk.core.web.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** Entity tags (RFC 9110, section 8.8.3). */
public final class EntityTag {

    private static final int BYTES = 12;
    private static final int LARGE = 64 * 1024;

    private EntityTag() {}

    /**
     * A short name of bytes: equal bytes, equal name.
     *
     * @param parts the bytes
     * @return hexadecimal digits
     */
    public static String digest(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return HexFormat.of().formatHex(sha256.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * The strong tag of bytes. For a large page of a list, whose digest took longer than all the rest of sending it, two checksums
     * and the length: nobody who writes public content tries to deceive its readers about whether it changed.
     *
     * @param content the bytes
     * @return the tag in its quotes
     */
    public static String of(byte[] content) {
        return '"' + (content.length < LARGE ? digest(content) : checksums(content)) + '"';
    }

    private static String checksums(byte[] content) {
        return String.format(
                "%08x%08x%08x", checksum(new CRC32(), content), checksum(new CRC32C(), content), content.length);
    }

    private static long checksum(Checksum checksum, byte[] content) {
        checksum.update(content);
        return checksum.getValue();
    }

    /**
     * Whether If-None-Match names the tag; compared weakly, as section 13.1.2 says.
     *
     * @param ifNoneMatch the header, may be null
     * @param tag the tag in its quotes
     * @return whether it does
     */
    public static boolean matches(String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                        .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag));
    }
}
