package de.kreiswerk.proposals.web.papers;

import java.util.Locale;
import java.util.Map;

/** What people call the types of files. */
final class FileTypes {

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

    /** By type, else by the file name's ending. */
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
