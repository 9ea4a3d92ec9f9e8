package de.kreiswerk.launcher.component;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.zip.Limits;
import de.kreiswerk.launcher.cli.InputFile;
import de.kreiswerk.launcher.cli.OutputFile;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Archives on disk. */
final class Archives {

    private Archives() {}

    /** Within what the platform takes; as for Java, this one stands for the platform's. */
    static Limits limits() {
        return Limits.standard();
    }

    static Archive read(String name) throws Refusal, IOException {
        Path file = InputFile.readable(name);
        try {
            return Archive.read(file, limits());
        } catch (BadArchive e) {
            throw refused(name, e.sentence());
        }
    }

    static Refusal refused(String name, Text sentence) {
        return Refusal.failed(name + ": " + sentence.german(), name + ": " + sentence.english());
    }

    /** Whole or not at all. */
    static void write(Archive archive, Path file) throws Refusal, IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !OutputFile.isReplaceable(file)) {
            throw Refusal.failed(
                    file + " kann nicht geschrieben werden: den Ordner gibt es nicht, oder dort liegt, was keine"
                            + " gewöhnliche Datei ist; nennen Sie mit --out eine andere.",
                    file + " cannot be written: there is no such folder, or what is there is no ordinary file; name"
                            + " another one with --out.");
        }
        Path part = Files.createTempFile(folder, file.getFileName().toString(), ".part");
        try {
            Files.write(part, archive.bytes());
            part.toFile().setReadable(true, false);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
