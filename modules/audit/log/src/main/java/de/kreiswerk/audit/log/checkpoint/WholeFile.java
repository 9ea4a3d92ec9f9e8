package de.kreiswerk.audit.log.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A small file that only the platform's account can read, and that is there as a whole or not at all, after a power failure too. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes a file that is not there yet, and that others may be about to write as well: one of them does, and it is never replaced.
     *
     * @param file which
     * @param content ASCII
     * @throws FileAlreadyExistsException when it is there
     * @throws IOException when it cannot be written
     */
    public static void create(Path file, String content) throws IOException {
        write(file, content, WholeFile::name);
    }

    /** Writes a file, in the place of an older one. */
    static void replace(Path file, String content) throws IOException {
        write(
                file,
                content,
                (part, whole) ->
                        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    /** How what is written gets its name. */
    private interface Naming {

        void name(Path part, Path file) throws IOException;
    }

    private static void name(Path part, Path file) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // A file system without links: nearly as good.
            Files.move(part, file);
        }
    }

    private static void write(Path file, String content, Naming naming) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "key", ".part", ownerOnly(file));
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.US_ASCII.encode(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            naming.name(part, file.toAbsolutePath());
        } finally {
            Files.deleteIfExists(part);
        }
        if (isPosix(file)) {
            // Else the name may be gone after a power failure.
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
