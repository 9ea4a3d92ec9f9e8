package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.Distribution;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.SealedLog;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** What citizens, auditors and courts get to see of the sealed trail, and whether they can check it. */
class SealedTrailTest {

    private static final String LOG = SealedLog.PATH;
    private static final int TILE = 256;
    private static final String MULTIPART = "multipart/form-data; boundary=b";

    /** A loaded machine; on its own it is five seconds. */
    private static final Duration SEALED = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @OnOneDatabase
    void aChangeIsProvenToWhoHasNoPlatformAndATouchedProofIsNot(Platform platform) throws Exception {
        Change change = change(platform);
        String request = change.request();
        long sequence = sealed(platform, change);
        String key = SealedLog.key(platform);
        String proof = platform.people()
                .auditor()
                .get(LOG + "/records/" + sequence + "/proof.tlog-proof")
                .is(200)
                .text();

        String said = SealedLog.verify("proof", file("right.tlog-proof", proof), "--key", key)
                .exits(0)
                .out();
        assertThat(said).contains("BEWIESEN.", request, key).doesNotContain("NICHT");
        assertThat(byTheProgramAlone("proof", file("right.tlog-proof", proof), "--key", key))
                .isZero();
        String touched = proof.replaceFirst("index " + (sequence - 1), "index " + sequence);
        SealedLog.verify("proof", file("touched.tlog-proof", touched), "--key", key)
                .exits(1);
    }

    @OnOneDatabase
    void hashesAreForEveryoneAndRecordsForAuditors(Platform platform) {
        sealed(platform, change(platform));
        Client stranger = platform.stranger();
        String[] checkpoint = stranger.get(LOG + "/checkpoint").is(200).text().split("\n");
        int size = Integer.parseInt(checkpoint[1]);

        int last = (size - 1) / TILE;
        int width = size - last * TILE;
        Reply tile = stranger.get(LOG + String.format("/tile/0/%03d", last) + (width == TILE ? "" : ".p/" + width))
                .is(200);
        assertThat(tile.body()).hasSize(width * 32);
        assertThat(tile.header("Cache-Control")).contains("immutable");
        assertThat(tile.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(stranger.get(LOG + "/checkpoint").header("Content-Type")).containsIgnoringCase("charset=utf-8");
        Reply vouching = stranger.get(LOG + "/keys/vouching").is(200);
        assertThat(vouching.text()).as("no key was replaced").isEmpty();
        assertThat(vouching.header("Content-Type")).startsWith("text/plain");
        assertThat(vouching.header("Cache-Control")).isEqualTo("no-cache");
        JsonNode inclusion = stranger.get(LOG + "/proof/inclusion?index=0&size=" + size)
                .is(200)
                .json();
        assertThat(inclusion.path("checkpoint").path("size").asInt()).isEqualTo(size);
        stranger.get(LOG + "/openapi.json").is(200);
        for (String closed : List.of("/records/1", "/records/1/proof.tlog-proof", "/tile/entries/000.p/1")) {
            stranger.get(LOG + closed).is(401);
            Problem refused = Problem.of(platform.operator().get(LOG + closed), 403);
            assertThat(refused.code()).isEqualTo("permission-missing");
            assertThat(refused.detail()).contains("Die Administration liest den Prüfpfad nicht mit");
            platform.people().auditor().get(LOG + closed).is(200);
        }
        for (String missing : List.of(
                "/tile/0/999", "/tile/9/000", "/tile/0/0", "/tile/entries2/000", "/proof/inclusion?index=99999999")) {
            Reply reply = stranger.get(LOG + missing).is(404);
            assertThat(reply.header("Cache-Control"))
                    .as("it may be there in a moment")
                    .isEqualTo("no-store");
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        }
        stranger.get(LOG + "/proof/inclusion").is(400);
        stranger.get(LOG + "/proof/inclusion?index=-1").is(400);
        stranger.get(LOG + "/proof/consistency?from=0").is(422);
    }

    @OnOneDatabase
    void anAuditorFindsAChangeAndTakesAlongWhatProvesIt(Platform platform) throws Exception {
        Change change = change(platform);
        String request = change.request();
        long sequence = sealed(platform, change);
        String key = SealedLog.key(platform);
        Person auditor = platform.people().auditor();
        String filter = "?area=proposals&text=" + request;
        Eventually.holds(
                "the record is found",
                SEALED,
                () -> auditor.get(LOG + "/records" + filter)
                        .is(200)
                        .json()
                        .path("data")
                        .findValuesAsText("sequence")
                        .contains(String.valueOf(sequence)));

        JsonNode content =
                auditor.get(LOG + "/records/" + sequence + "/content").is(200).json();
        assertThat(content.path("request").asText()).isEqualTo(request);
        assertThat(content.path("personal").get(0).path("value").asText()).isNotBlank();
        AtomicReference<Reply> exported = new AtomicReference<>();
        // Others write as well, and a package without their records would not be whole.
        Eventually.holds("the index is up to date", SEALED, () -> {
            exported.set(export(auditor, filter));
            return exported.get().status() != 503;
        });
        Reply reply = exported.get().is(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/zip");
        Path whole = Files.write(folder.resolve("package.zip"), reply.body());

        assertThat(SealedLog.verify("package", whole.toString(), "--key", key)
                        .exits(0)
                        .out())
                .contains("BEWIESEN.", "Keiner fehlt", key)
                .doesNotContain("NICHT");
        assertThat(byTheProgramAlone("package", whole.toString(), "--whole", "--key", key))
                .isZero();
        try (FileSystem zip = FileSystems.newFileSystem(whole)) {
            Path records = zip.getPath("records.jsonl");
            Files.writeString(
                    records, Files.readString(records).replaceFirst(request, request.toUpperCase(Locale.ROOT)));
        }
        SealedLog.verify("package", whole.toString(), "--key", key).exits(1);
        platform.stranger().post(LOG + "/packages", "text/plain", "").is(401);
        export(auditor, "?objectId=nothing").is(404);
        looksAreFound(platform, auditor);
    }

    private static void looksAreFound(Platform platform, Person auditor) {
        String draft = platform.papers()
                .importText(Vorlage.numbered(platform.freshReference()).text())
                .is(201)
                .header("Location");
        String request =
                platform.operator().get(URI.create(draft).getPath()).is(200).header("X-Request-Id");

        Eventually.holds(
                "the look is found",
                SEALED,
                () -> auditor.get(LOG + "/records?action=paper.read&text=" + request)
                                .is(200)
                                .json()
                                .path("data")
                                .size()
                        == 1);
    }

    @OnOneDatabase
    void aCitizenSeesWhatWasSignedAndWhetherAProofHolds(Platform platform) throws Exception {
        Change change = change(platform);
        String request = change.request();
        long sequence = sealed(platform, change);
        String proof = platform.people()
                .auditor()
                .get(LOG + "/records/" + sequence + "/proof.tlog-proof")
                .text();

        assertThat(platform.stranger().get("/transparenz").is(200).text())
                .contains(SealedLog.key(platform), LOG + "/checkpoint");
        assertThat(platform.stranger().get("/").text()).contains("href=\"/transparenz\"");
        byte[] program = platform.stranger()
                .get("/transparenz/kreiswerk-verify.jar")
                .is(200)
                .body();
        assertThat(platform.stranger().get("/transparenz").text())
                .contains(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(program)));
        assertThat(upload(platform, "beweis.tlog-proof", proof).is(200).text())
                .contains("Bewiesen", "kern-alert--success", request);
        assertThat(upload(platform, "beweis.tlog-proof", proof.replace("index ", "index 1"))
                        .is(200)
                        .text())
                .contains("Nicht bewiesen", "kern-alert--danger");
        String kept = platform.stranger().get(LOG + "/checkpoint").is(200).text();
        assertThat(upload(platform, "checkpoint.txt", kept).is(200).text())
                .contains("Bewiesen", "des aufbewahrten Standes");
        assertThat(upload(platform, "", "").is(400).text()).contains("Wählen Sie die Datei");
        assertThat(upload(platform, "bild.png", "PNG").is(400).text()).contains("kein Beweis");
        platform.stranger()
                .post("/transparenz", "application/x-www-form-urlencoded", "datei=x")
                .is(400);
        // Whoever is signed in gets the page that everybody gets.
        assertThat(platform.people()
                        .auditor()
                        .send("POST", "/transparenz", MULTIPART, form("beweis.tlog-proof", proof))
                        .is(200)
                        .text())
                .contains("Bewiesen", request);
    }

    private static Reply export(Person auditor, String filter) {
        return auditor.send("POST", LOG + "/packages" + filter, "text/plain", "", "X-CSRF-Token", auditor.token());
    }

    private static Reply upload(Platform platform, String name, String content) {
        return platform.stranger().post("/transparenz", MULTIPART, form(name, content));
    }

    private static String form(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"" + name + "\"\r\n\r\n" + content
                + "\r\n--b--\r\n";
    }

    /** A request that changed something, and how much was sealed before it: any number of reads may be recorded right behind it. */
    private record Change(String request, long sealedBefore) {}

    private static Change change(Platform platform) {
        long before = SealedLog.size(platform);
        return new Change(
                platform.papers()
                        .importText(Vorlage.numbered(platform.freshReference()).text())
                        .is(201)
                        .header("X-Request-Id"),
                before);
    }

    /** The number of the record that it made, once it is sealed. */
    private static long sealed(Platform platform, Change change) {
        AtomicLong looked = new AtomicLong(change.sealedBefore());
        AtomicLong found = new AtomicLong();
        Eventually.holds("a record of request " + change.request(), SEALED, () -> {
            long size = SealedLog.size(platform);
            for (long sequence = looked.get() + 1; sequence <= size && found.get() == 0; sequence++) {
                String record = platform.people()
                        .auditor()
                        .get(LOG + "/records/" + sequence)
                        .is(200)
                        .field("canonical");
                if (record.contains("\"request\":\"" + change.request() + "\"")) {
                    found.set(sequence);
                }
                looked.set(sequence);
            }
            return found.get() > 0;
        });
        return found.get();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    /** Without the distribution around it. */
    private int byTheProgramAlone(String... arguments) throws IOException, InterruptedException {
        Path program = Files.copy(
                Distribution.built().home().resolve("verify/kreiswerk-verify.jar"), folder.resolve("verify.jar"));
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
        return process.exitValue();
    }
}
