package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where archives lie until somebody looks at them. They come as slowly as their senders like, and nobody who looks at another one is to
 * wait for that; so they lie in files meanwhile, and not in memory.
 */
final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int AT_A_TIME = 16;
    private static final int PIECE = 64 * 1024;

    private final Path folder;
    private final long largest;
    private final Semaphore places;
    private final Opener opener;

    /** In a folder; of what is larger, one byte more is taken, so that it can be told. */
    Inbox(Path folder, long largest) {
        this(folder, largest, AT_A_TIME, Files::newOutputStream);
    }

    Inbox(Path folder, long largest, int atATime, Opener opener) {
        this.folder = folder;
        this.largest = largest;
        this.places = new Semaphore(atATime);
        this.opener = opener;
    }

    /** Opens a file to be written. */
    @FunctionalInterface
    interface Opener {

        OutputStream open(Path file) throws IOException;
    }

    /** Something that came. It goes when it is closed. */
    final class Received implements AutoCloseable {

        private final Path file;

        private Received(Path file) {
            this.file = file;
        }

        Path file() {
            return file;
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("An archive that was looked at stays in {}", file, e);
            } finally {
                places.release();
            }
        }
    }

    /**
     * Reads to the end or the limit. Of what breaks off nothing is left.
     *
     * @throws IOException when the sender breaks off
     * @throws de.kreiswerk.core.api.problem.ProblemException when there is no place, or it cannot be written here
     */
    Received receive(InputStream in) throws IOException {
        if (!places.tryAcquire()) {
            throw Refusals.busy();
        }
        Path file;
        try {
            file = Files.createTempFile(folder, "kreiswerk-upload", null);
        } catch (IOException e) {
            places.release();
            throw notWritten(e);
        }
        Received received = new Received(file);
        boolean whole = false;
        try {
            copy(in, file);
            whole = true;
            return received;
        } finally {
            if (!whole) {
                received.close();
            }
        }
    }

    private void copy(InputStream in, Path file) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = largest + 1;
        try (Written out = new Written(file)) {
            while (left > 0) {
                int read = in.read(piece, 0, (int) Math.min(piece.length, left));
                if (read < 0) {
                    return;
                }
                out.write(piece, read);
                left -= read;
            }
        }
    }

    private ProblemException notWritten(IOException failure) {
        LOG.error("An archive that is uploaded cannot be written to {}", folder, failure);
        return Refusals.noRoom();
    }

    /** What fails here is nothing that the sender could do better. */
    private final class Written implements AutoCloseable {

        private final OutputStream out;

        Written(Path file) {
            try {
                this.out = opener.open(file);
            } catch (IOException e) {
                throw notWritten(e);
            }
        }

        void write(byte[] piece, int length) {
            try {
                out.write(piece, 0, length);
            } catch (IOException e) {
                throw notWritten(e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw notWritten(e);
            }
        }
    }
}
