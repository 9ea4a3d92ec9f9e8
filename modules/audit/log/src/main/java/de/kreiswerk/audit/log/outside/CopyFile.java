package de.kreiswerk.audit.log.outside;

import de.kreiswerk.audit.api.Checkpoint;
import de.kreiswerk.audit.log.checkpoint.Obstacle;
import de.kreiswerk.core.api.text.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * A file to which signed states are added, on a disk that others look after. Above each stands a line with {@code #} and the time;
 * what follows up to the next such line is the checkpoint as it was signed.
 */
final class CopyFile {

    private final Path file;

    CopyFile(Path file) {
        this.file = file;
    }

    /** The file is never made: where a disk is not mounted, the copy would stay in the house. Nor is a link followed to elsewhere. */
    void append(Checkpoint checkpoint, Instant time) throws IOException {
        if (!file.isAbsolute() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Obstacle(new Text(
                    "Die Datei " + file + " gibt es nicht. Legen Sie sie einmal an, leer, auf dem Datenträger, der dort"
                            + " eingehängt ist",
                    "There is no file " + file + ". Make it once, empty, on the disk that is mounted there"));
        }
        String entry = "# " + time + "\n" + checkpoint.note();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS)) {
            long before = channel.size();
            try {
                // What a crash cut off ends with its line.
                String head = before == 0 || endsLine(before) ? "" : "\n";
                ByteBuffer left = ByteBuffer.wrap((head + entry).getBytes(StandardCharsets.UTF_8));
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            } catch (IOException e) {
                // A disk that is full keeps what fitted on it: no half of a checkpoint stays.
                channel.truncate(before);
                throw e;
            }
        }
    }

    private boolean endsLine(long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.read(last, length - 1);
            return last.get(0) == '\n';
        }
    }
}
