package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.CommandLine;
import de.kreiswerk.runtime.acceptance.fixture.Distribution;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/kreiswerk} beside a running platform. */
class CommandLineTest {

    @TempDir
    Path folder;

    @OnOneDatabase
    void oneUnreadableFileDoesNotStopTheOthers(Platform platform) throws IOException {
        String first = platform.freshReference();
        String last = platform.freshReference();
        String text = Vorlage.numbered(first)
                .stating("Siehe Anlage 7.")
                .attaching("Plan", "öffentlich")
                .text();
        int line = text.substring(0, text.indexOf("Siehe Anlage 7")).split("\n", -1).length;
        CommandLine.Result result = new CommandLine()
                .run(
                        "import",
                        "--data",
                        platform.data(),
                        file("eins.md", text),
                        folder.resolve("gibt-es-nicht.md"),
                        file("kein-utf8.txt", new byte[] {'V', '\n', (byte) 0xE4, '\n'}),
                        file("ohne-nummer.txt", "Nur ein Satz."),
                        folder,
                        file("zwei.txt", Vorlage.numbered(last).text()))
                .exits(1);

        assertThat(result.out())
                .contains(first, platform.url() + "/vorlagen/" + first.replace('/', '-'))
                .contains(last, platform.url() + "/vorlagen/" + last.replace('/', '-'))
                .containsPattern("Zeile +" + line + "\\b.*Anlage");
        assertThat(result.err())
                .contains("gibt-es-nicht.md")
                .contains("kein-utf8.txt")
                .contains("Zeile 2")
                .contains("ohne-nummer.txt")
                .contains(folder.toString() + ":")
                .doesNotContain("Exception");
        assertThat(platform.papers().find(first).path("state").asText()).isEqualTo("DRAFT");
        assertThat(platform.papers().find(last).path("state").asText()).isEqualTo("DRAFT");
    }

    @OnOneDatabase
    void importPublishesWhatSaysThatItIsPublic(Platform platform) throws IOException {
        String open = platform.freshReference();
        String closed = platform.freshReference();
        new CommandLine()
                .run(
                        "import",
                        "--publish",
                        "--data",
                        platform.data(),
                        file("offen.md", Vorlage.numbered(open).text()),
                        file("intern.md", Vorlage.numbered(closed).nonPublic().text()))
                .exits(0);

        platform.stranger().get("/vorlagen/" + open.replace('/', '-')).is(200);
        platform.stranger().get("/vorlagen/" + closed.replace('/', '-')).is(404);
    }

    @OnOneDatabase
    void publishAttachAndWithdrawBelongToIt(Platform platform) throws IOException {
        String reference = platform.freshReference();
        String address = "/vorlagen/" + reference.replace('/', '-');
        String id = platform.papers()
                .importText(Vorlage.numbered(reference)
                        .attaching("Plan", "öffentlich")
                        .text())
                .field("id");

        assertThat(new CommandLine()
                        .run("publish", reference, "--data", platform.data())
                        .exits(0)
                        .out())
                .contains(reference, platform.url() + address);
        new CommandLine()
                .run("attach", reference, 1, file("Übersicht.txt", "Süden unten"), "--data", platform.data())
                .exits(0);
        JsonNode stored =
                platform.papers().get(id).json().path("attachments").path(0).path("file");
        assertThat(stored.path("fileName").asText()).isEqualTo("Übersicht.txt");
        assertThat(stored.path("mediaType").asText()).isEqualTo("text/plain");
        assertThat(platform.stranger().get(address + "/anlagen/1").is(200).text())
                .isEqualTo("Süden unten");
        new CommandLine().run("withdraw", reference, "--data", platform.data()).exits(0);
        platform.stranger().get(address).is(410);
    }

    @OnOneDatabase
    void refusalOfThePlatformIsOneSentenceInTheUsersLanguage(Platform platform) {
        String reference = platform.freshReference();
        platform.papers()
                .importText(Vorlage.numbered(reference).nonPublic().text())
                .is(201);
        CommandLine.Result german = new CommandLine()
                .run("publish", reference, "--data", platform.data())
                .exits(1);
        CommandLine.Result english = new CommandLine()
                .with("LANG", "en_GB.UTF-8")
                .run("publish", reference, "--data", platform.data())
                .exits(1);

        assertThat(german.err()).contains(reference).contains("öffentlich").hasLineCount(1);
        assertThat(english.err()).contains(reference).contains("not").hasLineCount(1);
        assertThat(new CommandLine()
                        .run("withdraw", "1900/1", "--data", platform.data())
                        .exits(1)
                        .err())
                .contains("1900/1")
                .hasLineCount(1);
    }

    @OnOneDatabase
    void addressAndTokenMayBeNamed(Platform platform) throws IOException {
        String reference = platform.freshReference();
        Path text = file("text.md", Vorlage.numbered(reference).text());
        new CommandLine()
                .with("KREISWERK_TOKEN", platform.token())
                .run("import", "--url", platform.url() + "/", "--data", folder, text)
                .exits(0);
        CommandLine.Result wrong = new CommandLine()
                .run("import", "--url", platform.url(), "--token", "falsch", "--data", folder, text)
                .exits(1);

        assertThat(platform.papers().find(reference)).isNotNull();
        assertThat(wrong.err()).contains("Token").doesNotContain("Exception");
    }

    @Test
    void platformThatDoesNotRunIsNamedInOneSentence() throws IOException {
        Path text = file("text.md", Vorlage.numbered("2041/1").text());
        CommandLine.Result never =
                new CommandLine().run("import", "--data", folder, text).exits(1);
        assertThat(never.err()).contains("läuft kein Kreiswerk").hasLineCount(1);

        // What a platform leaves behind that was killed; somebody else may listen there by now.
        file("kreiswerk.url", "http://localhost:1/\n");
        file("kreiswerk.lock", "4711\n");
        file("operator.token", "of-before\n");
        CommandLine.Result killed =
                new CommandLine().run("import", "--data", folder, text).exits(1);
        assertThat(killed.err())
                .contains(folder.toString(), "läuft kein Kreiswerk")
                .doesNotContain("localhost:1", "Exception");

        CommandLine.Result named = new CommandLine()
                .run("import", "--data", folder, "--url", "http://localhost:1", text)
                .exits(1);
        assertThat(named.err())
                .contains("http://localhost:1", "läuft kein Kreiswerk")
                .doesNotContain("Exception");
    }

    @Test
    void versionAndHelpNeedNoPlatform() {
        assertThat(new CommandLine().run("version").exits(0).out())
                .matches("Kreiswerk \\d+\\.\\d+\\.\\d+\\S* \\(Java .+\\)");
        String german = new CommandLine().run("help").exits(0).out();
        String english = new CommandLine()
                .with("LANG", "en_US.UTF-8")
                .run("help")
                .exits(0)
                .out();

        assertThat(german).contains("run", "import", "publish", "withdraw", "attach", "--port", "--data", "--no-demo");
        assertThat(english).contains("--publish").isNotEqualTo(german);
    }

    @Test
    void wrongCallIsToldSo() throws IOException {
        assertThat(new CommandLine().run("fliege").exits(2).err())
                .contains("fliege")
                .contains("help");
        assertThat(new CommandLine().run("run", "--port", "viele").exits(2).err())
                .contains("--port");
        assertThat(new CommandLine().run("import", "--mach-mal", "x").exits(2).err())
                .contains("--mach-mal");
        new CommandLine().run("import").exits(2);
        new CommandLine().run("attach", "2041/1", "eins", file("a.txt", "a")).exits(2);
        new CommandLine().run().exits(2);
    }

    @Test
    void scriptBesideTheSourcesHandsItsCommandsOn() throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("kreiswerk.root")).toRealPath();
        assumeTrue(
                Distribution.built().home().toRealPath().startsWith(root),
                "skipped: the distribution under test is not that of " + root);
        Process script = new ProcessBuilder(root.resolve("kreiswerk").toString(), "version").start();
        String out = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(script.waitFor()).isZero();
        assertThat(out.strip())
                .isEqualTo(new CommandLine().run("version").exits(0).out());
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
