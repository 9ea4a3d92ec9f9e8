package de.kreiswerk.launcher.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Recorder;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentCommandTest {

    private static final String NAME = "de.lueneburg.ordnung.hundesteuer";

    private static final String DESCRIPTION = """
            {
              "feature-resource-version": "1.0",
              "id": "de.lueneburg:de.lueneburg.ordnung.hundesteuer:1.2.0",
              "extensions": { "de.kreiswerk.component": { "kind": "mandatory", "type": "JSON", "json": {
                "department": "ordnung", "title": { "de": "Hundesteuer" } } } }
            }
            """;

    @TempDir
    private Path folder;

    private final Recorder recorder = new Recorder();
    private Path project;
    private Path key;

    @BeforeEach
    void makeAProjectThatWasBuilt() throws IOException {
        project = Files.createDirectories(folder.resolve("project"));
        key = folder.resolve("ordnung.key");
        Files.createDirectories(project.resolve("target"));
        Files.writeString(project.resolve("target/component.json"), DESCRIPTION);
        bundle(project.resolve("target/hundesteuer-1.2.0.jar"), Map.of());
    }

    private static void bundle(Path file, Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", NAME);
        main.putValue("Bundle-Version", "1.2.0");
        headers.forEach(main::putValue);
        try (OutputStream out = Files.newOutputStream(file)) {
            new JarOutputStream(out, manifest).close();
        }
    }

    private int run(String... arguments) throws Exception {
        return new ComponentCommand(folder, "0.2.0-SNAPSHOT", recorder.terminal()).run(List.of(arguments));
    }

    private Refusal refused(String... arguments) {
        return catchThrowableOfType(Refusal.class, () -> run(arguments));
    }

    private String archive() {
        return project.resolve("target/" + NAME + "-1.2.0.kwc").toString();
    }

    private String keygen() throws Exception {
        run("keygen", "ordnung.example.de", "--out", key.toString());
        List<String> lines = recorder.outLines();
        return lines.get(lines.size() - 1);
    }

    @Test
    void withoutACommandAllAreNamed() {
        assertThat(refused().exitCode()).isEqualTo(2);
        assertThat(refused().sentence(Language.GERMAN)).contains("keygen", "new", "pack", "sign", "verify");
        assertThat(refused("deploy").exitCode()).isEqualTo(2);
    }

    @Test
    void aKeyIsForItsOwnerAloneAndThePublicHalfIsPrinted() throws Exception {
        String line = keygen();

        assertThat(line).matches("ordnung\\.example\\.de\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]{44}");
        assertThat(Files.readString(key)).startsWith("PRIVATE+KEY+ordnung.example.de+");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(recorder.out() + recorder.err()).doesNotContain("PRIVATE+KEY");
    }

    @Test
    void aKeyIsNeverOverwritten() throws Exception {
        keygen();
        String before = Files.readString(key);

        Refusal refusal = refused("keygen", "ordnung.example.de", "--out", key.toString());

        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(Files.readString(key)).isEqualTo(before);
    }

    @Test
    void aKeyHasAUsableName() {
        assertThat(refused("keygen", "zwei Wörter").exitCode()).isEqualTo(2);
        assertThat(refused("keygen").exitCode()).isEqualTo(2);
        assertThat(refused(
                                "keygen",
                                "a",
                                "--out",
                                folder.resolve("no/such/a.key").toString())
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void aProjectIsPackedSignedAndVerified() throws Exception {
        String line = keygen();

        assertThat(run("pack", project.toString())).isZero();
        assertThat(recorder.out()).contains(archive() + "  gepackt: " + NAME + " 1.2.0, 1 Bundle, ");
        assertThat(run("sign", archive(), "--key", key.toString())).isZero();
        assertThat(run("verify", archive(), "--key", line, "--namespace", "de.lueneburg.ordnung", "--path", "ordnung"))
                .isZero();
        assertThat(recorder.out()).contains("gültig", "Nichts zu beanstanden.").doesNotContain("nicht geprüft");
        assertThat(run("verify", archive(), "--key", key.toString()))
                .as("by the file")
                .isZero();
        assertThat(recorder.out())
                .as("without what the department may use")
                .contains("nicht geprüft  Die Regeln")
                .containsOnlyOnce("Nichts zu beanstanden.");
    }

    @Test
    void theSameIsPackedToTheSameBytes() throws Exception {
        Path other = folder.resolve("other.kwc");
        run("pack", project.toString());
        run("pack", project.toString(), "--out", other.toString());

        assertThat(Files.readAllBytes(other)).isEqualTo(Files.readAllBytes(Path.of(archive())));
    }

    @Test
    void severalKeysMaySignAndOneThatIsTrustedSuffices() throws Exception {
        String line = keygen();
        Path second = folder.resolve("second.key");
        run("keygen", "bau.example.de", "--out", second.toString());
        run("pack", project.toString());
        run("sign", archive(), "--key", key.toString());
        Path out = folder.resolve("twice.kwc");
        run("sign", archive(), "--key", second.toString(), "--out", out.toString());

        assertThat(run("verify", out.toString(), "--key", second.toString(), "--key", line))
                .isZero();
        assertThat(run("verify", out.toString(), "--key", line)).isZero();
        assertThat(run("verify", archive(), "--key", second.toString())).isEqualTo(1);
    }

    @Test
    void aFileThatIsCalledLikeAKeyDoesNotTakeItsPlace() throws Exception {
        keygen();
        run("pack", project.toString());
        run("sign", archive(), "--key", key.toString());
        String trusted = "/";
        for (int i = 0; trusted.contains("/"); i++) {
            Path other = folder.resolve("trusted" + i + ".key");
            run("keygen", "bau.example.de", "--out", other.toString());
            trusted =
                    SignerKey.parse(Files.readString(other).strip()).verifier().text();
        }
        Path trap = Files.copy(key, Path.of(trusted));
        try {
            assertThat(run("verify", archive(), "--key", trusted)).isEqualTo(1);
        } finally {
            Files.delete(trap);
        }
    }

    @Test
    void whatIsUnsignedOrUnknownOrModifiedIsNotValid() throws Exception {
        keygen();
        run("pack", project.toString());

        assertThat(run("verify", archive(), "--key", key.toString())).isEqualTo(1);
        assertThat(recorder.out()).contains("Das Archiv ist nicht signiert.");
        run("sign", archive(), "--key", key.toString());
        assertThat(run("verify", archive())).isEqualTo(1);
        assertThat(recorder.out()).contains("Mit --key nennen Sie den Schlüssel");
        byte[] bytes = Files.readAllBytes(Path.of(archive()));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("kreiswerk-component/v1")] ^= 1;
        Files.write(Path.of(archive()), bytes);
        assertThat(refused("verify", archive(), "--key", key.toString()).exitCode())
                .isEqualTo(1);
    }

    @Test
    void whatThePolicyRefusesIsSaid() throws Exception {
        keygen();
        bundle(project.resolve("target/hundesteuer-1.2.0.jar"), Map.of("Import-Package", "de.kreiswerk.core.web"));
        run("pack", project.toString());
        run("sign", archive(), "--key", key.toString());

        assertThat(run(
                        "verify",
                        archive(),
                        "--key",
                        key.toString(),
                        "--namespace",
                        "de.lueneburg.ordnung",
                        "--path",
                        "/ordnung/"))
                .isEqualTo(1);
        assertThat(recorder.out()).contains("abgelehnt").contains("de.kreiswerk.core.web");
    }

    @Test
    void whatIsNoArchiveIsSaidInOneSentence() throws Exception {
        Path file = Files.writeString(folder.resolve("a.kwc"), "no archive");

        assertThat(refused("verify", file.toString()).sentence(Language.GERMAN))
                .isEqualTo(file + ": Die Datei ist kein ZIP-Archiv.");
        keygen();
        assertThat(refused("sign", file.toString(), "--key", key.toString()).exitCode())
                .isEqualTo(1);
        assertThat(Files.readString(file)).isEqualTo("no archive");
    }

    @Test
    void aWrongKeyIsSaidWithoutShowingIt() throws Exception {
        run("pack", project.toString());
        Path bad = Files.writeString(folder.resolve("bad.key"), "PRIVATE+KEY+secret");

        Refusal refusal = refused("sign", archive(), "--key", bad.toString());

        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(refusal.sentence(Language.GERMAN)).doesNotContain("secret");
        assertThat(refused("verify", archive(), "--key", "nobody").exitCode()).isEqualTo(1);
    }

    @Test
    void aFolderThatWasNotBuiltIsSaid() throws Exception {
        assertThat(refused("pack", folder.toString()).sentence(Language.GERMAN)).contains("mvn package");
        assertThat(refused("pack", folder.resolve("gone").toString()).exitCode())
                .isEqualTo(1);
        Files.delete(project.resolve("target/hundesteuer-1.2.0.jar"));
        assertThat(refused("pack", project.toString()).sentence(Language.GERMAN))
                .contains("kein Bundle");
    }

    @Test
    void whereNothingCanBeWrittenIsSaid() {
        assertThat(refused(
                                "pack",
                                project.toString(),
                                "--out",
                                folder.resolve("no/a.kwc").toString())
                        .exitCode())
                .isEqualTo(1);
        assertThat(refused("pack", project.toString(), "--out", folder.toString())
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void aLinkToADeviceIsNotReplaced() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("stdout"), Path.of("/dev/null"));

        assertThat(refused("pack", project.toString(), "--out", link.toString()).sentence(Language.GERMAN))
                .contains(link + " kann nicht geschrieben werden", "--out");
        assertThat(link).isSymbolicLink();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pack", "sign", "verify", "new", "sign a.kwc", "verify a.kwc --namespace x", "pack a --nonsense"
            })
    void wrongCallsAreExplained(String call) {
        assertThat(refused(call.split(" ")).exitCode()).isEqualTo(2);
    }

    @Test
    void aNewProjectHasEverythingAndNoPlaceholder() throws Exception {
        api();
        Path made = folder.resolve("new");

        assertThat(run("new", NAME, "--dir", made.toString(), "--department", "Ordnungsamt"))
                .isZero();

        assertThat(Files.readString(made.resolve("pom.xml")))
                .contains("<artifactId>" + NAME + "</artifactId>")
                .contains("<artifactId>de.kreiswerk.core.api</artifactId>")
                .contains("<kreiswerk.version>0.2.0-SNAPSHOT</kreiswerk.version>")
                .contains("${project.basedir}/repository");
        assertThat(Files.readString(made.resolve("src/main/component/component.json")))
                .contains("\"Ordnungsamt\"")
                .contains("${project.version}")
                .contains("\"/ordnung/hundesteuer\"");
        assertThat(made.resolve("src/main/java/de/lueneburg/ordnung/hundesteuer/StartPage.java"))
                .exists();
        assertThat(
                        made.resolve(
                                "repository/de/kreiswerk/de.kreiswerk.core.api/0.2.0-SNAPSHOT/de.kreiswerk.core.api-0.2.0-SNAPSHOT.pom"))
                .exists();
        try (Stream<Path> files = Files.walk(made)) {
            for (Path each : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".jar"))
                    .toList()) {
                assertThat(Files.readString(each)).as(each.toString()).doesNotContainPattern("@[A-Z_]{4,}@");
            }
        }
    }

    /** As the distribution has it. */
    private void api() throws IOException {
        Path version = folder.resolve("api/de/kreiswerk/de.kreiswerk.core.api/0.2.0-SNAPSHOT");
        Files.createDirectories(version);
        Files.writeString(version.resolve("de.kreiswerk.core.api-0.2.0-SNAPSHOT.jar"), "jar");
    }

    @Test
    void aFolderThatIsUsedIsLeftAlone() throws Exception {
        api();

        assertThat(refused("new", NAME, "--dir", project.toString()).exitCode()).isEqualTo(1);
        assertThat(project.resolve("pom.xml")).doesNotExist();
    }

    @Test
    void withoutItsContractsADistributionIsIncomplete() {
        Path made = folder.resolve("new");

        assertThat(refused("new", NAME, "--dir", made.toString()).sentence(Language.GERMAN))
                .contains("unvollständig");
        assertThat(made).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Hundesteuer", "de.a", "de.lueneburg.class", "de.Lueneburg.a", "de..a.b", "de.a.b-c", "../de.a.b"
            })
    void aNewComponentHasAUsableName(String name) {
        assertThat(refused("new", name).exitCode()).isEqualTo(2);
    }

    /** One place for versions: what a project is built with is what the platform is built with. */
    @Test
    void aNewProjectIsBuiltWithThePlatformsOwnTools() throws IOException {
        String template;
        try (InputStream in = NewCommand.class.getResourceAsStream("project/pom.xml")) {
            template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String parent = Files.readString(Path.of("../../pom.xml"));
        for (String plugin : List.of(
                "maven-resources-plugin", "maven-compiler-plugin", "maven-surefire-plugin", "maven-jar-plugin")) {
            assertThat(version(template, plugin)).as(plugin).isEqualTo(version(parent, plugin));
        }
        assertThat(parent).contains("<bnd.version>" + version(template, "bnd-maven-plugin") + "</bnd.version>");
        assertThat(parent).contains("<junit.version>" + version(template, "junit-jupiter") + "</junit.version>");
    }

    private static String version(String pom, String artifact) {
        String behind = pom.substring(pom.indexOf("<artifactId>" + artifact + "</artifactId>"));
        return behind.substring(behind.indexOf("<version>") + "<version>".length(), behind.indexOf("</version>"));
    }
}
