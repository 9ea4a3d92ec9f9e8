package de.kreiswerk.launcher.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where a platform keeps what must survive.
 *
 * @param path absolute
 */
public record DataDirectory(Path path) {

    /** The option that names the directory. */
    public static final String OPTION = "--data";

    /**
     * Finds the directory: the option, else KREISWERK_DATA, else {@code data} in the working directory.
     *
     * @param options the command's options
     * @param terminal for the environment
     * @return the directory, which need not be there
     * @throws Refusal when the name cannot be that of a directory
     */
    public static DataDirectory find(Options options, Terminal terminal) throws Refusal {
        String name = options.value(OPTION)
                .or(() -> terminal.variable("KREISWERK_DATA"))
                .orElse("data");
        try {
            return new DataDirectory(Path.of(name).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw Refusal.usage("„" + name + "“ ist kein Verzeichnisname.", "'" + name + "' is not a directory name.");
        }
    }

    /**
     * Makes the directory, for its owner only, unless it is there.
     *
     * @throws Refusal when that is not possible or the directory cannot be written
     */
    public void create() throws Refusal {
        try {
            // Java before 17.0.14 refuses a link to a directory.
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, ownerOnly());
            }
        } catch (FileAlreadyExistsException e) {
            throw Refusal.failed(
                    "Das Datenverzeichnis " + path + " kann nicht angelegt werden: dort liegt eine Datei.",
                    "The data directory " + path + " cannot be made: a file is in the way.");
        } catch (IOException e) {
            throw Refusal.failed(
                    "Das Datenverzeichnis " + path + " kann nicht angelegt werden: " + Terminal.reason(e) + ".",
                    "The data directory " + path + " cannot be made: " + Terminal.reason(e) + ".");
        }
        if (!Files.isWritable(path)) {
            throw Refusal.failed(
                    "In das Datenverzeichnis " + path + " darf nicht geschrieben werden.",
                    "The data directory " + path + " cannot be written.");
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * The file that a running platform locks.
     *
     * @return its path
     */
    public Path lockFile() {
        return path.resolve("kreiswerk.lock");
    }

    /**
     * Whether a platform is at work on it. The files beside the lock outlive one that was killed; the lock does not.
     *
     * @return true while a process holds the lock
     * @throws IOException when that cannot be known
     */
    public boolean isInUse() throws IOException {
        // Shared, and for a moment: several commands may ask at once, and who only reads can.
        try (FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.READ)) {
            return channel.tryLock(0, Long.MAX_VALUE, true) == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * The file in which a ready platform writes its address.
     *
     * @return its path
     */
    public Path urlFile() {
        return path.resolve("kreiswerk.url");
    }

    /**
     * The file with the operator's token.
     *
     * @return its path
     */
    public Path tokenFile() {
        return path.resolve("operator.token");
    }

    /**
     * The file of the embedded database; not there when the database is elsewhere.
     *
     * @return its path
     */
    public Path databaseFile() {
        return path.resolve("db").resolve("kreiswerk.mv.db");
    }

    /**
     * Where the framework unpacks bundles. It is emptied at each start.
     *
     * @return its path
     */
    public Path frameworkCache() {
        return path.resolve("cache").resolve("felix");
    }
}
