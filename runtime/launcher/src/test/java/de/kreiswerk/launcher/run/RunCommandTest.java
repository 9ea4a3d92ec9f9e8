package de.kreiswerk.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Recorder;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before anything starts; the rest is looked at in a process of its own. */
class RunCommandTest {

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void makeDistribution() throws IOException {
        Distribution distribution = new Distribution(Files.createDirectory(folder.resolve("home")));
        distribution.bundle("witness", Map.of(), WitnessActivator.class);
        home = distribution.home();
    }

    @Test
    void theAddressOfAPlatformThatWasKilledIsGoneAlsoWhenItsPortIsTaken() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (ServerSocket somebodyElse = new ServerSocket(0)) {
            int port = somebodyElse.getLocalPort();
            Path address = Files.writeString(data.resolve("kreiswerk.url"), "http://localhost:" + port + "/\n");

            Refusal refusal = catchThrowableOfType(
                    Refusal.class,
                    () -> new RunCommand(home, "1", new Recorder().terminal())
                            .run(List.of("--port", String.valueOf(port), "--data", data.toString())));

            assertThat(refusal.sentence(Language.GERMAN)).contains("belegt");
            assertThat(address).doesNotExist();
        }
    }
}
