package de.kreiswerk.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.launcher.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code run} in a process of its own: only there are signals and locks what they are in life. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class RunProcessTest {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();
    private Distribution distribution;
    private Path data;

    @BeforeEach
    void makeDistribution() throws IOException {
        distribution = new Distribution(Files.createDirectory(folder.resolve("home")));
        distribution.bundle("witness", Map.of(), WitnessActivator.class);
        data = folder.resolve("data");
    }

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void terminatingStopsBundlesAndRemovesTheAddress() throws IOException, InterruptedException {
        Process process = startReady();
        assertThat(data.resolve("kreiswerk.url")).exists();

        process.destroy();

        assertThat(process.waitFor()).isEqualTo(TERMINATED);
        assertThat(data.resolve("stopped")).exists();
        assertThat(data.resolve("kreiswerk.url")).doesNotExist();
    }

    @Test
    void secondStartOnTheSameDataIsRefusedAndNamesTheProcess() throws IOException, InterruptedException {
        Process first = startReady();

        Process second = start("run", "--port", "0", "--data", data.toString());

        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(errors(second))
                .isEqualTo(
                        "Das Datenverzeichnis " + data + " wird schon von einem laufenden Kreiswerk benutzt (Prozess "
                                + first.pid() + "); beenden Sie es oder wählen Sie mit --data ein anderes.\n");
        assertThat(first.isAlive()).isTrue();
        assertThat(data.resolve("kreiswerk.url")).exists();
    }

    @Test
    void killedPlatformLeavesNothingInTheWay() throws IOException, InterruptedException {
        Process first = startReady();
        first.destroyForcibly().waitFor();
        assertThat(data.resolve("kreiswerk.url")).exists();
        Files.delete(data.resolve("seen"));

        startReady();

        assertThat(data.resolve("seen")).exists();
    }

    @Test
    void withoutBundlesThereIsNothingToRun() throws IOException, InterruptedException {
        Files.delete(distribution.home().resolve("bundles/witness-1.0.0.jar"));

        Process process = start("run", "--data", data.toString());

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(errors(process)).contains("liegt kein Bundle");
        assertThat(data).doesNotExist();
    }

    private Process startReady() throws IOException {
        Process process = start("run", "--port", "0", "--no-demo", "--data", data.toString());
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.startsWith("Kreiswerk is ready: ")) {
            line = out.readLine();
        }
        assertThat(line).isNotNull();
        return process;
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsun.stderr.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Dkreiswerk.home=" + distribution.home(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("KREISWERK_LANGUAGE", "de");
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private static String errors(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
