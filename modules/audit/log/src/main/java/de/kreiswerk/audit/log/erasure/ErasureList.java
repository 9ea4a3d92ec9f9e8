package de.kreiswerk.audit.log.erasure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who was erased, in a file outside of the database: a restored backup knows nothing of erasures that came after it. A line
 * each: the time and the random id. It is kept with the master key, since who restores needs both.
 */
final class ErasureList {

    private static final Pattern LINE = Pattern.compile("\\S+ (\\S{1,64})");

    private final Path file;

    ErasureList(Path file) {
        this.file = file;
    }

    /** Beside the file of the master key, wherever that is. */
    static ErasureList beside(Path masterKey) {
        return new ErasureList(masterKey.toAbsolutePath().resolveSibling("erasures.list"));
    }

    Path file() {
        return file;
    }

    /** Whether somebody could be noted now. */
    boolean isWritable() {
        if (Files.exists(file)) {
            return Files.isWritable(file);
        }
        Path folder = file.toAbsolutePath().getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        return folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
    }

    synchronized Set<String> subjects() throws IOException {
        Set<String> subjects = new LinkedHashSet<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                // A line that was cut off names nobody: the database has whom it was about.
                Matcher matcher = LINE.matcher(line.strip());
                if (matcher.matches()) {
                    subjects.add(matcher.group(1));
                }
            }
        }
        return subjects;
    }

    synchronized void add(String subject, Instant time) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, ownerOnly());
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            channel.write(StandardCharsets.UTF_8.encode("\n" + time + " " + subject + "\n"));
            channel.force(true);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
