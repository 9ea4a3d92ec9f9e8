package de.kreiswerk.proposals.web;

import java.util.Locale;
import java.util.Map;

/** What is known about media types. */
final class FileTypes {

    static final String BYTES = "application/octet-stream";

    /** What a browser may show itself. Everything else is a download: HTML or SVG of a stranger must never run here. */
    private static final Map<String, String> INLINE = Map.of(
            "application/pdf", "application/pdf",
            "image/png", "image/png",
            "image/jpeg", "image/jpeg",
            "text/plain", "text/plain; charset=utf-8");

    private static final Map<String, String> LABELS = Map.of(
            "application/pdf", "PDF",
            "image/png", "PNG",
            "image/jpeg", "JPEG",
            "text/plain", "TXT",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation", "PPTX",
            "application/vnd.oasis.opendocument.text", "ODT",
            "application/vnd.oasis.opendocument.spreadsheet", "ODS",
            "application/zip", "ZIP");

    private FileTypes() {}

    static boolean isInline(String mediaType) {
        return INLINE.containsKey(bare(mediaType));
    }

    /** The Content-Type to send. */
    static String sent(String mediaType) {
        return INLINE.getOrDefault(bare(mediaType), BYTES);
    }

    /** What people call it: by type, else by the file name's ending. */
    static String label(String mediaType, String fileName, String unknown) {
        String label = LABELS.get(bare(mediaType));
        if (label != null) {
            return label;
        }
        String ending = fileName == null ? "" : fileName.substring(fileName.lastIndexOf('.') + 1);
        return ending.matches("[A-Za-z0-9]{1,5}") && ending.length() < fileName.length()
                ? ending.toUpperCase(Locale.ROOT)
                : unknown;
    }

    private static String bare(String mediaType) {
        return mediaType == null ? "" : mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
