package de.kreiswerk.launcher.run;

import de.kreiswerk.launcher.cli.DataDirectory;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second platform off a data directory. The operating system holds the lock and frees it however the process
 * ends. The file stays: deleting a lock file lets two processes lock two files of one name.
 */
final class DirectoryLock implements AutoCloseable {

    private static final int LONGEST_PID = 20;

    /** Commands hold the lock for a moment to see whether a platform runs ({@link DataDirectory#isInUse}). */
    private static final int TRIES = 5;

    private static final int PAUSE_MILLIS = 20;

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock take(DataDirectory data) throws Refusal, InterruptedException {
        try {
            return lock(data);
        } catch (IOException e) {
            throw Refusal.failed(
                    "Das Datenverzeichnis " + data.path() + " kann nicht gesperrt werden: " + Terminal.reason(e) + ".",
                    "The data directory " + data.path() + " cannot be locked: " + Terminal.reason(e) + ".");
        }
    }

    private static DirectoryLock lock(DataDirectory data) throws IOException, Refusal, InterruptedException {
        FileChannel channel = FileChannel.open(
                data.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            FileLock lock = tryLock(channel);
            for (int tries = 1; lock == null && tries < TRIES; tries++) {
                Thread.sleep(PAUSE_MILLIS);
                lock = tryLock(channel);
            }
            if (lock == null) {
                throw inUse(data, channel);
            }
            // One that was killed left its address: with the lock held, commands would believe it.
            Files.deleteIfExists(data.urlFile());
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
            taken = true;
            return new DirectoryLock(channel);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static Refusal inUse(DataDirectory data, FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(LONGEST_PID);
        channel.read(content, 0);
        String pid = new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII).strip();
        boolean known = pid.matches("\\d+");
        return Refusal.failed(
                "Das Datenverzeichnis " + data.path() + " wird schon von einem laufenden Kreiswerk benutzt"
                        + (known ? " (Prozess " + pid + ")" : "")
                        + "; beenden Sie es oder wählen Sie mit --data ein anderes.",
                "The data directory " + data.path() + " is already used by a running Kreiswerk"
                        + (known ? " (process " + pid + ")" : "") + "; stop it or choose another one with --data.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
