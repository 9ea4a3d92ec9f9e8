package de.kreiswerk.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Recorder;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;

class PlatformTest {

    @TempDir
    private Path folder;

    @Test
    void whatCannotStartIsReportedAndTheRestRuns() throws Refusal, IOException, InterruptedException {
        Distribution distribution = new Distribution(Files.createDirectories(folder.resolve("with space + ümlaut")));
        Path data = Files.createDirectory(folder.resolve("data"));
        List<Path> jars = List.of(
                distribution.bundle("fragment", Map.of(Constants.FRAGMENT_HOST, "witness")),
                distribution.bundle("broken", Map.of(Constants.IMPORT_PACKAGE, "not.there;version=\"[1.2,2)\"")),
                distribution.bundle("witness", Map.of(), WitnessActivator.class),
                distribution.bundle("first-bundle", Map.of()),
                Files.writeString(distribution.home().resolve("bundles/text.jar"), "not a jar"));
        FrameworkConfiguration configuration =
                FrameworkConfiguration.read(distribution.home().resolve("conf/framework.properties"));
        Map<String, String> given = new TreeMap<>(Map.of(
                "kreiswerk.data", data.toString(),
                "kreiswerk.home", distribution.home().toString(),
                "kreiswerk.demo", "true",
                "kreiswerk.version", "1.2.3",
                "org.osgi.service.http.port", "0"));
        given.put(Constants.FRAMEWORK_STORAGE, data.resolve("cache").toString());
        given.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, "4");
        Recorder recorder = new Recorder();

        Platform platform = Platform.prepare(configuration.properties(given), recorder.terminal());
        try {
            platform.install(jars, configuration.startLevels());
            platform.start(configuration.startLevels());

            assertThat(data.resolve("seen"))
                    .hasContent(String.join(
                            "\n", "0", "true", "1.2.3", distribution.home().toString(), data + "/example"));
        } finally {
            platform.stop(Duration.ofSeconds(10));
        }

        assertThat(platform.awaitEnd()).isTrue();
        assertThat(data.resolve("stopped")).exists();
        assertThat(recorder.err().lines())
                .anyMatch(line -> line.startsWith("Bundle text.jar startet nicht: "))
                .contains("Bundle broken startet nicht: es fehlt das Paket not.there ab Version 1.2.0")
                .contains("Bundles, die nicht laufen: 1. Alles andere läuft.")
                .hasSize(3);
    }

    @Test
    void whatKeepsTheFrameworkFromStartingIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("cache"), "in the way");

        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> Platform.prepare(
                        Map.of(Constants.FRAMEWORK_STORAGE, file.toString()), new Recorder().terminal()));

        assertThat(refusal.sentence(Language.GERMAN))
                .startsWith("Das OSGi-Framework startet nicht: ")
                .contains(file.toString());
    }
}
