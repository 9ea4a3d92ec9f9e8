package de.kreiswerk.core.web.multipart;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a part of a form says about itself.
 *
 * @param name the field's name
 * @param fileName the file's name without folders, null when the part is no file
 */
record PartHead(String name, String fileName) {

    private static final int MOST_LINES = 20;
    private static final String DISPOSITION = "content-disposition:";
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([a-zA-Z]+)=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\\s\"]*+))");

    static PartHead read(MultipartStream body) throws IOException {
        String disposition = null;
        int lines = 0;
        for (String line = body.line(); !line.isEmpty(); line = body.line()) {
            if (++lines > MOST_LINES) {
                throw new MultipartStream.Malformed("A head has too many lines");
            }
            if (line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION)) {
                disposition = line.substring(DISPOSITION.length()).strip();
            }
        }
        return of(disposition);
    }

    private static PartHead of(String disposition) throws IOException {
        String name = null;
        String fileName = null;
        if (disposition != null && disposition.toLowerCase(Locale.ROOT).startsWith("form-data")) {
            Matcher parameters = PARAMETER.matcher(disposition);
            while (parameters.find()) {
                String value = parameters.group(2) == null ? parameters.group(3) : unescaped(parameters.group(2));
                switch (parameters.group(1).toLowerCase(Locale.ROOT)) {
                    case "name" -> name = value;
                    case "filename" -> fileName = withoutFolders(value);
                    default -> {
                        // Nobody asked for it.
                    }
                }
            }
        }
        if (name == null) {
            throw new MultipartStream.Malformed("A part has no name");
        }
        return new PartHead(name, fileName);
    }

    /** Browsers write quotes and ends of lines in percent (HTML, "multipart/form-data encoding"), some programs with backslashes. */
    private static String unescaped(String quoted) {
        return quoted.replaceAll("\\\\([\"\\\\])", "$1")
                .replace("%22", "\"")
                .replace("%0D", " ")
                .replace("%0A", " ");
    }

    private static String withoutFolders(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cc}", "");
    }
}
