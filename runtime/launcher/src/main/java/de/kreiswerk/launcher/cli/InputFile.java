package de.kreiswerk.launcher.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that a command is given to read. */
public final class InputFile {

    private InputFile() {}

    /**
     * Finds it.
     *
     * @param name its name as it was typed
     * @return the file, which can be read
     * @throws Refusal when there is none of this name
     */
    public static Path readable(String name) throws Refusal {
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw notReadable(name);
        }
        throw notReadable(name);
    }

    private static Refusal notReadable(String name) {
        return Refusal.failed(name + ": keine lesbare Datei.", name + ": not a file that can be read.");
    }
}
