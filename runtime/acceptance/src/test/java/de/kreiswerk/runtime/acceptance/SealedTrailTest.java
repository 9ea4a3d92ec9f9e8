package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.CommandLine;
import de.kreiswerk.runtime.acceptance.fixture.Database;
import de.kreiswerk.runtime.acceptance.fixture.Distribution;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.PapersClient;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.StoredPapers;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import de.kreiswerk.runtime.testing.AtOnce;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What citizens, auditors and courts get to see of the sealed trail, and whether they can trust it when the platform dies. */
@Execution(ExecutionMode.CONCURRENT)
class SealedTrailTest {

    private static final String LOG = "/audit/log";
    private static final int WRITERS = 16;
    private static final int ENOUGH = 40;

    /** A loaded machine; on its own it is five seconds. */
    private static final Duration SEALED = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @OnOneDatabase
    void aChangeIsProvenToWhoHasNoPlatformAndATouchedProofIsNot(Starter starter) throws Exception {
        Platform platform = starter.start("--no-demo");
        String request = platform.papers()
                .importText(Vorlage.numbered(platform.freshReference()).text())
                .is(201)
                .header("X-Request-Id");
        long sequence = sealedWith(platform, request);
        String key = key(platform);
        String proof = platform.people()
                .auditor()
                .get(LOG + "/records/" + sequence + "/proof.tlog-proof")
                .is(200)
                .text();

        String said = verify("proof", file("right.tlog-proof", proof), "--key", key)
                .exits(0)
                .out();
        assertThat(said).contains("BEWIESEN.", request, key).doesNotContain("NICHT");
        assertThat(byTheProgramAlone("proof", file("right.tlog-proof", proof), "--key", key))
                .isZero();
        String touched = proof.replaceFirst("index " + (sequence - 1), "index " + sequence);
        verify("proof", file("touched.tlog-proof", touched), "--key", key).exits(1);
    }

    @OnOneDatabase
    void hashesAreForEveryoneAndRecordsForAuditors(Starter starter) {
        Platform platform = starter.start("--no-demo");
        String request = platform.papers()
                .importText(Vorlage.numbered(platform.freshReference()).text())
                .header("X-Request-Id");
        sealedWith(platform, request);
        Client stranger = platform.stranger();
        String[] checkpoint = stranger.get(LOG + "/checkpoint").is(200).text().split("\n");
        int size = Integer.parseInt(checkpoint[1]);

        Reply tile = stranger.get(LOG + "/tile/0/000.p/" + size).is(200);
        assertThat(tile.body()).hasSize(size * 32);
        assertThat(tile.header("Cache-Control")).contains("immutable");
        assertThat(tile.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(stranger.get(LOG + "/checkpoint").header("Content-Type")).containsIgnoringCase("charset=utf-8");
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
                "/tile/0/001", "/tile/9/000", "/tile/0/0", "/tile/entries2/000", "/proof/inclusion?index=999")) {
            Reply reply = stranger.get(LOG + missing).is(404);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        }
        stranger.get(LOG + "/proof/inclusion").is(400);
        stranger.get(LOG + "/proof/inclusion?index=-1").is(400);
        stranger.get(LOG + "/proof/consistency?from=0").is(422);
    }

    @OnOneDatabase
    void anAuditorFindsAChangeAndTakesAlongWhatProvesIt(Starter starter) throws Exception {
        Platform platform = starter.start("--no-demo");
        Reply imported = platform.papers()
                .importText(Vorlage.numbered(platform.freshReference()).text())
                .is(201);
        String request = imported.header("X-Request-Id");
        long sequence = sealedWith(platform, request);
        String key = key(platform);
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
        Reply reply = export(auditor, filter).is(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/zip");
        Path whole = Files.write(folder.resolve("package.zip"), reply.body());

        assertThat(verify("package", whole.toString(), "--key", key).exits(0).out())
                .contains("BEWIESEN.", "Keiner fehlt", key)
                .doesNotContain("NICHT");
        assertThat(byTheProgramAlone("package", whole.toString(), "--whole", "--key", key))
                .isZero();
        try (FileSystem zip = FileSystems.newFileSystem(whole)) {
            Path records = zip.getPath("records.jsonl");
            Files.writeString(
                    records, Files.readString(records).replaceFirst(request, request.toUpperCase(Locale.ROOT)));
        }
        verify("package", whole.toString(), "--key", key).exits(1);
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
    void aCitizenSeesWhatWasSignedAndWhetherAProofHolds(Starter starter) throws Exception {
        Platform platform = starter.start("--no-demo");
        String request = platform.papers()
                .importText(Vorlage.numbered(platform.freshReference()).text())
                .header("X-Request-Id");
        long sequence = sealedWith(platform, request);
        String proof = platform.people()
                .auditor()
                .get(LOG + "/records/" + sequence + "/proof.tlog-proof")
                .text();

        assertThat(platform.stranger().get("/transparenz").is(200).text()).contains(key(platform), LOG + "/checkpoint");
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
        assertThat(upload(platform, "", "").is(400).text()).contains("Wählen Sie die Datei");
        assertThat(upload(platform, "bild.png", "PNG").is(400).text()).contains("kein Beweis");
        platform.stranger()
                .post("/transparenz", "application/x-www-form-urlencoded", "datei=x")
                .is(400);
    }

    private static Reply export(Person auditor, String filter) {
        return auditor.send("POST", LOG + "/packages" + filter, "text/plain", "", "X-CSRF-Token", auditor.token());
    }

    private static Reply upload(Platform platform, String name, String content) {
        return platform.stranger()
                .post(
                        "/transparenz",
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"" + name + "\"\r\n\r\n"
                                + content + "\r\n--b--\r\n");
    }

    @OnEachDatabase
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void noCheckpointThatSomebodySawIsAheadOfTheDataAfterKills(Starter starter) throws Exception {
        Platform platform = starter.start("--no-demo");
        String key = key(platform);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (int round = 0; round < rounds(starter.kind()); round++) {
            String kept = killed(platform, round, acknowledged);

            platform.start();

            Eventually.holds(
                    "the log is there again",
                    SEALED,
                    () -> size(platform.stranger().get(LOG + "/checkpoint").text()) >= size(kept));
            String proof = platform.stranger()
                    .get(LOG + "/proof/consistency.txt?from=" + size(kept))
                    .is(200)
                    .text();
            verify("consistency", file("kept", kept), file("proof", proof), "--key", key)
                    .exits(0);
        }
        Eventually.holds(
                "all is numbered",
                SEALED,
                () -> platform.operator().get("/health/ready").text().contains("All records are numbered"));
        platform.stop();
        StoredPapers stored = StoredPapers.of(platform);
        assertThat(stored.faults()).isEmpty();
        assertThat(acknowledged)
                .allSatisfy(reference ->
                        assertThat(stored.record(reference, 1).sequence()).isPositive());
    }

    private static int rounds(Database.Kind kind) {
        boolean full = Boolean.getBoolean("kreiswerk.full");
        return kind == Database.Kind.H2 ? full ? 50 : 2 : full ? 20 : 2;
    }

    /** Kills the platform while many write, and gives the last checkpoint that somebody saw. */
    private static String killed(Platform platform, int round, Set<String> acknowledged) {
        AtomicReference<String> seen = new AtomicReference<>("");
        AtomicBoolean running = new AtomicBoolean(true);
        CountDownLatch enough = new CountDownLatch(ENOUGH);
        long before = size(platform.stranger().get(LOG + "/checkpoint").text());
        AtOnce.run(WRITERS + 2, number -> {
            if (number == WRITERS) {
                watch(platform, seen, running);
            } else if (number == WRITERS + 1) {
                await(enough);
                Eventually.holds("something more is sealed", SEALED, () -> size(seen.get()) > before);
                platform.kill();
                running.set(false);
            } else {
                write(platform, String.format("20%02d/%02d", 10 + round, number), running, enough, acknowledged);
            }
            return number;
        });
        return seen.get();
    }

    private static void write(
            Platform platform, String prefix, AtomicBoolean running, CountDownLatch enough, Set<String> acknowledged) {
        Client client = platform.operator();
        for (int i = 0; running.get(); i++) {
            String reference = prefix + String.format("%03d", i);
            try {
                Reply reply = client.trySend(
                        "POST",
                        PapersClient.BASE + "/papers/import",
                        BodyPublishers.ofString(Vorlage.numbered(reference)
                                .goesTo("Kreistag", "Entscheidung", "08.07.2031", "Ö")
                                .text()),
                        "Content-Type",
                        "text/plain; charset=utf-8");
                if (reply.status() == 201) {
                    acknowledged.add(reference);
                    enough.countDown();
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void watch(Platform platform, AtomicReference<String> seen, AtomicBoolean running) {
        Client client = platform.stranger();
        while (running.get()) {
            try {
                Reply reply = client.trySend("GET", LOG + "/checkpoint", BodyPublishers.noBody());
                if (reply.status() == 200) {
                    seen.set(reply.text());
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(90, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The number of the record that a request made, once it is sealed. */
    private static long sealedWith(Platform platform, String request) {
        AtomicReference<Long> found = new AtomicReference<>(0L);
        Eventually.holds("a record of request " + request, SEALED, () -> {
            long size = size(platform.stranger().get(LOG + "/checkpoint").text());
            for (long sequence = size; sequence > 0 && found.get() == 0; sequence--) {
                String record = platform.people()
                        .auditor()
                        .get(LOG + "/records/" + sequence)
                        .is(200)
                        .field("canonical");
                if (record.contains("\"request\":\"" + request + "\"")) {
                    found.set(sequence);
                }
            }
            return found.get() > 0;
        });
        return found.get();
    }

    /** How many records a checkpoint covers; 0 for what is none. */
    private static long size(String checkpoint) {
        String[] lines = checkpoint.split("\n");
        return lines.length > 4 && lines[1].matches("\\d+") ? Long.parseLong(lines[1]) : 0;
    }

    private static String key(Platform platform) {
        return platform.stranger()
                .get(LOG + "/keys")
                .is(200)
                .json()
                .path("data")
                .path(0)
                .path("key")
                .asText();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static CommandLine.Result verify(Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = "verify";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new CommandLine().run(all);
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
