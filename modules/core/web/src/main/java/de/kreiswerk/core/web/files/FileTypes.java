package de.kreiswerk.core.web.files;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which media types are sent as what. */
final class FileTypes {

    static final String BYTES = "application/octet-stream";

    /** What a browser may show itself. Everything else is a download: HTML or SVG of a stranger must never run here. */
    private static final Map<String, String> INLINE = Map.of(
            "application/pdf", "application/pdf",
            "image/png", "image/png",
            "image/jpeg", "image/jpeg",
            "text/plain", "text/plain; charset=utf-8");

    /** Named as what they are, so that the right program opens them; no browser runs them. */
    private static final Set<String> DOWNLOADS = Set.of(
            "application/zip",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation");

    private FileTypes() {}

    static boolean isInline(String mediaType) {
        return INLINE.containsKey(bare(mediaType));
    }

    /** The Content-Type to send. */
    static String sent(String mediaType) {
        String bare = bare(mediaType);
        return INLINE.getOrDefault(bare, DOWNLOADS.contains(bare) ? bare : BYTES);
    }

    private static String bare(String mediaType) {
        return mediaType == null ? "" : mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
