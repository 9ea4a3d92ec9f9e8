package de.kreiswerk.launcher.component;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.core.notekit.VerifierKey;
import de.kreiswerk.launcher.cli.InputFile;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Keys that a command is given: as a file, public ones as their line, too. */
final class Keys {

    private static final int LARGEST = 4096;

    private Keys() {}

    static SignerKey signer(String file) throws Refusal, IOException {
        try {
            return SignerKey.parse(content(InputFile.readable(file)));
        } catch (BadKey e) {
            throw Archives.refused(file, new Text(e.german(), e.english()));
        }
    }

    /** A private key has a public one within it. A key is never taken for a file: that would have come with the archive. */
    static VerifierKey verifier(String lineOrFile) throws Refusal, IOException {
        try {
            return VerifierKey.parse(lineOrFile);
        } catch (BadKey e) {
            if (!isFile(lineOrFile)) {
                throw noKey(e);
            }
        }
        try {
            String content = content(Path.of(lineOrFile));
            return content.startsWith("PRIVATE+KEY+")
                    ? SignerKey.parse(content).verifier()
                    : VerifierKey.parse(content);
        } catch (BadKey e) {
            throw noKey(e);
        }
    }

    private static Refusal noKey(BadKey e) {
        return Refusal.failed("--key: " + e.german(), "--key: " + e.english());
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8).strip();
        }
    }
}
