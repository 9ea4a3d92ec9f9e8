package de.kreiswerk.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkConfigurationTest {

    @TempDir
    private Path folder;

    @Test
    void everythingButStartLevelsGoesToTheFramework() throws Refusal, IOException {
        FrameworkConfiguration configuration = FrameworkConfiguration.read(file("""
                startlevel.1=a*
                cache=${kreiswerk.data}/cache
                kreiswerk.demo=true
                """));

        Map<String, String> properties =
                configuration.properties(Map.of("kreiswerk.data", "/srv/data", "kreiswerk.demo", "false"));

        assertThat(properties)
                .containsOnly(
                        Map.entry("cache", "/srv/data/cache"),
                        Map.entry("kreiswerk.data", "/srv/data"),
                        Map.entry("kreiswerk.demo", "false"));
        assertThat(configuration.startLevels().of("abc.jar")).isEqualTo(1);
    }

    @Test
    void aBlankBehindAValueMeansNothing() throws Refusal, IOException {
        FrameworkConfiguration configuration =
                FrameworkConfiguration.read(file("org.apache.felix.http.host=127.0.0.1 \t\n"));

        assertThat(configuration.get("org.apache.felix.http.host")).isEqualTo("127.0.0.1");
        assertThat(configuration.properties(Map.of())).containsValue("127.0.0.1");
        assertThat(configuration.get("another")).isNull();
    }

    @Test
    void mistakesAndMissingFilesAreNamed() throws IOException {
        Path wrong = file("startlevel.one=a*");
        Path missing = folder.resolve("missing");

        assertThat(sentence(wrong)).contains(wrong.toString()).contains("startlevel.one");
        assertThat(sentence(missing)).contains(missing.toString());
    }

    private static String sentence(Path path) {
        return catchThrowableOfType(Refusal.class, () -> FrameworkConfiguration.read(path))
                .sentence(Language.GERMAN);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("framework.properties"), content);
    }
}
