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
    void secondLockIsRefusedUntilTheFirstIsFreed() throws Refusal, IOException {
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
    void theFileNamesTheProcessOnly() throws Refusal, IOException {
        DataDirectory data = new DataDirectory(folder);
        Files.writeString(data.lockFile(), "12345678901234567890 left over\n");

        DirectoryLock.take(data).close();

        assertThat(data.lockFile()).hasContent(ProcessHandle.current().pid() + "\n");
    }
}
