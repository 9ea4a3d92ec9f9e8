package de.kreiswerk.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Recorder;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String IMPORT = "POST /api/proposals/v1/papers/import?publish=false";
    private static final String IMPORT_AND_PUBLISH = "POST /api/proposals/v1/papers/import?publish=true";

    private static final String CREATED = """
            {"id":"1","reference":"2026/127","version":1,"outcome":"CREATED","published":false,
             "url":"http://localhost:8080/vorlagen/2026-127","changes":[],
             "findings":[
               {"severity":"WARNING","code":"a","line":9,"message":"Produkt fehlt"},
               {"severity":"INFO","code":"b","line":112,"message":"Zeile \\u001b[31m der\\nVorlage"},
               {"severity":"ERROR","code":"c","line":0,"message":"ganzer Text"}]}
            """;

    @TempDir
    private Path folder;

    private StubPlatform platform;
    private final Recorder recorder = new Recorder();

    @BeforeEach
    void startPlatform() throws IOException {
        platform = new StubPlatform(folder);
    }

    @AfterEach
    void stopPlatform() throws IOException {
        platform.close();
    }

    @Test
    void findingsAreShownWithTheirLines() throws Exception {
        platform.answer(IMPORT, 201, CREATED);

        assertThat(run(file("seed.md", "# Text"))).isZero();

        assertThat(recorder.outLines())
                .containsExactly(
                        "2026/127  neu angelegt, Version 1, Entwurf  (" + folder.resolve("seed.md") + ")",
                        "  http://localhost:8080/vorlagen/2026-127  (erst nach der Veröffentlichung)",
                        "  Zeile   9  Warnung  Produkt fehlt",
                        "  Zeile 112  Hinweis  Zeile [31m der Vorlage",
                        "             Fehler   ganzer Text");
        assertThat(recorder.err()).isEmpty();
    }

    @Test
    void bytesGoOutAsTheyAreWithTokenTypeAndLanguage() throws Exception {
        platform.answer(IMPORT, 201, CREATED);
        byte[] latin = "Lüneburg\r\n".getBytes(StandardCharsets.ISO_8859_1);

        run(file("a.md", "# ä\n"), Files.write(folder.resolve("b.txt"), latin).toString());

        StubPlatform.Request markdown = platform.requests().get(0);
        assertThat(markdown.text()).isEqualTo("# ä\n");
        assertThat(markdown.header("Authorization")).isEqualTo("Bearer " + StubPlatform.TOKEN);
        assertThat(markdown.header("Content-type")).isEqualTo("text/markdown; charset=utf-8");
        assertThat(markdown.header("Accept-language")).isEqualTo("de");
        StubPlatform.Request plain = platform.requests().get(1);
        assertThat(plain.body()).isEqualTo(latin);
        assertThat(plain.header("Content-type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(recorder.outLines()).endsWith("2 übernommen, 0 abgelehnt.");
    }

    @Test
    void newVersionSaysWhatChanged() throws Exception {
        platform.answer(IMPORT_AND_PUBLISH, 200, """
                {"reference":"2026/1","version":3,"outcome":"CHANGED","published":true,"url":"http://x/vorlagen/2026-1",
                 "changes":["name","consultations"],"findings":[]}
                """);

        assertThat(run("--publish", file("a.md", "x"))).isZero();

        assertThat(recorder.outLines())
                .containsExactly(
                        "2026/1  geändert, Version 3, veröffentlicht  (" + folder.resolve("a.md") + ")",
                        "  http://x/vorlagen/2026-1",
                        "  geändert: Betreff, Beratungsfolge",
                        "  Was davon öffentlich war, bleibt als überholte Fassung lesbar; „kreiswerk withdraw 2026/1“ und danach „publish“ nehmen es zurück.");
    }

    @Test
    void textThatDoesNotSayPublicStaysADraft() throws Exception {
        platform.answer(IMPORT_AND_PUBLISH, 201, CREATED);

        assertThat(run("--publish", file("a.md", "x"))).isZero();

        assertThat(recorder.out()).contains("bleibt Entwurf");
    }

    @Test
    void newVersionThatIsWithdrawnSaysSo() throws Exception {
        assertThat(outcome("WITHDRAWN", "NON_PUBLIC", "[\"visibility\",\"newOne\"]", false))
                .contains("geändert, Version 2, zurückgezogen: der Text sagt nicht mehr öffentlich")
                .contains("geändert: Öffentlichkeitsstatus, newOne");
        assertThat(outcome("WITHDRAWN", null, "[\"visibility\"]", false)).contains(", zurückgezogen: der Text");
        assertThat(outcome("WITHDRAWN", "PUBLIC", "[\"visibility\"]", false))
                .as("withdrawn before, and public again by its words")
                .contains(", bleibt zurückgezogen  (");
        assertThat(outcome("WITHDRAWN", "NON_PUBLIC", "[\"name\"]", true))
                .contains(", bleibt zurückgezogen: der Text sagt nicht öffentlich");
        assertThat(outcome("DRAFT", "NON_PUBLIC", "[]", false)).contains(", Entwurf  (");
    }

    private String outcome(String state, String visibility, String changes, boolean publish) throws Exception {
        platform.answer(
                publish ? IMPORT_AND_PUBLISH : IMPORT,
                200,
                "{\"reference\":\"2026/1\",\"version\":2,\"outcome\":\"CHANGED\",\"published\":false,\"url\":\"http://x\","
                        + (visibility == null ? "" : "\"visibility\":\"" + visibility + "\",") + "\"state\":\"" + state
                        + "\",\"changes\":" + changes + ",\"findings\":[]}");
        Recorder to = new Recorder();
        String file = file("a.md", "x");
        assertThat(publish ? run(to, "--publish", file) : run(to, file)).isZero();
        return to.out();
    }

    @Test
    void fieldsHaveEnglishWordsAsWell() throws Exception {
        platform.answer(IMPORT, 200, """
                {"reference":"2026/1","version":2,"outcome":"CHANGED","published":false,"state":"WITHDRAWN","url":"http://x",
                 "changes":["visibility","proposedResolution"],"findings":[]}
                """);
        Recorder english = new Recorder(Map.of("KREISWERK_LANGUAGE", "en"));

        assertThat(run(english, file("a.md", "x"))).isZero();

        assertThat(english.out())
                .contains("changed, Version 2, withdrawn: the text no longer says öffentlich")
                .contains("changed: public or not, proposed resolution");
    }

    @Test
    void refusedAndUnreadableFilesDoNotStopTheOthers() throws Exception {
        platform.answer(IMPORT, 422, """
                {"type":"urn:kreiswerk:problem:two-references","title":"Zwei","status":422,"code":"two-references",
                 "detail":"Der Text nennt zwei Vorlagennummern.","places":[{"line":2,"reason":"2026/1"},
                 {"line":17,"reason":"2026/2"},{"line":0,"reason":"Der Text nennt zwei Vorlagennummern."}]}
                """);
        String missing = folder.resolve("missing.md").toString();
        String refused = file("refused.md", "x");

        assertThat(run(missing, folder.toString(), refused)).isEqualTo(1);

        assertThat(recorder.err().lines())
                .containsExactly(
                        missing + ": keine lesbare Datei.",
                        folder + ": keine lesbare Datei.",
                        refused + ": Der Text nennt zwei Vorlagennummern.",
                        "  Zeile  2  2026/1",
                        "  Zeile 17  2026/2");
        assertThat(recorder.outLines()).containsExactly("0 übernommen, 3 abgelehnt.");
    }

    @Test
    void failureOfThePlatformNamesTheRequest() throws Exception {
        platform.answer(IMPORT, 500, "{\"title\":\"Fehler\",\"status\":500,\"requestId\":\"r-17\"}");

        assertThat(run(file("a.md", "x"))).isEqualTo(1);

        assertThat(recorder.err()).contains("Fehler (Anfrage r-17)");
    }

    @Test
    void hugeFileIsRefusedThoughThePlatformHangsUp() throws Exception {
        platform.answer(
                IMPORT, 413, "{\"status\":413,\"detail\":\"Der Text einer Vorlage darf höchstens 10 MiB haben.\"}");
        Path huge = Files.write(folder.resolve("huge.md"), new byte[30 * 1024 * 1024]);

        assertThat(run(huge.toString())).isEqualTo(1);

        assertThat(recorder.err()).startsWith(huge + ": ").contains("10 MiB").doesNotContain("Exception");
    }

    @Test
    void addressAndTokenOfTheCallerWin() throws Exception {
        platform.answer(IMPORT, 201, CREATED);
        Files.delete(folder.resolve("kreiswerk.url"));
        Files.delete(folder.resolve("operator.token"));

        assertThat(run("--url", platform.url() + "//", "--token", "other", file("a.md", "x")))
                .isZero();
        assertThat(platform.requests().get(0).header("Authorization")).isEqualTo("Bearer other");

        Recorder configured = new Recorder(Map.of("KREISWERK_TOKEN", "from-env"));
        assertThat(run(configured, "--url", platform.url(), file("a.md", "x"))).isZero();
        assertThat(platform.requests().get(1).header("Authorization")).isEqualTo("Bearer from-env");
    }

    @Test
    void platformThatIsNotRunningIsSaidOnce() throws Exception {
        String first = file("a.md", "x");
        platform.close();

        assertThat(refusal("--url", platform.url(), first, file("b.md", "x")))
                .isEqualTo("Unter " + platform.url() + " läuft kein Kreiswerk; starten Sie es mit „kreiswerk run“.");
        Files.delete(folder.resolve("kreiswerk.url"));
        assertThat(refusal(first)).contains(folder.toString()).contains("kreiswerk run");
        assertThat(recorder.err()).isEmpty();
    }

    @Test
    void anotherServerIsNotTakenForThePlatform() throws Exception {
        assertThat(refusal(file("a.md", "x"))).contains("ist kein Kreiswerk (Status 404)");
    }

    @Test
    void badTokensAndAddressesAreRefusedWithoutShowingTheToken() throws Exception {
        assertThat(refusal("--token", "a\nb", file("a.md", "x"))).contains("Bearer-Token");
        assertThat(refusal("--url", "localhost:8080", file("a.md", "x"))).contains("„localhost:8080“");
        assertThat(refusal("--url", "ftp://x", file("a.md", "x"))).contains("ist keine Adresse");
        assertThat(refusal("--url", "http://localhost:80800", file("a.md", "x")))
                .contains("ist keine Adresse");
        assertThat(refusal("--url", "http://localhost:0", file("a.md", "x"))).contains("ist keine Adresse");
        assertThat(refusal()).contains("Welche Datei?");
    }

    private String refusal(String... arguments) {
        return catchThrowableOfType(Refusal.class, () -> run(arguments)).sentence(Language.GERMAN);
    }

    private int run(String... arguments) throws Refusal, InterruptedException {
        return run(recorder, arguments);
    }

    private int run(Recorder to, String... arguments) throws Refusal, InterruptedException {
        List<String> all = new ArrayList<>(List.of("--data", folder.toString()));
        all.addAll(List.of(arguments));
        return new ImportCommand(to.terminal()).run(all);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
