package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.CommandLine;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The platform as a process: what it says and leaves when it starts, and when it may not. */
class StartAndStopTest {

    @TempDir
    Path folder;

    @OnEachDatabase
    void readyPlatformLeavesItsAddressAndToken(Platform platform) throws IOException {
        assertThat(platform.url().getHost()).isEqualTo("localhost");
        assertThat(platform.url().getPort()).isPositive();
        assertThat(Files.readString(platform.data().resolve("kreiswerk.url")).strip())
                .isEqualTo(platform.url().toString());
        Path token = platform.data().resolve("operator.token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
                .isEqualTo("rw-------");
        assertThat(platform.token()).hasSizeGreaterThan(30);
        assertThat(platform.announced()).isEqualTo(platform.url());
        assertThat(platform.log().stream().filter(line -> line.startsWith("Kreiswerk is ready: ")))
                .containsExactly("Kreiswerk is ready: " + platform.url() + "/");
        assertThat(String.join("\n", platform.log())).doesNotContain(platform.token());
    }

    @OnEachDatabase
    void startIsQuietBeyondOneLineForEachEvent(Platform platform) {
        List<String> start =
                platform.log().subList(0, platform.log().indexOf("Kreiswerk is ready: " + platform.url() + "/"));

        // On a busy machine it says what it waits for.
        assertThat(start)
                .filteredOn(line -> !line.contains("Not ready yet: "))
                .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
        assertThat(start).hasSizeLessThan(20);
    }

    @OnEachDatabase
    void secondStartOnTheSameDataIsRefused(Platform platform) {
        CommandLine.Result german = new CommandLine()
                .run("run", "--port", 0, "--data", platform.data())
                .exits(1);
        CommandLine.Result english = new CommandLine()
                .with("LANG", "en_US.UTF-8")
                .run("run", "--port", 0, "--data", platform.data())
                .exits(1);

        assertThat(german.err())
                .hasLineCount(1)
                .contains(platform.data().toString())
                .contains("laufenden Kreiswerk");
        assertThat(english.err()).hasLineCount(1).contains("running Kreiswerk");
        assertThat(platform.data().resolve("kreiswerk.url")).exists();
        platform.stranger().get("/health/ready").is(200);
    }

    @OnEachDatabase
    void startOnTakenPortIsRefused(Platform platform) {
        int port = platform.url().getPort();
        CommandLine.Result result =
                new CommandLine().run("run", "--port", port, "--data", folder).exits(1);

        assertThat(result.err())
                .hasLineCount(1)
                .contains(String.valueOf(port))
                .contains("belegt")
                .contains("--port");
        platform.stranger().get("/health/ready").is(200);
    }
}
