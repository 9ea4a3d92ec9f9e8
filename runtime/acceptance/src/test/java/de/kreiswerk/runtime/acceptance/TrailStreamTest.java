package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The trail at somebody who collects logs, and what writers notice of that: nothing. */
@Execution(ExecutionMode.CONCURRENT)
class TrailStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TERMINATED = 143;

    private final Map<Long, JsonNode> received = new ConcurrentSkipListMap<>();
    private final List<String> checkpoints = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private HttpServer receiver;

    @AfterEach
    void stopTheReceiver() {
        receiver.stop(0);
    }

    @OnOneDatabase
    void theTrailArrivesAndAReceiverThatIsAwayHoldsUpNobody(Starter starter) throws Exception {
        start(0);
        int port = receiver.getAddress().getPort();
        Platform platform = starter.start(withReceiverAt(port));
        String first = imported(platform);
        Eventually.holds("the paper's record arrives", PATIENCE, () -> has(first));
        assertThatNoneIsMissing();
        assertThat(signatures).allMatch(each -> each.matches("t=[0-9]+,v1=[0-9a-f]{64}"));
        JsonNode record = received.values().stream()
                .filter(each -> each.path("request").asText().equals(first))
                .findFirst()
                .orElseThrow();
        assertThat(record.path("actor").path("subject").asText()).isNotBlank();
        assertThat(record.toString()).doesNotContain("Operator");
        Eventually.holds("the checkpoint arrives", PATIENCE, () -> !checkpoints.isEmpty());
        assertThat(checkpoints.get(0)).contains("/audit/log\n", "\n\n— ");

        receiver.stop(0);
        List<String> meanwhile = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            meanwhile.add(imported(platform));
        }
        // Each of them would wait for the receiver's ten seconds if any did.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(120));
        Eventually.holds(
                "it is missed",
                PATIENCE,
                () -> platform.logged("The trail does not get to webhook-siem").isPresent());
        Eventually.holds(
                "the metric knows",
                PATIENCE,
                () -> platform.operator()
                        .get("/metrics")
                        .text()
                        .matches("(?s).*kreiswerk_audit_stream_waiting_records\\{receiver=\"webhook-siem\"} [1-9].*"));
        platform.kill();
        platform.start();
        start(port);

        Eventually.holds("all arrive", PATIENCE, () -> meanwhile.stream().allMatch(this::has));
        assertThatNoneIsMissing();
        assertThat(platform.stop()).isEqualTo(TERMINATED);
    }

    private static String imported(Platform platform) {
        return platform.papers()
                .importAndPublish(Vorlage.numbered(platform.freshReference()).text())
                .is(201)
                .header("X-Request-Id");
    }

    private static Settings withReceiverAt(int port) {
        String stream = "de.kreiswerk.audit.stream.Webhook~siem/";
        return Settings.of("--no-demo")
                .with(Map.of(
                        "KREISWERK_SETTINGS",
                        String.join(
                                "\n",
                                stream + "url=http://127.0.0.1:" + port + "/trail",
                                stream + "secret=geheim",
                                stream + "begin=all",
                                "de.kreiswerk.audit.log.outside.CheckpointCopies/hook=http://127.0.0.1:" + port
                                        + "/checkpoint")));
    }

    /** From the first without a gap: more may arrive while it is looked at. */
    private void assertThatNoneIsMissing() {
        List<Long> numbers = List.copyOf(received.keySet());
        assertThat(numbers)
                .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    private boolean has(String request) {
        return received.values().stream()
                .anyMatch(record -> record.path("request").asText().equals(request));
    }

    private void start(int port) throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        receiver.createContext("/trail", this::takeRecords);
        receiver.createContext("/checkpoint", exchange -> {
            checkpoints.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
    }

    private void takeRecords(HttpExchange exchange) throws IOException {
        JsonNode batch = new ObjectMapper().readTree(exchange.getRequestBody());
        for (JsonNode each : batch.path("records")) {
            received.put(each.path("number").asLong(), each.path("record"));
        }
        signatures.add(exchange.getRequestHeaders().getFirst("Kreiswerk-Signature"));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
