package de.kreiswerk.core.web.gzip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Answers in fewer bytes, for readers who can unpack them (RFC 9110, sections 8.4.1.3 and 12.5.3). */
public final class Gzip {

    /** The coding's name. */
    public static final String NAME = "gzip";

    private Gzip() {}

    /**
     * Whether a reader can unpack it.
     *
     * @param acceptEncoding the header, null when there is none
     * @return true when it names the coding and does not refuse it
     */
    public static boolean isAcceptedBy(String acceptEncoding) {
        return acceptEncoding != null
                && Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(","))
                        .map(coding -> coding.replaceAll("\\s", ""))
                        .anyMatch(coding -> coding.equals(NAME)
                                || coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?"));
    }

    /**
     * Packs.
     *
     * @param content what
     * @return the packed bytes, null when there are not fewer of them
     */
    public static byte[] of(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 4 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size() < content.length ? bytes.toByteArray() : null;
    }

    /**
     * The entity tag of the packed bytes: they are another representation than the plain ones (RFC 9110, section 8.8.3.3).
     *
     * @param tag of the plain ones, with its quotes
     * @return the tag
     */
    public static String tag(String tag) {
        return tag.replaceAll("\"$", "-gzip\"");
    }
}
