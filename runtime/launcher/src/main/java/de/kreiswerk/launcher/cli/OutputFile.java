package de.kreiswerk.launcher.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A file that a command is given to write: it is written beside it and then takes its place. */
public final class OutputFile {

    private OutputFile() {}

    /**
     * Whether a file may take its place. A device or a link may not be replaced: root would take /dev/stdout from all others.
     *
     * @param file the file
     * @return true when nothing is there, or an ordinary file
     */
    public static boolean isReplaceable(Path file) {
        return !Files.exists(file, LinkOption.NOFOLLOW_LINKS) || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
