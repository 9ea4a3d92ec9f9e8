package de.kreiswerk.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Recorder;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes whole is looked at from outside, on the built distribution. */
class BackupCommandTest {

    private static final String BACKUPS = "POST /api/platform/v1/backups";

    @TempDir
    private Path folder;

    @TempDir
    private Path data;

    private StubPlatform platform;
    private final Recorder recorder = new Recorder();

    @BeforeEach
    void startPlatform() throws IOException {
        platform = new StubPlatform(data);
    }

    @AfterEach
    void stopPlatform() throws IOException {
        platform.close();
    }

    @Test
    void whatDoesNotComeWholeLeavesTheOlderFileAsItIs() throws Exception {
        platform.answer(BACKUPS, 200, "PK, and then the connection broke");
        Path file = Files.writeString(folder.resolve("a.backup"), "the older one");

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> run(file.toString()));

        assertThat(refusal.sentence(Language.GERMAN)).contains("nicht vollständig");
        assertThat(file).hasContent("the older one");
        assertNothingElse(file);
    }

    @Test
    void refusalOfThePlatformIsPassedOn() throws Exception {
        platform.answer(BACKUPS, 409, "{\"detail\":\"Eine andere Sicherung läuft noch.\"}");

        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> run(folder.resolve("a.backup").toString()));

        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(refusal.sentence(Language.GERMAN)).contains("a.backup: Eine andere Sicherung läuft noch.");
        assertNothingElse();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaidBeforeAnythingIsMade() {
        Refusal folderItself = catchThrowableOfType(Refusal.class, () -> run(folder.toString()));
        Refusal nowhere = catchThrowableOfType(
                Refusal.class, () -> run(folder.resolve("none/a").toString()));

        assertThat(folderItself.sentence(Language.ENGLISH)).contains("no file can be written there");
        assertThat(nowhere.exitCode()).isEqualTo(1);
        assertThat(platform.requests()).isEmpty();
        assertThat(catchThrowableOfType(Refusal.class, this::run).exitCode()).isEqualTo(2);
    }

    @Test
    void aLinkOrADeviceIsNotReplaced() throws Exception {
        platform.answer(BACKUPS, 200, "PK");
        Path link = Files.createSymbolicLink(folder.resolve("stdout"), Path.of("/dev/null"));

        Refusal device = catchThrowableOfType(Refusal.class, () -> run("/dev/null"));
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> run(link.toString()));

        assertThat(device.sentence(Language.GERMAN)).contains("/dev/null: Dorthin kann keine Datei");
        assertThat(refusal.sentence(Language.GERMAN)).contains("gewöhnliche Datei");
        assertThat(platform.requests()).isEmpty();
        assertThat(link).isSymbolicLink();
    }

    private void assertNothingElse(Path... files) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            assertThat(found).containsExactly(files);
        }
    }

    private int run(String... operands) throws Exception {
        String[] arguments = Stream.concat(Stream.of("--data", data.toString()), Stream.of(operands))
                .toArray(String[]::new);
        return new BackupCommand(recorder.terminal()).run(java.util.List.of(arguments));
    }
}
