package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.CommandLine;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kreiswerk backup} leaves behind on a platform that goes on. */
class BackupFileTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    Path folder;

    @OnEachDatabase
    void theFileIsForItsOwnerTheTrailAndTheConsoleKnowOfIt(Platform platform) throws IOException {
        Path file = folder.resolve("known.backup");
        Files.writeString(file, "an older one");

        assertThat(new CommandLine()
                        .run("backup", "--data", platform.data(), file)
                        .exits(0)
                        .out())
                .contains(file.toString(), "gesichert");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(platform.operator().get("/admin").is(200).text())
                .contains("Letzte Sicherung", "Die letzte Sicherung ist vom");
        platform.stranger().post("/api/platform/v1/backups", FORM, "").is(401);
    }
}
