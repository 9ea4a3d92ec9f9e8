package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.Database;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.PapersClient;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.StoredPapers;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import de.kreiswerk.runtime.testing.AtOnce;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The platform is killed while texts come in. What it acknowledged is there when it comes again, with its record and its
 * snapshot; what it did not acknowledge is there as a whole or not at all. Ten rounds on each
 * database with {@code -Pfull}, else one on one; {@link SealedTrailCrashTest} kills on each.
 */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {

    private static final long ROOM_TO_OPEN = 64L * 1024;
    private static final int ROUNDS = Boolean.getBoolean("kreiswerk.full") ? 10 : 1;
    private static final int IMPORTS = 200;
    private static final int CLIENTS = 4;

    /** A few dozen texts. */
    private static final long SPACE = 3_000_000;

    private static final String AUTHOR = "Wendelin Umbruch";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @OnOneDatabase
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void acknowledgedTextsSurviveKillWithRecordAndSnapshot(Starter starter) {
        Platform platform = starter.start("--no-demo");
        Ledger ledger = new Ledger();
        for (int round = 1; round <= ROUNDS; round++) {
            endDuringImports(platform, Platform::kill, round, ledger);
            platform.start();
            checkServed(platform, ledger);
            platform.awaitNumbers();
            platform.stop();
            checkStored(platform, ledger);
            if (round < ROUNDS) {
                platform.start();
            }
        }
    }

    @OnOneDatabase
    void acknowledgedTextsSurviveStopInTheMiddle(Starter starter) {
        Platform platform = starter.start("--no-demo");
        Ledger ledger = new Ledger();
        endDuringImports(platform, Platform::stop, 0, ledger);
        assertThat(platform.data().resolve("kreiswerk.url")).doesNotExist();
        platform.start();
        checkServed(platform, ledger);
        platform.awaitNumbers();
        platform.stop();
        checkStored(platform, ledger);
    }

    /** With PostgreSQL it is the server's disk, and the server's to say. */
    @OnOneDatabase
    void acknowledgedTextsSurviveAFullDiskAndWhoIsRefusedIsToldWhy(Starter starter) throws IOException {
        Platform platform = starter.startOn(Database.Kind.H2, Settings.of("--no-demo"));
        Path file = platform.data().resolve("db/kreiswerk.mv.db");
        long here = Files.size(file);
        assumeTrue(platform.allowFilesUpTo(here + SPACE), "prlimit is not here");
        platform.expectError("ERROR TransactionsService");
        Ledger ledger = new Ledger();
        AtOnce.run(CLIENTS, number -> {
            new Importer(platform.operator(), String.format("2090/%d", number), ledger, new CountDownLatch(1)).run();
            return number;
        });

        // The second one where the file cannot even be opened anew.
        assertThat(ledger.refused).hasSize(CLIENTS).isSubsetOf("database-cannot-write", "database-unavailable");
        assertThat(ledger.acknowledged).isNotEmpty();
        // Readers go on, now and then refused when the file is opened anew; writers do when there is space again. To
        // open it the
        // database ends what was not finished, at the file's end where there is no room within: not a page more, and
        // nobody reads.
        platform.allowFilesUpTo(here + SPACE + ROOM_TO_OPEN);
        Acknowledged one = ledger.acknowledged.get(0);
        Eventually.holds(
                "what is there can be read",
                PATIENCE,
                () -> platform.papers().get(one.id()).status() == 200);
        platform.allowFilesUpTo(here + 100 * SPACE);
        Importer later = new Importer(platform.operator(), "", ledger, new CountDownLatch(1));
        AtomicInteger number = new AtomicInteger();
        Eventually.holds(
                "what comes is written again", PATIENCE, () -> later.send("2091/" + number.incrementAndGet(), 1));
        checkServed(platform, ledger);
        platform.awaitNumbersOfTheLast();
        platform.stop();
        checkStored(platform, ledger);
    }

    private static void endDuringImports(Platform platform, Consumer<Platform> end, int round, Ledger ledger) {
        int before = ledger.acknowledged.size();
        int enough = 5 + new Random().nextInt(IMPORTS - 20);
        CountDownLatch reached = new CountDownLatch(enough);
        AtOnce.run(CLIENTS + 1, number -> {
            if (number == CLIENTS) {
                await(reached);
                end.accept(platform);
            } else {
                new Importer(platform.operator(), String.format("20%02d/%d", 60 + round, number), ledger, reached)
                        .run();
            }
            return number;
        });
        assertThat(ledger.acknowledged.size() - before)
                .as("acknowledged in round " + round)
                .isGreaterThanOrEqualTo(enough);
    }

    private static void await(CountDownLatch reached) {
        try {
            reached.await(90, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void checkServed(Platform platform, Ledger ledger) {
        PapersClient papers = platform.papers();
        Map<String, JsonNode> listed = new HashMap<>();
        papers.all().forEach(line -> listed.put(line.path("reference").asText(), line));

        assertThat(ledger.sent).containsAll(listed.keySet());
        assertThat(listed).containsKeys(ledger.newest().keySet().toArray(String[]::new));
        listed.forEach((reference, line) -> {
            JsonNode paper = papers.get(line.path("id").asText()).is(200).json();
            int version = paper.path("version").asInt();
            assertThat(paper.path("reference").asText()).isEqualTo(reference);
            assertThat(paper.path("versions")).as(reference).hasSize(version);
            assertThat(paper.path("document").path("name").asText()).isEqualTo(title(reference, version));
            boolean published = paper.path("state").asText().equals("PUBLISHED");
            assertThat(published).as(reference).isEqualTo(isToBePublished(reference));
            Reply page =
                    platform.stranger().get("/vorlagen/" + paper.path("slug").asText());
            assertThat(page.status()).as(reference).isEqualTo(published ? 200 : 404);
            if (published) {
                assertThat(page.text()).contains(reference, title(reference, version));
            }
        });
        ledger.newest().forEach((reference, known) -> {
            JsonNode line = listed.get(reference);
            assertThat(line.path("id").asText()).as(reference).isEqualTo(known.id());
            assertThat(line.path("version").asInt()).as(reference).isGreaterThanOrEqualTo(known.version());
        });
    }

    private static void checkStored(Platform platform, Ledger ledger) {
        StoredPapers stored = StoredPapers.of(platform);

        assertThat(stored.faults()).isEmpty();
        for (Acknowledged one : ledger.acknowledged) {
            StoredPapers.Record record = stored.record(one.reference(), one.version());
            assertThat(record.canonical())
                    .as(one.toString())
                    .contains("\"request\":\"" + one.requestId() + "\"")
                    .doesNotContain(AUTHOR)
                    .doesNotContain("Operator");
            long sequence = record.sequence();
            assertThat(sequence).as(one.toString()).isPositive();
            assertThat(ledger.acknowledged)
                    .as("sent after the answer to " + one)
                    .filteredOn(later -> later.sent() > one.answered())
                    .allMatch(later ->
                            stored.record(later.reference(), later.version()).sequence() > sequence);
        }
    }

    private static String title(String reference, int version) {
        return "Vorlage " + reference + " in Fassung " + version;
    }

    private static boolean isToBePublished(String reference) {
        return reference.hashCode() % 3 != 0;
    }

    /** An import that the platform acknowledged, and the moments between which it must have happened. */
    private record Acknowledged(String reference, String id, int version, String requestId, long sent, long answered) {}

    /** What the clients know. */
    private static final class Ledger {

        private final List<Acknowledged> acknowledged = Collections.synchronizedList(new ArrayList<>());
        private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
        private final Set<String> sent = Collections.synchronizedSet(new HashSet<>());

        Map<String, Acknowledged> newest() {
            Map<String, Acknowledged> newest = new HashMap<>();
            for (Acknowledged one : acknowledged) {
                newest.merge(one.reference(), one, (a, b) -> a.version() > b.version() ? a : b);
            }
            return newest;
        }
    }

    /** One of several clients. Each fourth of its texts is a new version of the one before. */
    private static final class Importer {

        private final Client client;
        private final String prefix;
        private final Ledger ledger;
        private final CountDownLatch reached;

        Importer(Client client, String prefix, Ledger ledger, CountDownLatch reached) {
            this.client = client;
            this.prefix = prefix;
            this.ledger = ledger;
            this.reached = reached;
        }

        void run() {
            boolean answers = true;
            for (int i = 0; i < IMPORTS / CLIENTS && answers; i++) {
                boolean again = i % 4 == 3;
                answers = send(prefix + String.format("%03d", again ? i - 1 : i), again ? 2 : 1);
            }
        }

        private boolean send(String reference, int version) {
            String text = Vorlage.numbered(reference)
                    .titled(title(reference, version))
                    .with("Verfasser", AUTHOR)
                    .goesTo("Ausschuss der Abstürze", "Beratung", "07.07.2031", "Ö")
                    .goesTo("Kreistag", "Entscheidung", "08.07.2031", "Ö")
                    .text();
            ledger.sent.add(reference);
            String path = PapersClient.BASE + "/papers/import?publish=" + isToBePublished(reference);
            long sent = System.nanoTime();
            try {
                Reply reply = client.trySend(
                        "POST", path, BodyPublishers.ofString(text), "Content-Type", "text/plain; charset=utf-8");
                long answered = System.nanoTime();
                if (reply.status() == 503) {
                    ledger.refused.add(reply.field("code"));
                    return false;
                }
                reply.is(version == 1 ? 201 : 200);
                ledger.acknowledged.add(new Acknowledged(
                        reference,
                        reply.field("id"),
                        reply.json().path("version").asInt(),
                        reply.header("X-Request-Id"),
                        sent,
                        answered));
                reached.countDown();
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
