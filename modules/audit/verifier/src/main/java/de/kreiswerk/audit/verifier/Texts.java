package de.kreiswerk.audit.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads what files are made of, strictly: what can be written in two ways would let somebody change a byte unnoticed. */
final class Texts {

    /** The largest record has 64 kB, and a third more in Base64. */
    private static final int LARGEST = 1 << 20;

    /** More hashes than any proof has: a tree of 2 to the power of 63 entries has 63 levels. */
    private static final int MOST_HASHES = 64;

    private Texts() {}

    static byte[] file(String name) throws Refusal {
        try (InputStream in = Files.newInputStream(Path.of(name))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Refusal.unreadable(
                        name + ": Die Datei ist zu groß dafür.", name + ": the file is too large for this.");
            }
            return bytes;
        } catch (IOException | InvalidPathException e) {
            throw Refusal.unreadable(
                    name + ": Die Datei kann nicht gelesen werden.", name + ": the file cannot be read.");
        }
    }

    /**
     * A checkpoint that somebody kept. One that came by mail may have been saved with the line ends of Windows, all of them: those
     * of the text that was signed are line feeds.
     */
    static byte[] checkpoint(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String lines = text.replace("\r\n", "");
        boolean fromWindows = text.endsWith("\r\n") && lines.indexOf('\r') < 0 && lines.indexOf('\n') < 0;
        return fromWindows ? text.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1) : bytes;
    }

    static String utf8(byte[] bytes) throws Refusal {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw damaged();
        }
    }

    static long number(String digits) throws Refusal {
        if (!digits.matches("0|[1-9][0-9]{0,17}")) {
            throw damaged();
        }
        return Long.parseLong(digits);
    }

    static byte[] base64(String text) throws Refusal {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw damaged();
        }
        throw damaged();
    }

    static byte[] hash(String text) throws Refusal {
        byte[] hash = base64(text);
        if (hash.length != Merkle.BYTES) {
            throw damaged();
        }
        return hash;
    }

    static List<byte[]> hashes(List<String> lines) throws Refusal {
        if (lines.size() > MOST_HASHES) {
            throw damaged();
        }
        List<byte[]> hashes = new ArrayList<>();
        for (String line : lines) {
            hashes.add(hash(line));
        }
        return hashes;
    }

    /** Control characters would steer a terminal. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(each -> shown.appendCodePoint(
                        Character.isISOControl(each) || Character.getType(each) == Character.FORMAT ? '\uFFFD' : each));
        return shown.toString();
    }

    static Refusal damaged() {
        return Refusal.unreadable(
                "Die Datei hat nicht die Form, die sie haben muss: sie ist beschädigt oder etwas anderes.",
                "The file does not have the form that it must have: it is damaged, or something else.");
    }
}
