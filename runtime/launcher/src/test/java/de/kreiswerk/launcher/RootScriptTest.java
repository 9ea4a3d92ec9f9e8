package de.kreiswerk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./kreiswerk} builds, when, and what it says it lacks: in a copy, with tools that only say what they are. */
class RootScriptTest {

    private static final Path ORIGINAL =
            Path.of("../../kreiswerk").toAbsolutePath().normalize();

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    /** What the script takes from the machine, which need not have flock. */
    private static final List<String> ORDINARY = List.of(
            "cat",
            "chmod",
            "dirname",
            "find",
            "flock",
            "head",
            "ln",
            "mkdir",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sleep",
            "tail",
            "touch",
            "wc");

    @TempDir
    private Path root;

    @TempDir
    private Path path;

    private Path distribution;

    @BeforeEach
    void copy() throws IOException {
        Files.copy(ORIGINAL, root.resolve("kreiswerk"));
        Files.writeString(root.resolve("pom.xml"), "<project>\n  <version>1.2.3</version>\n</project>\n");
        distribution = root.resolve("runtime/distribution/target/kreiswerk-1.2.3");
        for (String tool : ORDINARY) {
            Optional<Path> found = ofTheMachine(tool);
            if (found.isPresent()) {
                Files.createSymbolicLink(path.resolve(tool), found.get());
            }
        }
        tool("javac", "echo 'javac 17.0.15'");
        tool("npm", "exit 0");
        tool("mvn", """
                case $1 in
                    -version) echo 'Apache Maven 3.9.9 (8e8579a9)' ;;
                    *)
                        echo "$@" >>"%1$s/built"
                        mkdir -p "%2$s/bin"
                        printf '#!/bin/sh\\necho "started $*"\\n' >"%2$s/bin/kreiswerk"
                        chmod +x "%2$s/bin/kreiswerk"
                        touch "%2$s.tar.gz"
                        ;;
                esac
                """.formatted(root, distribution));
    }

    @Test
    void whatIsMissingIsBuiltOnceAndThenStarted() throws Exception {
        assertThat(run(Map.of(), "run", "--port", "0").out()).endsWith("started run --port 0\n");
        assertThat(builds()).singleElement().asString().contains("-pl runtime/distribution -am package");

        assertThat(run(Map.of(), "run").out()).isEqualTo("started run\n");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void whatIsOlderThanItsSourcesIsBuiltAnew() throws Exception {
        run(Map.of(), "run");
        Path source = Files.createDirectories(root.resolve("modules/a/src")).resolve("A.java");
        Files.writeString(source, "class A {}");
        Files.setLastModifiedTime(source, FileTime.from(LONG_AGO));
        Files.setLastModifiedTime(source.getParent(), FileTime.from(LONG_AGO));
        run(Map.of(), "run");
        assertThat(builds()).as("an older source").hasSize(1);

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(run(Map.of(), "help").out())
                .as("other commands build nothing")
                .isEqualTo("started help\n");
        assertThat(builds()).hasSize(1);

        assertThat(run(Map.of(), "run").out()).endsWith("started run\n");
        assertThat(builds()).as("a newer source").hasSize(2);
    }

    @Test
    void whatMavenLeavesBehindIsNoSource() throws Exception {
        run(Map.of(), "run");
        Path left = Files.createDirectories(root.resolve("modules/a/target")).resolve("A.class");
        Files.setLastModifiedTime(
                Files.writeString(left, "x"), FileTime.from(Instant.now().plusSeconds(60)));

        run(Map.of(), "run");

        assertThat(builds()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"javac, Ein JDK ab Version 17 fehlt (javac)", "mvn, Maven ab Version 3.8 fehlt (mvn)", "npm, npm fehlt"
    })
    void aToolThatIsMissingIsNamedBeforeAnythingIsBuilt(String tool, String sentence) throws Exception {
        Files.delete(path.resolve(tool));

        Ended ended = run(Map.of(), "run");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).startsWith(sentence).hasLineCount(1);
        assertThat(builds()).isEmpty();
    }

    @Test
    void allThatIsTooOldIsNamedAtOnceInTheReadersLanguage() throws Exception {
        tool("javac", "echo 'javac 11.0.2'");
        tool("mvn", "echo 'Apache Maven 3.6.3'");

        Ended ended = run(Map.of("LANG", "en_GB.UTF-8"), "run");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out().lines())
                .satisfiesExactly(
                        java -> assertThat(java).startsWith("A JDK 17 or newer is missing"),
                        maven -> assertThat(maven).startsWith("Maven 3.8 or newer is missing"));
    }

    @Test
    void theJdkOfJavaHomeIsTheOneThatCounts() throws Exception {
        Path home = Files.createDirectories(root.resolve("jdk/bin"));
        program(home.resolve("javac"), "echo 'javac 11.0.2'");

        assertThat(run(Map.of("JAVA_HOME", home.getParent().toString()), "run").out())
                .startsWith("Ein JDK ab Version 17 fehlt");
    }

    @Test
    void aBuildThatFailsStartsNothingAndShowsItsLog() throws Exception {
        tool("mvn", """
                case $1 in
                    -version) echo 'Apache Maven 3.9.9' ;;
                    *) echo 'COMPILATION ERROR'; exit 1 ;;
                esac
                """);

        Ended ended = run(Map.of(), "run");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .contains("COMPILATION ERROR", root.toRealPath() + "/target/kreiswerk-build.log")
                .doesNotContain("started");
    }

    @Test
    void otherCommandsSayThatNothingIsBuiltYet() throws Exception {
        Ended ended = run(Map.of(), "help");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).contains("./kreiswerk run");
        assertThat(builds()).isEmpty();
    }

    private List<String> builds() throws IOException {
        Path built = root.resolve("built");
        return Files.exists(built) ? Files.readAllLines(built) : List.of();
    }

    private record Ended(int code, String out) {}

    private Ended run(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                                Stream.of("/bin/sh", root.resolve("kreiswerk").toString()), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", path.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out);
    }

    private void tool(String name, String script) throws IOException {
        program(path.resolve(name), script);
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Optional<Path> ofTheMachine(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder).resolve(tool))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
