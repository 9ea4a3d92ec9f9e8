package de.kreiswerk.deployment.archive.manifest;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads the main section of a manifest (JAR file specification). A header that stands there twice is refused: which of the two
 * counts depends on who reads it.
 */
public final class Manifests {

    /** Where it lies in a JAR. */
    public static final String PLACE = "META-INF/MANIFEST.MF";

    private static final int LARGEST = 1024 * 1024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,69}");

    private Manifests() {}

    /**
     * Reads one.
     *
     * @param bytes the file
     * @param owner whose it is, for the sentence
     * @return headers by name; names are found in any case
     * @throws BadArchive when it is not a manifest
     */
    public static Map<String, String> main(byte[] bytes, String owner) throws BadArchive {
        if (bytes.length > LARGEST) {
            throw bad(owner, "ist größer als 1 MiB", "is larger than 1 MiB");
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : decoded(bytes, owner).split("\r\n|\n|\r", -1)) {
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(": ");
            String name = colon < 0 ? "" : line.substring(0, colon);
            if (!NAME.matcher(name).matches()) {
                throw bad(owner, "hat eine Zeile, die keine Kopfzeile ist", "has a line that is no header");
            }
            if (headers.put(name, line.substring(colon + 2)) != null) {
                throw bad(owner, "nennt " + Quoted.of(name) + " zweimal", "states " + Quoted.of(name) + " twice");
            }
        }
        headers.replaceAll((key, value) -> value.strip());
        return Collections.unmodifiableMap(headers);
    }

    private static String decoded(byte[] bytes, String owner) throws BadArchive {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(joined(bytes)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw bad(owner, "ist nicht in UTF-8 geschrieben", "is not written in UTF-8");
        }
    }

    /** Tools break lines after 72 bytes, even within a character: continuations are joined before they are decoded. */
    private static byte[] joined(byte[] bytes) {
        byte[] joined = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lineBreak = lineBreak(bytes, i);
            if (lineBreak > 0 && i > 0 && i + lineBreak < bytes.length && bytes[i + lineBreak] == ' ') {
                i += lineBreak;
            } else {
                joined[length++] = bytes[i];
            }
        }
        return Arrays.copyOf(joined, length);
    }

    private static int lineBreak(byte[] bytes, int at) {
        if (bytes[at] == '\r') {
            return at + 1 < bytes.length && bytes[at + 1] == '\n' ? 2 : 1;
        }
        return bytes[at] == '\n' ? 1 : 0;
    }

    private static BadArchive bad(String owner, String german, String english) {
        return new BadArchive(
                "bundle.manifest",
                "Das Manifest von „" + Quoted.of(owner) + "“ " + german + ".",
                "The manifest of '" + Quoted.of(owner) + "' " + english + ".");
    }
}
