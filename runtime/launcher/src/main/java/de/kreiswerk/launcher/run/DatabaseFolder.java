package de.kreiswerk.launcher.run;

import de.kreiswerk.launcher.cli.DataDirectory;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder of the embedded database, for its owner only: the data directory may have been made by hand, for everybody, and
 * the database makes its files as the user's mask has it. Files with keys and passwords see to that themselves.
 */
final class DatabaseFolder {

    /** Says where another database is. */
    static final String ELSEWHERE = "KREISWERK_DB_URL";

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private DatabaseFolder() {}

    /** Before anything is written into it. */
    static void close(DataDirectory data, Terminal terminal) {
        Path folder = data.databaseFile().getParent();
        boolean elsewhere = terminal.variable(ELSEWHERE).isPresent() && !Files.exists(folder);
        if (elsewhere || !folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            // Java before 17.0.14 refuses a link to a directory.
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            if (!OWNER_ONLY.equals(Files.getPosixFilePermissions(folder))) {
                Files.setPosixFilePermissions(folder, OWNER_ONLY);
            }
        } catch (IOException e) {
            // A file system may know no modes, and served all the same until now.
            terminal.err()
                    .println(terminal.pick(
                                    "Den Ordner " + folder + " können vielleicht andere Benutzer lesen: ",
                                    "Other users may be able to read the folder " + folder + ": ")
                            + Terminal.reason(e) + ".");
        }
    }
}
