package de.kreiswerk.deployment.archive.zip;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which names entries may have: those that everybody reads as the same place, below the archive. */
final class Names {

    /** General purpose bit 11: the name is UTF-8. */
    private static final int UTF8 = 1 << 11;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cn}\\p{Co}]");
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");

    private final int longest;
    private final Map<String, String> seen = new HashMap<>();

    Names(int longest) {
        this.longest = longest;
    }

    String read(byte[] bytes, int flags) throws BadArchive {
        String name = decoded(bytes, flags);
        if (name.length() > longest) {
            throw refused(
                    "archive.name-too-long",
                    name,
                    "hat einen Namen mit mehr als " + longest + " Zeichen.",
                    "has a name of more than " + longest + " characters.");
        }
        if (CONTROL.matcher(name).find()) {
            throw refused(
                    "archive.name", name, "hat Steuerzeichen in seinem Namen.", "has control characters in its name.");
        }
        if (leavesTheArchive(name)) {
            throw refused(
                    "archive.path",
                    name,
                    "führt aus dem Archiv hinaus; erlaubt sind nur einfache Pfade mit Schrägstrichen.",
                    "leads out of the archive; only plain paths with slashes are allowed.");
        }
        claim(name);
        return name;
    }

    private static String decoded(byte[] bytes, int flags) throws BadArchive {
        try {
            return ((flags & UTF8) != 0 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadArchive(
                    "archive.name",
                    "Ein Eintrag des Archivs hat einen Namen, der nicht in UTF-8 geschrieben ist.",
                    "An entry of the archive has a name that is not written in UTF-8.");
        }
    }

    private static boolean leavesTheArchive(String name) {
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return path.isEmpty()
                || name.contains("\\")
                || DRIVE.matcher(name).matches()
                || List.of(path.split("/", -1)).stream()
                        .anyMatch(each -> each.isBlank() || each.equals(".") || each.equals(".."));
    }

    /** The same place is claimed once only, on any file system. */
    private void claim(String name) throws BadArchive {
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        String place = Normalizer.normalize(path, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        String other = seen.putIfAbsent(place, name);
        if (other != null) {
            throw new BadArchive(
                    "archive.duplicate",
                    "Das Archiv enthält „" + Quoted.of(name) + "“ zweimal (auch als „" + Quoted.of(other) + "“).",
                    "The archive holds '" + Quoted.of(name) + "' twice (also as '" + Quoted.of(other) + "').");
        }
    }

    /** A file must not be a folder as well. Called when all names are known. */
    void foldersAreNoFiles() throws BadArchive {
        for (Map.Entry<String, String> each : seen.entrySet()) {
            for (int slash = each.getKey().lastIndexOf('/');
                    slash > 0;
                    slash = each.getKey().lastIndexOf('/', slash - 1)) {
                String parent = seen.get(each.getKey().substring(0, slash));
                if (parent != null && !parent.endsWith("/")) {
                    throw new BadArchive(
                            "archive.duplicate",
                            "Das Archiv enthält „" + Quoted.of(parent) + "“ als Datei und als Ordner.",
                            "The archive holds '" + Quoted.of(parent) + "' as a file and as a folder.");
                }
            }
        }
    }

    private static BadArchive refused(String code, String name, String german, String english) {
        return new BadArchive(
                code,
                "Der Eintrag „" + Quoted.of(name) + "“ " + german,
                "The entry '" + Quoted.of(name) + "' " + english);
    }
}
