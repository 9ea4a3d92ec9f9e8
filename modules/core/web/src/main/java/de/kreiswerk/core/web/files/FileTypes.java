package de.kreiswerk.core.web.files;

import java.util.Locale;
import java.util.Map;

/** Which media types are sent as what. */
final class FileTypes {

    static final String BYTES = "application/octet-stream";

    /** What a browser may show itself. Everything else is a download: HTML or SVG of a stranger must never run here. */
    private static final Map<String, String> INLINE = Map.of(
            "application/pdf", "application/pdf",
            "image/png", "image/png",
            "image/jpeg", "image/jpeg",
            "text/plain", "text/plain; charset=utf-8");

    private FileTypes() {}

    static boolean isInline(String mediaType) {
        return INLINE.containsKey(bare(mediaType));
    }

    /** The Content-Type to send. */
    static String sent(String mediaType) {
        return INLINE.getOrDefault(bare(mediaType), BYTES);
    }

    private static String bare(String mediaType) {
        return mediaType == null ? "" : mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
