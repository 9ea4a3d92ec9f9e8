package de.kreiswerk.audit.stream.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import de.kreiswerk.audit.sendkit.HttpAddress;
import de.kreiswerk.audit.sendkit.Trust;
import de.kreiswerk.audit.stream.Driven;
import de.kreiswerk.audit.stream.Receiving;
import de.kreiswerk.audit.stream.Stream;
import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.runtime.testing.Certificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.felix.hc.api.Result.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class WebhookTest {

    /** The machine may be busy. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private static final String SECRET = "geheim, ü";

    private final List<Long> received = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final List<String> sequences = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private HttpServer server;

    /** What the receiver does once, instead of taking what it gets. */
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
        pool.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everythingArrivesInOrderSignedAndAsItWasSealed(Engine engine) throws Exception {
        try (Driven driven = new Driven(engine)) {
            start(0);
            driven.trail.write(250);
            driven.begin(receiving(true), carrier(driven));
            driven.until("all arrive", () -> driven.position() == 250);

            assertThat(received).isEqualTo(numbers(1, 250));
            assertThat(sequences).containsExactly("1-100", "101-200", "201-250");
            assertThat(bodies.get(0))
                    .startsWith("{\"origin\":\"kreis.example/audit/log\",\"first\":1,\"last\":100,\"records\":["
                            + "{\"number\":1,\"record\":"
                            + driven.trail.record(1).canonical() + "},");
            assertThat(signatures.get(2)).isEqualTo(signature(signatures.get(2), bodies.get(2)));
            assertThat(driven.settled()).isEqualTo(250);

            driven.trail.write(1);
            driven.until("what comes later arrives", () -> driven.position() == 251);
            assertThat(received).hasSize(251).endsWith(251L);
            assertThat(driven.check().getStatus()).isEqualTo(Status.OK);
        }
    }

    @Test
    void whateverTheReceiverDoesNothingIsLostAndOrderIsKept() throws Exception {
        try (Driven driven = new Driven(Engine.H2)) {
            start(0);
            int port = server.getAddress().getPort();
            List<String> elsewhere = new ArrayList<>();
            server.createContext("/elsewhere", exchange -> elsewhere.add("called"));
            answers.add(exchange -> exchange.sendResponseHeaders(500, -1));
            answers.add(exchange -> {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + port + "/elsewhere");
                exchange.sendResponseHeaders(302, -1);
            });
            // Takes it, and dies before it says so.
            answers.add(exchange -> {
                take(exchange);
                throw new IOException("dead");
            });
            answers.add(exchange -> exchange.sendResponseHeaders(404, -1));
            // Talks without an end behind a good answer: it has said what counts.
            answers.add(exchange -> {
                take(exchange);
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(new byte[1 << 20]);
            });
            driven.trail.write(150);
            driven.begin(receiving(true), carrier(driven));
            driven.until("all arrive", () -> driven.position() == 150);

            assertThat(received)
                    .isEqualTo(List.of(numbers(1, 100), numbers(1, 100), numbers(101, 150)).stream()
                            .flatMap(List::stream)
                            .toList());
            assertThat(elsewhere).isEmpty();
            assertThat(driven.trouble()).isEmpty();
        }
    }

    @Test
    void oneRecordThatWaitsIsSaidAsOne() throws Exception {
        try (Driven driven = new Driven(Engine.H2)) {
            start(0);
            int port = server.getAddress().getPort();
            server.stop(0);
            driven.trail.write(1);
            Stream stream = driven.begin(receiving(true), carrier(driven, "http://127.0.0.1:" + port + "/"));
            driven.until("it is missed", () -> !driven.trouble().isEmpty());
            driven.clock.pass(Duration.ofMinutes(6));
            stream.run(Driven.HELD);

            assertThat(Findings.words(driven.check()).german()).contains("1 Eintrag wartet, seit 6 Minuten");
        }
    }

    @Test
    void aReceiverThatIsAwayGetsEverythingWhenItIsBackAndIsToldOf() throws Exception {
        try (Driven driven = new Driven(Engine.H2)) {
            start(0);
            int port = server.getAddress().getPort();
            server.stop(0);
            driven.trail.write(30);
            Stream stream =
                    driven.begin(receiving(true), carrier(driven, "http://127.0.0.1:" + port + "/geheimer-pfad"));
            driven.until("it is missed", () -> !driven.trouble().isEmpty());
            assertThat(driven.trouble()).contains("127.0.0.1:" + port + " cannot be reached");
            driven.clock.pass(Duration.ofMinutes(6));
            stream.run(Driven.HELD);

            assertThat(driven.check().getStatus()).isEqualTo(Status.WARN);
            assertThat(driven.check().toString())
                    .contains("webhook-test: 30 records wait", "6 minutes", "cannot be reached")
                    .doesNotContain("geheim");
            assertThat(Findings.words(driven.check()).german())
                    .contains(
                            "webhook-test: 30 Einträge warten",
                            "ist nicht zu erreichen (Verbindung abgelehnt)",
                            "Firewall")
                    .doesNotContain("cannot", "refused");
            assertThat(driven.metrics()).contains("waiting_records", "value=30.0", "receiver=webhook-test", "value=36");

            start(port);
            driven.until("all arrive", () -> driven.position() == 30);
            assertThat(received).isEqualTo(numbers(1, 30));
            assertThat(driven.check().getStatus()).isEqualTo(Status.OK);
            assertThat(driven.metrics()).doesNotContain("value=30.0");
        }
    }

    @Test
    void aReceiverThatNeverAnswersIsLeftAndTriedAgain() throws Exception {
        try (Driven driven = new Driven(Engine.H2);
                ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            driven.trail.write(3);
            driven.begin(receiving(true), impatient(driven, hanging.getLocalPort()));
            driven.until("it is left", () -> !driven.trouble().isEmpty());
            assertThat(driven.trouble()).containsAnyOf("took too long", "not answer in time");
            assertThat(driven.position()).isZero();

            int port = hanging.getLocalPort();
            hanging.close();
            start(port);
            driven.begin(receiving(true), carrier(driven));
            driven.until("all arrive", () -> driven.position() == 3);
            assertThat(received).isEqualTo(numbers(1, 3));
        }
    }

    /** Each byte comes in time, and all of them never. */
    @Test
    void aReceiverThatAnswersDropByDropIsCutOff() throws Exception {
        try (Driven driven = new Driven(Engine.H2);
                ServerSocket dripping = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            pool.execute(() -> drip(dripping));
            driven.trail.write(3);
            driven.begin(receiving(true), impatient(driven, dripping.getLocalPort()));
            driven.until("it is cut off", () -> driven.trouble().contains("took too long"));
            assertThat(driven.position()).isZero();
        }
    }

    /** Once more when it was too slow for that, and was left because nothing came at all. */
    private static void drip(ServerSocket server) {
        while (!server.isClosed()) {
            dripOnce(server);
        }
    }

    private static void dripOnce(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 200 ".getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(20);
            while (true) {
                socket.getOutputStream().write('O');
                // No other way to wait for a moment: nothing comes.
                try {
                    while (socket.getInputStream().read() >= 0) {
                        continue;
                    }
                    return;
                } catch (java.net.SocketTimeoutException e) {
                    continue;
                }
            }
        } catch (IOException e) {
            // The other side has left.
        }
    }

    @Test
    void afterARestartItGoesOnWhereItWas() throws Exception {
        try (Driven driven = new Driven(Engine.H2)) {
            start(0);
            driven.trail.write(5);
            driven.begin(receiving(false), carrier(driven));
            driven.until("it began", () -> driven.position() == 5);
            assertThat(received).isEmpty();

            driven.trail.write(5);
            driven.until("all since then arrive", () -> driven.position() == 10);
            driven.begin(receiving(true), carrier(driven));
            driven.trail.write(5);
            driven.until("all arrive", () -> driven.position() == 15);

            assertThat(received).isEqualTo(numbers(6, 15));
        }
    }

    @Test
    void largeRecordsMakeNoBodyThatUsualServersRefuse() throws Exception {
        try (Driven driven = new Driven(Engine.H2)) {
            start(0);
            for (int i = 0; i < 200; i++) {
                driven.trail.write("paper.published", "p".repeat(10_350), "success");
            }
            driven.begin(receiving(true), carrier(driven));
            driven.until("all arrive", () -> driven.position() == 200);

            // What nginx takes unless it is told otherwise.
            assertThat(bodies).allMatch(body -> body.length() <= 1 << 20);
            assertThat(received).isEqualTo(numbers(1, 200));
        }
    }

    @Test
    void aClockThatIsPutBackKeepsNothingFromAReceiverThatIsBack() throws Exception {
        try (Driven driven = new Driven(Engine.H2)) {
            start(0);
            answers.add(exchange -> exchange.sendResponseHeaders(500, -1));
            driven.trail.write(3);
            driven.begin(receiving(true), carrier(driven));
            driven.until("it fails", () -> !driven.trouble().isEmpty());
            driven.clock.pass(Duration.ofHours(-1));

            var back = driven.clock.instant();
            driven.until("all arrive", () -> driven.position() == 3);
            assertThat(Duration.between(back, driven.clock.instant())).isLessThan(Duration.ofMinutes(5));
        }
    }

    @Test
    void aReceiverThatAsksForAPauseGetsOne() throws Exception {
        try (Driven driven = new Driven(Engine.H2)) {
            start(0);
            List<String> times = new ArrayList<>();
            answers.add(exchange -> {
                times.add(driven.clock.instant().toString());
                exchange.getResponseHeaders().add("Retry-After", "300");
                exchange.sendResponseHeaders(429, -1);
            });
            driven.trail.write(1);
            driven.begin(receiving(true), carrier(driven));
            driven.until("it asks", () -> driven.trouble().contains("answers 429"));
            assertThat(driven.german()).contains("antwortet mit Status 429. Es wird langsamer gesendet");
            var asked = driven.clock.instant();
            driven.until("it arrives", () -> driven.position() == 1);

            assertThat(Duration.between(asked, driven.clock.instant()))
                    .isBetween(Duration.ofSeconds(295), Duration.ofSeconds(330));
        }
    }

    @Test
    void aNodeThatLostTheWorkNotesNothing() throws Exception {
        try (Driven driven = new Driven(Engine.H2)) {
            start(0);
            driven.trail.write(3);
            Stream stream = driven.begin(receiving(true), carrier(driven));
            driven.database.execute(
                    "insert into audit_stream_position values ('webhook-test', 0, 0, current_timestamp)");
            Lease lost = tx -> {
                throw new PersistenceFailure("another node", null);
            };
            assertThatThrownBy(() -> {
                        while (true) {
                            stream.run(lost);
                        }
                    })
                    .isInstanceOf(PersistenceFailure.class);
            assertThat(received).isEqualTo(numbers(1, 3));
            assertThat(driven.position()).isZero();

            driven.until("it is sent again", () -> driven.position() == 3);
            assertThat(received).hasSize(6);
        }
    }

    @Test
    void theEndDoesNotWaitForAReceiverThatHangs() throws Exception {
        try (Driven driven = new Driven(Engine.H2);
                ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            driven.trail.write(3);
            WebhookSettings patient =
                    settings("http://127.0.0.1:" + hanging.getLocalPort() + "/", "", Duration.ofSeconds(60));
            Stream stream = driven.begin(receiving(true), new WebhookCarrier(patient, Optional::empty, driven.clock));
            stream.run(Driven.HELD);
            hanging.accept();
            long begin = System.nanoTime();
            stream.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
            Driven.assertNoThreads();
        }
    }

    @Test
    void overTlsOnlyToWhomItTrusts(@TempDir Path folder) throws Exception {
        try (Driven driven = new Driven(Engine.H2)) {
            Certificate certificate = new Certificate(folder, "localhost");
            HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            https.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
            serve(https);
            String url = "https://localhost:" + https.getAddress().getPort() + "/";
            driven.trail.write(3);
            driven.begin(receiving(true), carrier(driven, url));
            driven.until("it is refused", () -> driven.trouble().contains("is not accepted"));
            assertThat(driven.trouble()).contains("The certificate of localhost:");
            assertThat(received).isEmpty();

            driven.begin(
                    receiving(true),
                    new WebhookCarrier(
                            settings(url, certificate.pem().toString(), PATIENT), Optional::empty, driven.clock));
            driven.until("all arrive", () -> driven.position() == 3);
            assertThat(bodies.get(0)).startsWith("{\"origin\":null,");
        }
    }

    @Test
    void whatIsSetUpWronglyIsSaid() {
        for (String wrong : List.of(
                "",
                "siem",
                "http://siem.example/",
                "ftp://siem.example/",
                "https://user@siem.example/",
                "https://siem.example/#x",
                "https://siem.example:99999/",
                "http://localhost.evil.example/")) {
            assertThat(HttpAddress.of(wrong)).as(wrong).isEmpty();
        }
        assertThat(HttpAddress.of("https://siem.example/a?token=x")).isPresent();
        assertThat(HttpAddress.of("https://siem.example/a?token=x").toString()).doesNotContain("token");
    }

    private void start(int port) throws IOException {
        serve(HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0));
    }

    private void serve(HttpServer fresh) {
        server = fresh;
        server.setExecutor(pool);
        server.createContext("/", exchange -> {
            try (exchange) {
                Answer answer = answers.poll();
                if (answer != null) {
                    answer.to(exchange);
                    return;
                }
                take(exchange);
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodies.add(body);
        signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("Kreiswerk-Signature")));
        sequences.add(exchange.getRequestHeaders().getFirst("Kreiswerk-Sequence"));
        assertThat(exchange.getRequestHeaders().getFirst("Content-Type")).isEqualTo("application/json");
        for (JsonNode record : new ObjectMapper().readTree(body).path("records")) {
            received.add(record.path("number").asLong());
        }
    }

    private static String signature(String header, String body) {
        try {
            String time = header.substring("t=".length(), header.indexOf(','));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "t=" + time + ",v1="
                    + HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private WebhookCarrier carrier(Driven driven) {
        return carrier(driven, "http://127.0.0.1:" + server.getAddress().getPort() + "/trail");
    }

    private static WebhookCarrier carrier(Driven driven, String url) {
        return new WebhookCarrier(
                settings(url, "", PATIENT), () -> Optional.of("kreis.example/audit/log"), driven.clock);
    }

    private static WebhookCarrier impatient(Driven driven, int port) {
        return new WebhookCarrier(
                settings("http://127.0.0.1:" + port + "/", "", Duration.ofSeconds(1)), Optional::empty, driven.clock);
    }

    private static WebhookSettings settings(String url, String authorities, Duration patience) {
        return new WebhookSettings(
                receiving(true), HttpAddress.of(url).orElseThrow(), new Trust(authorities, "", ""), SECRET, patience);
    }

    private static Receiving receiving(boolean fromTheBeginning) {
        return new Receiving("webhook-test", 100, fromTheBeginning, null);
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
