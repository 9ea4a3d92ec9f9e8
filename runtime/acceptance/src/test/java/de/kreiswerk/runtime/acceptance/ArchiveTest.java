package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiswerk.runtime.acceptance.fixture.Distribution;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What an office downloads, unpacks and starts. */
@Execution(ExecutionMode.CONCURRENT)
class ArchiveTest {

    private static final String PUBLIC = "https://politik.landkreis.example";

    @TempDir
    Path folder;

    @OnOneDatabase
    void archiveRunsFromAnyFolderUnderItsPublicAddressAndIsEmptyWithoutDemo(Starter starter) throws Exception {
        Distribution unpacked = unpack();
        Platform platform = starter.start(Settings.of("--no-demo")
                .of(unpacked)
                .with(Map.of("KREISWERK_PUBLIC_URL", PUBLIC + "/", "PATH", "/usr/bin:/bin")));
        isEmpty(platform);

        Reply imported = platform.papers()
                .importAndPublish(Vorlage.numbered("2048/1").text())
                .is(201);

        assertThat(platform.announced()).hasToString(PUBLIC);
        assertThat(imported.field("url")).isEqualTo(PUBLIC + "/vorlagen/2048-1");
        assertThat(imported.header("Location")).startsWith(PUBLIC + "/api/");
        platform.stranger().get("/vorlagen/2048-1").is(200);
        assertThat(unpacked.home().resolve("data")).doesNotExist();
    }

    private static void isEmpty(Platform platform) {
        assertThat(platform.papers().all()).isEmpty();
        assertThat(platform.papers().organizations()).isEmpty();
        assertThat(platform.papers().meetings()).isEmpty();
        platform.stranger().get("/").is(200);
        assertThat(platform.stranger().get("/vorlagen").is(200).text()).contains("noch keine Vorlagen");
    }

    @Test
    void archiveBringsWhatAnOperatorNeeds() throws Exception {
        Path home = unpack().home();

        assertThat(home.resolve("LICENSE")).isNotEmptyFile();
        assertThat(Files.readString(home.resolve("systemd/kreiswerk.service")))
                .contains("[Service]", "bin/kreiswerk run");
        assertThat(Files.readString(home.resolve("systemd/sysusers.d/kreiswerk.conf")))
                .contains("u kreiswerk ");
        assertThat(billOfMaterials(home).path("components"))
                .hasSizeGreaterThanOrEqualTo(jars(home).size())
                .allMatch(component -> component.hasNonNull("name") && component.hasNonNull("version"));
    }

    /** Root keeps the owners that an archive names: whoever has the builder's number in the office could change the program. */
    @Test
    void everythingInTheArchiveBelongsToRoot() throws Exception {
        assertThat(owners("--numeric-owner")).containsExactly("0/0");
        assertThat(owners("--verbose")).containsExactly("root/root");
    }

    private static Set<String> owners(String option) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder(
                        "tar", option, "-tvzf", Distribution.built().archive().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Set<String> owners =
                tar.inputReader().lines().map(line -> line.split(" +")[1]).collect(Collectors.toSet());
        assertThat(tar.waitFor()).as("exit code of tar").isZero();
        return owners;
    }

    private static JsonNode billOfMaterials(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("sbom"))) {
            Path file = files.filter(one -> one.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            JsonNode bill = new ObjectMapper().readTree(file.toFile());
            assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
            return bill;
        }
    }

    private static List<String> jars(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .distinct()
                    .toList();
        }
    }

    private Distribution unpack() throws IOException, InterruptedException {
        Path odd = Files.createDirectory(folder.resolve("Ordner mit Leerzeichen, Ö und $HOME"));
        Distribution built = Distribution.built();
        Process tar = new ProcessBuilder("tar", "-xzf", built.archive().toString(), "-C", odd.toString())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).as("exit code of tar").isZero();
        return new Distribution(odd.resolve(built.home().getFileName()));
    }
}
