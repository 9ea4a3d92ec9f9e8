package de.kreiswerk.deployment.archive.manifest;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /** Headers that the framework and its extenders take apart as well, each in its own way. */
    private static final Set<String> OF_CLAUSES = Set.of(
            "bundle-activationpolicy",
            "bundle-classpath",
            "bundle-nativecode",
            "bundle-requiredexecutionenvironment",
            "bundle-symbolicname",
            "dynamicimport-package",
            "export-package",
            "fragment-host",
            "import-package",
            "provide-capability",
            "require-bundle",
            "require-capability",
            "service-component");

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
        for (String line : decoded(bytes, owner).split("\r\n|\n", -1)) {
            if (line.isEmpty()) {
                break;
            }
            // A carriage return alone ends a line for Java, but not for the framework.
            if (line.chars().anyMatch(each -> Character.isISOControl(each) && each != '\t')) {
                throw bad(owner, "hat Steuerzeichen in einer Kopfzeile", "has control characters in a header");
            }
            int colon = line.indexOf(": ");
            String name = colon < 0 ? "" : line.substring(0, colon);
            if (!NAME.matcher(name).matches()) {
                throw bad(owner, "hat eine Zeile, die keine Kopfzeile ist", "has a line that is no header");
            }
            if (headers.put(name, line.substring(colon + 2)) != null) {
                throw bad(owner, "nennt " + Quoted.of(name) + " zweimal", "states " + Quoted.of(name) + " twice");
            }
            if (OF_CLAUSES.contains(name.toLowerCase(Locale.ROOT)) && !Clauses.isPlain(headers.get(name))) {
                throw bad(
                        owner,
                        "hat die Kopfzeile " + Quoted.of(name) + ", die sich auf zwei Arten lesen lässt",
                        "has the header " + Quoted.of(name) + ", which can be read in two ways");
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
            return at + 1 < bytes.length && bytes[at + 1] == '\n' ? 2 : 0;
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
