package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.kreiswerk.runtime.acceptance.fixture.CommandLine;
import de.kreiswerk.runtime.acceptance.fixture.Distribution;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a department's developer does on the first day: a new project, built as it is, packed, signed, deployed and served. */
@Execution(ExecutionMode.CONCURRENT)
class ComponentProjectTest {

    private static final String NAME = "de.lueneburg.ordnung.hundesteuer";
    private static final String API = "/api/deployment/v1";
    private static final String JSON = "application/json";
    private static final int BUILD_SECONDS = 120;

    @TempDir
    Path folder;

    @OnOneDatabase
    void aNewProjectIsBuiltPackedSignedDeployedAndServed(Starter starter) throws IOException, InterruptedException {
        assumeTrue(onPath("mvn"), "skipped: there is no Maven on the PATH");
        Path project = folder.resolve("hundesteuer");
        new CommandLine().run("component", "new", NAME, "--dir", project).exits(0);

        build(project);
        String archive = project.resolve("target/" + NAME + "-1.0.0.kwc").toString();
        assertThat(new CommandLine().run("component", "pack", project).exits(0).out())
                .contains(archive);
        Path key = folder.resolve("ordnung.key");
        String line = new CommandLine()
                .run("component", "keygen", "ordnung.example.de", "--out", key)
                .exits(0)
                .out();
        new CommandLine().run("component", "verify", archive, "--key", line).exits(1);
        new CommandLine().run("component", "sign", archive, "--key", key).exits(0);
        assertThat(new CommandLine()
                        .run(
                                "component",
                                "verify",
                                archive,
                                "--key",
                                line,
                                "--namespace",
                                "de.lueneburg.ordnung",
                                "--path",
                                "ordnung")
                        .exits(0)
                        .out())
                .contains("gültig")
                .contains("Nichts zu beanstanden.");

        Platform platform = starter.start("--no-demo");
        deploy(platform, line, Files.readAllBytes(Path.of(archive)));
        assertThat(platform.stranger()
                        .get("/ordnung/hundesteuer?name=%3Cb%3E")
                        .is(200)
                        .text())
                .contains("Guten Tag, &lt;b&gt;!");
        assertThat(platform.stranger()
                        .get("/ordnung/hundesteuer?name=Rex", "Accept-Language", "en")
                        .is(200)
                        .text())
                .contains("Hello, Rex!");
        platform.stranger().get("/ordnung/hundesteuer?name=" + "x".repeat(81)).is(400);
        assertThat(platform.stranger().get("/").is(200).text()).contains("/ordnung/hundesteuer", "Ein neuer Dienst");
        assertThat(platform.stranger()
                        .get("/api/ordnung/hundesteuer/v1/greetings/Rex")
                        .is(200)
                        .field("words"))
                .isEqualTo("Guten Tag, Rex!");
        platform.stranger()
                .get("/api/ordnung/hundesteuer/v1/greetings/Rex/internal")
                .is(401);
        platform.stranger().get("/api/ordnung/hundesteuer/v1/greetings/%20").is(422);
        assertThat(platform.operator()
                        .get("/api/identity/v1/permissions")
                        .is(200)
                        .text())
                .as("what no other department's component can be called")
                .contains("\"" + NAME + ".read\"");
    }

    /** As an administrator and the department would: grant, key, archive, switch. */
    private static void deploy(Platform platform, String key, byte[] archive) {
        String department = platform.operator()
                .post("/api/identity/v1/departments", JSON, "{\"shortName\":\"ordnung\",\"name\":\"Ordnungsamt\"}")
                .is(201)
                .field("id");
        platform.operator()
                .put(
                        API + "/departments/" + department + "/grant",
                        JSON,
                        "{\"namespace\":\"de.lueneburg.ordnung\",\"path\":\"ordnung\",\"wants\":[]}"
                                .getBytes(StandardCharsets.UTF_8))
                .is(200);
        platform.operator()
                .post(
                        API + "/signers",
                        JSON,
                        "{\"department\":\"" + department + "\",\"label\":\"Hunde\",\"key\":\"" + key + "\"}")
                .is(201);
        Reply uploaded = platform.operator()
                .post(API + "/components", "application/zip", archive)
                .is(201);
        assertThat(uploaded.field("state")).as(uploaded.text()).isEqualTo("READY");
        String begun = platform.operator()
                .post(API + "/components/" + NAME + "/versions/" + uploaded.field("archive") + "/switch", JSON, "")
                .is(202)
                .field("id");
        Reply ended =
                platform.operator().get(API + "/switches/" + begun + "?wait=60").is(200);
        assertThat(ended.field("state")).as(ended.text()).isEqualTo("DONE");
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    /** Offline: what the platform publishes comes from the project, all else from what this build has fetched before. */
    private void build(Path project) throws IOException, InterruptedException {
        Path log = folder.resolve("mvn.log");
        ProcessBuilder builder = new ProcessBuilder(
                        "mvn",
                        "-o",
                        "-B",
                        "-ntp",
                        "-Dstyle.color=never",
                        "-Dmaven.repo.local=" + fetchedBefore(),
                        "package")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", Distribution.ownJava().toString());
        builder.environment().remove("MAVEN_OPTS");
        Process maven = builder.start();
        try {
            assertThat(maven.waitFor(BUILD_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(maven.exitValue())
                    .as(Files.readString(log, StandardCharsets.UTF_8))
                    .isZero();
            assertThat(Files.readString(log, StandardCharsets.UTF_8)).contains("Tests run: 5", "BUILD SUCCESS");
        } finally {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly();
        }
    }

    /** The local repository without what this build might have put there of the platform. */
    private Path fetchedBefore() throws IOException {
        Path local =
                Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));
        Path copy = Files.createDirectory(folder.resolve("m2"));
        linkAll(local, copy, "de");
        linkAll(local.resolve("de"), Files.createDirectory(copy.resolve("de")), "kreiswerk");
        return copy;
    }

    private static void linkAll(Path from, Path to, String... except) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> entries = Files.list(from)) {
            for (Path each : entries.toList()) {
                if (!List.of(except).contains(each.getFileName().toString())) {
                    Files.createSymbolicLink(to.resolve(each.getFileName()), each.toRealPath());
                }
            }
        }
    }
}
