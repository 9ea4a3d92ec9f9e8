package de.kreiswerk.launcher.client;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Guesses the media type of a file by its name. */
final class MediaTypes {

    /** What councils attach, and what the JDK does not know on every system. */
    private static final Map<String, String> OFFICE = Map.of(
            "pdf", "application/pdf",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "odt", "application/vnd.oasis.opendocument.text",
            "ods", "application/vnd.oasis.opendocument.spreadsheet",
            "odp", "application/vnd.oasis.opendocument.presentation",
            "csv", "text/csv",
            "md", "text/markdown",
            "txt", "text/plain");

    private MediaTypes() {}

    static String guess(Path file) throws IOException {
        String name = file.getFileName().toString();
        String office = OFFICE.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (office != null) {
            return office;
        }
        String system = Files.probeContentType(file);
        String guessed = system != null ? system : URLConnection.guessContentTypeFromName(name);
        return guessed != null ? guessed : "application/octet-stream";
    }
}
