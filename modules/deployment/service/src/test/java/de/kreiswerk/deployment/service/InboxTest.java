package de.kreiswerk.deployment.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

    private static final int LARGEST = 200_000;

    @TempDir
    private Path folder;

    /** With one place. */
    private static Inbox inbox(Path folder) {
        return new Inbox(folder, LARGEST, 1, Files::newOutputStream);
    }

    private static String refused(Inbox inbox) {
        return catchThrowableOfType(ProblemException.class, () -> inbox.receive(bytes(1)))
                .problem()
                .code();
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    @Test
    void whatCameLiesThereUntilItIsClosed() throws Exception {
        Inbox inbox = new Inbox(folder, LARGEST);

        try (Inbox.Received received = inbox.receive(bytes(LARGEST))) {
            assertThat(received.file()).hasParent(folder).hasSize(LARGEST);
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void ofWhatIsTooLargeNoMoreIsTakenThanTellsIt() throws Exception {
        InputStream endless = bytes(3 * LARGEST);

        try (Inbox.Received received = new Inbox(folder, LARGEST).receive(endless)) {
            assertThat(received.file()).hasSize(LARGEST + 1);
        }

        assertThat(endless.available()).isPositive();
    }

    @Test
    void ofWhatBreaksOffNothingIsLeftNorAPlaceTaken() throws Exception {
        Inbox inbox = inbox(folder);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The sender is gone");
            }
        };

        for (int i = 0; i < 3; i++) {
            InputStream half = new SequenceInputStream(bytes(LARGEST / 2), broken);
            assertThatThrownBy(() -> inbox.receive(half)).hasMessage("The sender is gone");
        }

        assertThat(folder).isEmptyDirectory();
        inbox.receive(bytes(1)).close();
    }

    @Test
    void whereNothingCanBeWrittenNoPlaceIsLost() throws Exception {
        Inbox inbox = inbox(folder.resolve("gone"));
        assertThat(refused(inbox)).isEqualTo("upload-not-written");

        Files.createDirectory(folder.resolve("gone"));

        inbox.receive(bytes(1)).close();
    }

    @Test
    void aFullDiskIsNotTheSendersFault() throws Exception {
        boolean[] full = {true};
        Inbox inbox = new Inbox(folder, LARGEST, 1, file -> new FilterOutputStream(Files.newOutputStream(file)) {
            @Override
            public void write(byte[] piece, int from, int length) throws IOException {
                if (full[0]) {
                    throw new IOException("No space left on device");
                }
                out.write(piece, from, length);
            }
        });

        assertThat(refused(inbox)).isEqualTo("upload-not-written");

        assertThat(folder).isEmptyDirectory();
        full[0] = false;
        inbox.receive(bytes(1)).close();
    }

    @Test
    void soManyMaySendAtOnce() throws Exception {
        Inbox inbox = inbox(folder);
        Inbox.Received first = inbox.receive(bytes(1));

        assertThat(refused(inbox)).isEqualTo("deployment-busy");

        first.close();
        inbox.receive(bytes(1)).close();
    }
}
