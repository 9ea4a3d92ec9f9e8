package de.kreiswerk.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.launcher.cli.DataDirectory;
import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Recorder;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it does to accounts is looked at from outside, on the built distribution. */
class AccountCommandTest {

    @TempDir
    private Path folder;

    private Path home;
    private DataDirectory data;

    @BeforeEach
    void makeDistribution() throws IOException {
        Distribution distribution = new Distribution(Files.createDirectory(folder.resolve("home")));
        distribution.bundle("first-rescue", Map.of(), RescueActivator.class);
        home = distribution.home();
        data = new DataDirectory(Files.createDirectory(folder.resolve("data")));
        Files.writeString(data.lockFile(), "");
    }

    @Test
    void withoutADatabaseNoneIsMade() {
        Recorder recorder = new Recorder(Map.of("KREISWERK_DB_URL", " "));

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> reset(recorder, "admin"));

        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(refusal.sentence(Language.GERMAN))
                .contains(
                        "KREISWERK_DB_URL ist nicht gesetzt",
                        data.databaseFile().toString(),
                        "kreiswerk.env");
        assertThat(folder.resolve("data")).isDirectoryNotContaining(file -> !file.equals(data.lockFile()));
    }

    @Test
    void theDatabaseIsNamedWithoutWhatMayBeSecret() throws Exception {
        Recorder recorder =
                new Recorder(Map.of("KREISWERK_DB_URL", "jdbc:postgresql://db.example.de/kreiswerk?password=secret"));

        assertThat(reset(recorder, "admin")).isZero();
        Refusal unknown = catchThrowableOfType(Refusal.class, () -> reset(recorder, "niemand"));

        assertThat(recorder.out()).isEqualTo("new-password" + System.lineSeparator());
        assertThat(recorder.err())
                .contains("Das neue Kennwort in jdbc:postgresql://db.example.de/kreiswerk;")
                .doesNotContain("secret");
        assertThat(unknown.sentence(Language.GERMAN))
                .isEqualTo("Gibt es nicht. Datenbank: jdbc:postgresql://db.example.de/kreiswerk");
    }

    @Test
    void theEmbeddedDatabaseIsNamedByItsFile() throws Exception {
        Recorder recorder = new Recorder();
        Files.createDirectory(data.databaseFile().getParent());
        Files.writeString(data.databaseFile(), "");

        assertThat(reset(recorder, "admin")).isZero();
        assertThat(recorder.err()).contains(data.databaseFile().toString());
    }

    private int reset(Recorder recorder, String account) throws Exception {
        return new AccountCommand(home, "1", recorder.terminal())
                .run(List.of("reset-password", account, "--data", data.path().toString()));
    }
}
