package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The same distribution on other JDKs than the one that built it: those that {@code KREISWERK_TEST_JDKS} names, separated as
 * in a path, or else a Temurin 25 where Debian puts it.
 */
@Execution(ExecutionMode.CONCURRENT)
class OtherJavaTest {

    private static final Path DEBIAN = Path.of("/usr/lib/jvm");

    @OnOneDatabase
    void startsImportsPublishesAndStops(Starter starter) throws IOException {
        List<Path> others = others();
        assumeTrue(!others.isEmpty(), "skipped: there is no other JDK; name some in KREISWERK_TEST_JDKS");
        for (Path java : others) {
            Platform platform = starter.start(Settings.of("--no-demo").on(java));
            Reply imported = platform.papers()
                    .importAndPublish(Vorlage.numbered("2047/1")
                            .titled("Auf anderem Java")
                            .text())
                    .is(201);
            assertThat(platform.stranger()
                            .get(URI.create(imported.field("url")).getPath())
                            .is(200)
                            .text())
                    .contains("Auf anderem Java");
            platform.stranger().get("/health/ready").is(200);
            assertThat(platform.stop()).isIn(0, 143);
            assertThat(platform.log()).as("warnings of " + java).noneMatch(line -> line.startsWith("WARNING"));
        }
    }

    private static List<Path> others() throws IOException {
        String named = System.getenv().getOrDefault("KREISWERK_TEST_JDKS", "");
        if (!named.isBlank()) {
            return Arrays.stream(named.split(File.pathSeparator))
                    .filter(name -> !name.isBlank())
                    .map(Path::of)
                    .toList();
        }
        if (!Files.isDirectory(DEBIAN)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(DEBIAN)) {
            return found.filter(java -> java.getFileName().toString().startsWith("temurin-25"))
                    .filter(java -> Files.isExecutable(java.resolve("bin/java")))
                    .limit(1)
                    .toList();
        }
    }
}
