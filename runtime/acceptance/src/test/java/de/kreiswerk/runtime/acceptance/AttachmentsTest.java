package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.RawHttp;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** The bytes of attachments: sent in by the administration, fetched by citizens. */
class AttachmentsTest {

    private static final byte[] PLAN =
            "%PDF-1.7 kein echtes PDF, aber lang genug für zwei Teile".getBytes(StandardCharsets.UTF_8);
    private static final int LARGE = 20 * 1024 * 1024;

    private record Published(String id, String address) {}

    @OnEachDatabase
    void pageSaysThatTheFileIsMissingUntilItIsThere(Platform platform) {
        Published paper = published(platform);
        assertThat(platform.stranger().get(paper.address()).is(200).text())
                .contains("Lageplan")
                .contains("Datei fehlt")
                .doesNotContain("href=\"" + paper.address() + "/anlagen/1\"");
        assertThat(platform.stranger()
                        .get(paper.address() + "/anlagen/1")
                        .is(404)
                        .text())
                .contains("Datei fehlt");
        Reply stored = platform.papers()
                .attach(paper.id(), 1, "Lageplan Nord.pdf", "application/pdf", PLAN)
                .is(200);

        JsonNode file = stored.json().path("attachments").path(0).path("file");
        assertThat(file.path("fileName").asText()).isEqualTo("Lageplan Nord.pdf");
        assertThat(file.path("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(file.path("size").asInt()).isEqualTo(PLAN.length);
        assertThat(file.path("sha256").asText()).isEqualTo(sha256(PLAN));
        String page = platform.stranger().get(paper.address()).is(200).text();
        assertThat(page).contains("href=\"" + paper.address() + "/anlagen/1\"").contains("PDF");
    }

    @OnEachDatabase
    void fileComesBackAsItWasSent(Platform platform) {
        Published paper = published(platform);
        platform.papers()
                .attach(paper.id(), 1, "Übersicht „Süd“.pdf", "application/pdf", PLAN)
                .is(200);
        Reply file = platform.stranger().get(paper.address() + "/anlagen/1").is(200);

        assertThat(file.body()).isEqualTo(PLAN);
        assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(file.header("Content-Length")).isEqualTo(String.valueOf(PLAN.length));
        assertThat(file.header("Content-Disposition")).contains("filename*=UTF-8''%C3%9Cbersicht");
        assertThat(file.header("ETag")).isNotBlank();
    }

    @OnEachDatabase
    void fileIsSentInPartsAndNotTwice(Platform platform) {
        Published paper = published(platform);
        platform.papers()
                .attach(paper.id(), 1, "plan.pdf", "application/pdf", PLAN)
                .is(200);
        String address = paper.address() + "/anlagen/1";
        String tag = platform.stranger().get(address).header("ETag");
        int size = PLAN.length;

        Reply start = platform.stranger().get(address, "Range", "bytes=0-9").is(206);
        assertThat(start.body()).isEqualTo(Arrays.copyOf(PLAN, 10));
        assertThat(start.header("Content-Range")).isEqualTo("bytes 0-9/" + size);
        Reply rest = platform.stranger()
                .get(address, "Range", "bytes=10-", "If-Range", tag)
                .is(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(PLAN, 10, size));
        Reply end = platform.stranger().get(address, "Range", "bytes=-5").is(206);
        assertThat(end.body()).isEqualTo(Arrays.copyOfRange(PLAN, size - 5, size));
        assertThat(platform.stranger()
                        .get(address, "Range", "bytes=" + size + "-")
                        .is(416)
                        .header("Content-Range"))
                .isEqualTo("bytes */" + size);
        assertThat(platform.stranger()
                        .get(address, "If-None-Match", tag)
                        .is(304)
                        .body())
                .isEmpty();
        platform.stranger().get(address, "If-None-Match", "\"anders\"").is(200);
    }

    @OnEachDatabase
    void replacedFileReplacesTheOldOneAtOnce(Platform platform) {
        Published paper = published(platform);
        platform.papers().attach(paper.id(), 1, "alt.txt", "text/plain", "alt".getBytes(StandardCharsets.UTF_8));
        String address = paper.address() + "/anlagen/1";
        String tag = platform.stranger().get(address).header("ETag");
        platform.papers().attach(paper.id(), 1, "neu.txt", "text/plain", "neu".getBytes(StandardCharsets.UTF_8));
        Reply file = platform.stranger().get(address, "If-None-Match", tag).is(200);

        assertThat(file.text()).isEqualTo("neu");
        assertThat(file.header("Content-Disposition")).contains("neu.txt");
    }

    @OnEachDatabase
    void largeFileComesBackByteByByte(Platform platform) {
        Published paper = published(platform);
        byte[] large = new byte[LARGE];
        new Random(7).nextBytes(large);
        Reply stored = platform.papers()
                .attach(paper.id(), 1, "Modell.zip", "application/zip", large)
                .is(200);

        assertThat(stored.json()
                        .path("attachments")
                        .path(0)
                        .path("file")
                        .path("size")
                        .asInt())
                .isEqualTo(LARGE);
        Reply file = platform.stranger().get(paper.address() + "/anlagen/1").is(200);
        assertThat(sha256(file.body())).isEqualTo(sha256(large));
    }

    /** The platform's log is looked at after each test: a trace for everybody who does not wait would hide what matters. */
    @OnEachDatabase
    void whoBreaksADownloadOffIsNoErrorOfThePlatform(Platform platform) {
        Published paper = published(platform);
        platform.papers()
                .attach(paper.id(), 1, "Modell.zip", "application/zip", new byte[LARGE])
                .is(200);
        long before = platform.answers("/vorlagen", 200);
        for (int i = 0; i < 3; i++) {
            RawHttp.hangUp(platform, paper.address() + "/anlagen/1");
        }
        Eventually.holds(
                "all three are done with",
                Duration.ofSeconds(60),
                () -> platform.answers("/vorlagen", 200) >= before + 3);
    }

    @OnEachDatabase
    void nonPublicFileAndFileOfWithdrawnPaperAreNotServed(Platform platform) {
        Published paper = published(platform);
        platform.papers()
                .attach(paper.id(), 1, "plan.pdf", "application/pdf", PLAN)
                .is(200);
        platform.papers()
                .attach(paper.id(), 2, "angebote.pdf", "application/pdf", PLAN)
                .is(200);
        platform.stranger().get(paper.address() + "/anlagen/2").is(404);
        platform.papers().withdraw(paper.id()).is(200);

        platform.stranger().get(paper.address() + "/anlagen/1").is(410);
        platform.stranger().get(paper.address() + "/anlagen/2").is(410);
    }

    @OnEachDatabase
    void scriptOfStrangerIsDownloadedNeverRun(Platform platform) {
        Published paper = published(platform);
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        platform.papers()
                .attach(paper.id(), 1, "seite.html", "text/html", script)
                .is(200);
        Reply file = platform.stranger().get(paper.address() + "/anlagen/1").is(200);

        assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(file.header("Content-Disposition")).startsWith("attachment;");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @OnEachDatabase
    void whatCannotBeAttachedIsRefused(Platform platform) {
        Published paper = published(platform);
        Reply before = platform.papers().get(paper.id());

        Problem.of(platform.papers().attach(paper.id(), 9, "plan.pdf", "application/pdf", PLAN), 404)
                .coded("attachment-not-named");
        Problem.of(platform.papers().attach(paper.id(), 1, "plan.pdf", "application/pdf", new byte[0]), 422)
                .coded("file-empty");
        Problem.of(platform.papers().attach(paper.id(), 1, "../../etc/passwd", "text/plain", PLAN), 422)
                .coded("file-name-not-valid");
        Problem.of(platform.papers().attach(paper.id(), 1, "a\u0000b.pdf", "text/plain", PLAN), 422)
                .coded("file-name-not-valid");
        Problem.of(platform.papers().attach(paper.id(), 1, " ", "text/plain", PLAN), 422)
                .coded("file-name-not-valid");
        assertThat(platform.papers().get(paper.id()).text()).isEqualTo(before.text());
    }

    private static Published published(Platform platform) {
        Reply imported = platform.papers()
                .importAndPublish(Vorlage.numbered(platform.freshReference())
                        .attaching("Lageplan", "öffentlich")
                        .attaching("Angebote", "nichtöffentlich")
                        .text())
                .is(201);
        return new Published(
                imported.field("id"), URI.create(imported.field("url")).getPath());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
