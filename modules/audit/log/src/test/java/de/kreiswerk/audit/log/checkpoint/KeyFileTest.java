package de.kreiswerk.audit.log.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.notekit.SignerKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    Path data;

    @Test
    void theKeyIsForTheAccountOfThePlatformOnlyAndFoundAgain() throws IOException {
        KeyFile store = KeyFile.of(Map.of(), data);
        assertThat(store.signers()).isEmpty();

        LogSigner made = store.create("example.de/audit/log");

        assertThat(store.signers()).extracting(LogSigner::verifier).containsExactly(made.verifier());
        assertThat(made.verifier().name()).isEqualTo("example.de/audit/log");
        Path file = data.resolve("keys/seal.key");
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "needs a POSIX file system");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyIsNeverOverwritten() throws IOException {
        KeyFile store = KeyFile.of(Map.of(), data);
        store.create("example.de");

        assertThatThrownBy(() -> store.create("example.de")).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aKeyIsThereWholeOrNotAtAll() throws IOException {
        KeyFile store = KeyFile.of(Map.of(), data);

        store.create("example.de");
        assertThatThrownBy(() -> store.create("example.de")).isInstanceOf(FileAlreadyExistsException.class);

        try (Stream<Path> files = Files.list(data.resolve("keys"))) {
            assertThat(files).as("nothing half is left").containsExactly(data.resolve("keys/seal.key"));
        }
    }

    @Test
    void aKeyThatOthersCanReadIsTold() throws IOException {
        KeyFile store = KeyFile.of(Map.of(), data);
        assertThat(store.concern()).isEmpty();
        store.create("example.de");
        assertThat(store.concern()).isEmpty();
        Path file = data.resolve("keys/seal.key");
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "needs a POSIX file system");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        Text concern = store.concern().orElseThrow();
        assertThat(concern.english()).contains(file.toString(), "rw-r--r--");
        assertThat(concern.german()).contains(file.toString(), "Geben Sie der Datei");
        assertThat(KeyFile.of(Map.of(KeyFile.VARIABLE, "a key"), data).concern())
                .isEmpty();
    }

    @Test
    void whatWasMadeInVainIsTakenBack() throws IOException {
        KeyFile store = KeyFile.of(Map.of(), data);
        store.create("example.de");

        store.discard();

        assertThat(store.signers()).isEmpty();
    }

    @Test
    void theEnvironmentGoesFirstAndMayHaveTwoKeys() throws Exception {
        SignerKey newest = SignerKey.generate("example.de", new SecureRandom());
        SignerKey older = SignerKey.generate("example.de", new SecureRandom());

        KeyFile store = KeyFile.of(Map.of(KeyFile.VARIABLE, " " + newest.text() + "\n" + older.text() + "\n"), data);

        assertThat(store.signers())
                .extracting(LogSigner::verifier)
                .containsExactly(newest.verifier(), older.verifier());
        assertThat(store.place().german()).isEqualTo(KeyFile.VARIABLE);
    }

    @Test
    void anotherFileCanBeNamed() throws IOException {
        Path elsewhere = data.resolve("mount/log.key");
        KeyFile.of(Map.of(KeyFile.FILE_VARIABLE, elsewhere.toString()), data).create("example.de");

        assertThat(elsewhere).exists();
        assertThat(data.resolve("keys")).doesNotExist();
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutBeingQuoted() throws IOException {
        Files.createDirectories(data.resolve("keys"));
        Path file = data.resolve("keys/seal.key");
        for (String bad : new String[] {"PRIVATE+KEY+halb", "x".repeat(20_000), "\u00ff\u00fe"}) {
            Files.writeString(file, bad);
            assertThatThrownBy(() -> KeyFile.of(Map.of(), data).signers())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageNotContaining("halb");
        }
    }
}
