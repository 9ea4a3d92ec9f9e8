package de.kreiswerk.runtime.acceptance;

import static de.kreiswerk.runtime.acceptance.fixture.PapersClient.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.PapersClient;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.RawHttp;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What goes wrong is said in a way that people and programs can work with. */
class ProblemsTest {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final String TEXT = "text/plain";

    @FunctionalInterface
    private interface Attempt {
        Reply with(String... headers);
    }

    private record Mistake(int status, Attempt attempt) {}

    @OnEachDatabase
    void everyMistakeIsExplainedInGermanAndInEnglish(Platform platform) {
        for (Mistake mistake : mistakes(platform)) {
            Reply german = mistake.attempt().with();
            Reply english = mistake.attempt().with("Accept-Language", "en");
            Problem inGerman = Problem.of(german, mistake.status());
            Problem inEnglish = Problem.of(english, mistake.status());

            assertThat(german.header("Content-Language")).as(german.request()).isEqualTo("de");
            assertThat(english.header("Content-Language")).as(english.request()).isEqualTo("en");
            assertThat(inEnglish.code()).as(german.request()).isEqualTo(inGerman.code());
            assertThat(inEnglish.title()).as(german.request()).isNotEqualTo(inGerman.title());
            assertThat(inEnglish.detail()).as(german.request()).isNotEqualTo(inGerman.detail());
            assertThat(english.header("X-Request-Id")).isNotEqualTo(german.header("X-Request-Id"));
        }
    }

    private static List<Mistake> mistakes(Platform platform) {
        Client stranger = platform.stranger();
        Client operator = platform.operator();
        PapersClient papers = platform.papers();
        String open = papers.importText(Vorlage.numbered(platform.freshReference())
                        .attaching("Plan", "öffentlich")
                        .text())
                .field("id");
        String closed = papers.importText(
                        Vorlage.numbered(platform.freshReference()).nonPublic().text())
                .field("id");
        String taken = papers.get(closed).field("reference");
        String unknown = BASE + "/papers/00000000-0000-7000-8000-000000000000";
        List<Mistake> mistakes = new ArrayList<>();
        mistakes.add(new Mistake(400, headers -> operator.get(BASE + "/papers?limit=0", headers)));
        mistakes.add(new Mistake(400, headers -> papers.publish(open, with(headers, "If-Match", "abc"))));
        mistakes.add(new Mistake(
                400,
                headers -> operator.put(
                        BASE + "/papers/" + open + "/reference", "application/json", bytes("{"), headers)));
        mistakes.add(new Mistake(
                400,
                headers -> operator.put(
                        BASE + "/papers/" + open + "/reference",
                        "application/json",
                        bytes("{\"nummer\":\"1/2\"}"),
                        headers)));
        mistakes.add(
                new Mistake(400, headers -> operator.post(BASE + "/papers/import?publish=ja", TEXT, "x", headers)));
        mistakes.add(new Mistake(401, headers -> stranger.get(BASE + "/papers", headers)));
        mistakes.add(new Mistake(401, headers -> stranger.get(BASE + "/papers/" + open, headers)));
        mistakes.add(new Mistake(401, headers -> stranger.post(BASE + "/papers/import", TEXT, "x", headers)));
        mistakes.add(new Mistake(401, headers -> platform.bearer("falsch").get(BASE + "/papers", headers)));
        mistakes.add(new Mistake(
                401, headers -> stranger.get(BASE + "/papers", with(headers, "Authorization", "Basic YTpi"))));
        mistakes.add(new Mistake(404, headers -> operator.get(unknown, headers)));
        mistakes.add(new Mistake(404, headers -> operator.post(unknown + "/publish", TEXT, "", headers)));
        mistakes.add(new Mistake(404, headers -> operator.get(BASE + "/gibt-es-nicht", headers)));
        mistakes.add(new Mistake(404, headers -> operator.get("/api/gibt-es-nicht", headers)));
        mistakes.add(new Mistake(404, headers -> stranger.get("/weg", with(headers, "Accept", "application/json"))));
        mistakes.add(new Mistake(
                405, headers -> operator.send("DELETE", BASE + "/papers/" + open, BodyPublishers.noBody(), headers)));
        mistakes.add(new Mistake(405, headers -> operator.post(BASE + "/consultations", TEXT, "x", headers)));
        mistakes.add(new Mistake(406, headers -> operator.get(BASE + "/papers", with(headers, "Accept", "image/png"))));
        mistakes.add(new Mistake(409, headers -> papers.publish(closed, headers)));
        mistakes.add(new Mistake(409, headers -> papers.withdraw(open, headers)));
        mistakes.add(new Mistake(409, headers -> papers.renumber(open, taken, headers)));
        mistakes.add(new Mistake(412, headers -> papers.publish(open, with(headers, "If-Match", "\"999\""))));
        mistakes.add(new Mistake(414, headers -> operator.get(BASE + "/papers?text=" + "x".repeat(13_000), headers)));
        mistakes.add(
                new Mistake(415, headers -> operator.post(BASE + "/papers/import", "application/pdf", "x", headers)));
        mistakes.add(new Mistake(
                415, headers -> operator.post(BASE + "/papers/import", TEXT + "; charset=iso-8859-1", "x", headers)));
        mistakes.add(new Mistake(
                415, headers -> operator.post(BASE + "/papers/import", TEXT + "; charset=utf8mb4", "x", headers)));
        mistakes.add(new Mistake(
                415, headers -> operator.put(BASE + "/papers/" + open + "/reference", TEXT, bytes("1/2"), headers)));
        mistakes.add(new Mistake(422, headers -> papers.importText("Ein Text ohne Nummer.", headers)));
        mistakes.add(new Mistake(422, headers -> papers.renumber(open, "ohne Ziffer", headers)));
        mistakes.add(
                new Mistake(422, headers -> papers.attach(open, 1, "leer.pdf", "application/pdf", bytes(""), headers)));
        return mistakes;
    }

    @OnEachDatabase
    void refusedMethodNamesThoseThatWork(Platform platform) {
        String id = platform.papers()
                .importText(Vorlage.numbered(platform.freshReference()).text())
                .field("id");
        Client operator = platform.operator();

        assertThat(allowed(operator, "DELETE", BASE + "/papers/" + id))
                .contains("GET")
                .doesNotContain("DELETE", "PUT");
        assertThat(allowed(operator, "GET", BASE + "/papers/" + id + "/publish"))
                .contains("POST")
                .doesNotContain("GET");
        assertThat(allowed(operator, "DELETE", BASE + "/organizations"))
                .contains("GET", "POST")
                .doesNotContain("DELETE");
        assertThat(allowed(platform.stranger(), "POST", "/vorlagen"))
                .contains("GET")
                .doesNotContain("POST");
        assertThat(allowed(platform.stranger(), "POST", "/")).contains("GET").doesNotContain("POST");
    }

    private static List<String> allowed(Client client, String method, String path) {
        Reply reply = client.send(method, path, BodyPublishers.noBody()).is(405);
        return reply.headers().allValues("Allow").stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .toList();
    }

    @OnEachDatabase
    void strangerIsToldHowToSignIn(Platform platform) {
        assertThat(platform.stranger().get(BASE + "/papers").is(401).header("WWW-Authenticate"))
                .startsWith("Bearer");
    }

    @OnEachDatabase
    void textOfElevenMebibytesIsTooLarge(Platform platform) {
        byte[] large = "x\n".repeat(11 * MEBIBYTE / 2).getBytes(StandardCharsets.UTF_8);

        Problem.of(platform.papers().importBytes(large), 413).saying("10 MiB");
        // Longer than anybody reads on in order to answer.
        for (int mebibytes : new int[] {11, 101}) {
            Problem.of(
                            platform.operator()
                                    .send("POST", BASE + "/papers/import", streamed(mebibytes), "Content-Type", TEXT),
                            413)
                    .saying("MiB");
        }
    }

    @OnEachDatabase
    void attachmentOf101MebibytesIsTooLarge(Platform platform) {
        String id = platform.papers()
                .importText(Vorlage.numbered(platform.freshReference())
                        .attaching("Video", "öffentlich")
                        .text())
                .field("id");
        String path = PapersClient.attachment(id, 1, "video.mp4");

        Problem.of(platform.operator().send("PUT", path, streamed(101), "Content-Type", "video/mp4"), 413)
                .saying("100 MiB");
        assertThat(platform.papers().get(id).json().path("attachments").path(0).has("file"))
                .isFalse();
    }

    @OnEachDatabase
    void announcedAttachmentOf101MebibytesIsRefusedBeforeItIsSent(Platform platform) {
        String id = platform.papers()
                .importText(Vorlage.numbered(platform.freshReference())
                        .attaching("Video", "öffentlich")
                        .text())
                .field("id");
        RawHttp.Answer answer = RawHttp.exchange(
                platform,
                "PUT " + PapersClient.attachment(id, 1, "video.mp4") + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Bearer " + platform.token() + "\r\nContent-Type: video/mp4\r\n"
                        + "Expect: 100-continue\r\nContent-Length: " + 101L * MEBIBYTE + "\r\n\r\n");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.all()).contains("application/problem+json").contains("100 MiB");
    }

    @OnEachDatabase
    void requestsThatAreNoneGetNoServerErrorPage(Platform platform) {
        String end = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        for (String request : List.of(
                "GET /%zz" + end,
                "GET /vorlagen/%00" + end,
                "GET /vorlagen/..%2f..%2fetc/passwd" + end,
                "GET /vorlagen/%c3%28" + end,
                "GET /a;b/c" + end,
                "GET /%5c" + end,
                "BREW /vorlagen" + end,
                "TRACE /" + end,
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /" + " HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(40_000)
                        + "\r\nConnection: close\r\n\r\n",
                "PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: viele\r\nConnection: close\r\n\r\n",
                "unsinn\r\n\r\n")) {
            RawHttp.Answer answer = RawHttp.exchange(platform, request);
            String asked = request.substring(0, Math.min(40, request.length()));
            assertThat(answer.status()).as(asked).isBetween(400, 505).isNotEqualTo(500);
            assertThat(answer.status()).as(asked).isEqualTo(answer.statedStatus());
            assertThat(answer.all())
                    .as(asked)
                    .doesNotContainIgnoringCase("jetty")
                    .doesNotContain("Exception", "\tat ", "org.eclipse", "de.kreiswerk");
            if (!answer.body().isEmpty()) {
                assertThat(answer.head()).as(asked).contains("x-content-type-options: nosniff");
            }
        }
    }

    private static BodyPublisher streamed(int mebibytes) {
        return BodyPublishers.ofInputStream(() -> new Blanks(mebibytes * (long) MEBIBYTE));
    }

    private static String[] with(String[] headers, String name, String value) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add(name);
        all.add(value);
        return all.toArray(String[]::new);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Lines of blanks, made while they are sent, so that nobody can know how many there will be. */
    private static final class Blanks extends InputStream {

        private long left;

        Blanks(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? '\n' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            java.util.Arrays.fill(buffer, offset, offset + count, (byte) '\n');
            left -= count;
            return count;
        }
    }
}
