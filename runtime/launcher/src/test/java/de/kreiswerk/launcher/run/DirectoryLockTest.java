package de.kreiswerk.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.launcher.cli.DataDirectory;
import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

    @TempDir
    private Path folder;

    @Test
    void secondLockIsRefusedUntilTheFirstIsFreed() throws Refusal, IOException, InterruptedException {
        DataDirectory data = new DataDirectory(folder);
        try (DirectoryLock lock = DirectoryLock.take(data)) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> DirectoryLock.take(data));

            assertThat(refusal.exitCode()).isEqualTo(1);
            assertThat(refusal.sentence(Language.GERMAN))
                    .contains(folder.toString())
                    .contains("laufenden Kreiswerk");
            assertThat(lock).isNotNull();
        }
        DirectoryLock.take(data).close();
    }

    @Test
    void theFileNamesTheProcessOnly() throws Refusal, IOException, InterruptedException {
        DataDirectory data = new DataDirectory(folder);
        Files.writeString(data.lockFile(), "12345678901234567890 left over\n");

        DirectoryLock.take(data).close();

        assertThat(data.lockFile()).hasContent(ProcessHandle.current().pid() + "\n");
    }

    @Test
    void whoeverLooksSeesTheLockAsLongAsItIsHeld() throws Refusal, IOException, InterruptedException {
        DataDirectory data = new DataDirectory(folder);
        assertThat(data.isInUse()).as("never used").isFalse();
        try (DirectoryLock lock = DirectoryLock.take(data)) {
            assertThat(data.isInUse()).isTrue();
            assertThat(lock).isNotNull();
        }
        assertThat(data.isInUse()).as("the file stays").isFalse();
    }

    @Test
    void theAddressOfOneThatWasKilledIsNotBelievedWhileAnotherBegins()
            throws Refusal, IOException, InterruptedException {
        DataDirectory data = new DataDirectory(folder);
        Files.writeString(data.urlFile(), "http://localhost:1/\n");

        try (DirectoryLock lock = DirectoryLock.take(data)) {
            assertThat(lock).isNotNull();
            assertThat(data.urlFile()).doesNotExist();
        }
    }

    @Test
    void aStartRefusedByARunningPlatformLeavesItsAddress() throws Refusal, IOException, InterruptedException {
        DataDirectory data = new DataDirectory(folder);
        try (DirectoryLock lock = DirectoryLock.take(data)) {
            assertThat(lock).isNotNull();
            Files.writeString(data.urlFile(), "http://localhost:1/\n");

            catchThrowableOfType(Refusal.class, () -> DirectoryLock.take(data));

            assertThat(data.urlFile()).exists();
        }
    }

    @Test
    void whatKeepsTheLockAwayIsSaidAndNotOnlyWhere() throws IOException {
        DataDirectory data = new DataDirectory(folder);
        Files.createDirectory(data.lockFile());

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> DirectoryLock.take(data));

        assertThat(refusal.sentence(Language.GERMAN)).contains("kann nicht gesperrt werden: FileSystemException ");
    }
}
