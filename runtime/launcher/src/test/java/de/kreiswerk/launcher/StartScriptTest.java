package de.kreiswerk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code bin/kreiswerk} starts Java with. */
class StartScriptTest {

    private static final Path SCRIPT = Path.of("../distribution/src/distribution/bin/kreiswerk")
            .toAbsolutePath()
            .normalize();

    @TempDir
    private Path java;

    /** Tells its version when asked, else its arguments, one a line. */
    @BeforeEach
    void makeJava() throws IOException {
        Path program = Files.createDirectory(java.resolve("bin")).resolve("java");
        Files.writeString(program, """
                #!/bin/sh
                case "$*" in
                    *-version) echo 'openjdk version "17.0.15"' >&2 ;;
                    *) printf '%s\\n' "$@" ;;
                esac
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "import", "account", "restore"})
    void theCollectorThatWasNamedIsTheOnlyOne(String command) throws Exception {
        assertThat(collectors(command, "-Xmx8g -XX:+UseG1GC")).containsExactly("-XX:+UseG1GC");
        assertThat(collectors(command, "-Xmx8g")).containsExactly("-XX:+UseSerialGC");
        assertThat(collectors(command, "")).containsExactly("-XX:+UseSerialGC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseGCOverheadLimit",
                "-XX:+UseContainerSupport -XX:MaxGCPauseMillis=200",
                "-Da=b-XX:+UseG1GC"
            })
    void whatOnlySoundsLikeACollectorIsNone(String options) throws Exception {
        assertThat(started("run", options))
                .contains("-XX:+UseSerialGC", "-Dkreiswerk.memory.return=true")
                .contains(options.split(" "));
    }

    @Test
    void memoryIsGivenBackWithTheDefaultCollectorOnly() throws Exception {
        assertThat(started("run", "")).contains("-Dkreiswerk.memory.return=true");
        assertThat(started("run", "-XX:+UseG1GC")).doesNotContain("-Dkreiswerk.memory.return=true", "-Xms72m");
    }

    private List<String> collectors(String command, String options) throws Exception {
        return started(command, options).stream()
                .filter(argument -> argument.matches("-XX:\\+Use\\w*GC"))
                .toList();
    }

    private List<String> started(String command, String options) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", SCRIPT.toString(), command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("KREISWERK_JAVA_OPTS", options);
        Process process = builder.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as("exit code of %s", lines).isZero();
        return lines;
    }
}
