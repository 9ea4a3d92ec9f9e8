package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.Database;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.SealedLog;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.StoredPapers;
import de.kreiswerk.runtime.testing.AtOnce;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** Whether what somebody saw of the sealed trail holds when the platform dies. */
@Execution(ExecutionMode.CONCURRENT)
class SealedTrailCrashTest {

    private static final int WRITERS = 16;
    private static final int ENOUGH = 40;

    /** A loaded machine; on its own it is five seconds. */
    private static final Duration SEALED = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @OnEachDatabase
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void noCheckpointThatSomebodySawIsAheadOfTheDataAfterKills(Starter starter) throws Exception {
        Platform platform = starter.start("--no-demo");
        String key = SealedLog.key(platform);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (int round = 0; round < rounds(starter.kind()); round++) {
            String kept = killed(platform, round, acknowledged);

            platform.start();

            Eventually.holds("the log is there again", SEALED, () -> SealedLog.size(platform) >= SealedLog.size(kept));
            String proof = platform.stranger()
                    .get(SealedLog.PATH + "/proof/consistency.txt?from=" + SealedLog.size(kept))
                    .is(200)
                    .text();
            SealedLog.verify("consistency", file("kept", kept), file("proof", proof), "--key", key)
                    .exits(0);
        }
        platform.awaitNumbers();
        platform.stop();
        StoredPapers stored = StoredPapers.of(platform);
        assertThat(stored.faults()).isEmpty();
        assertThat(acknowledged)
                .allSatisfy(reference ->
                        assertThat(stored.record(reference, 1).sequence()).isPositive());
    }

    private static int rounds(Database.Kind kind) {
        boolean full = Boolean.getBoolean("kreiswerk.full");
        return kind == Database.Kind.H2 ? full ? 50 : 3 : full ? 20 : 2;
    }

    /** Kills the platform while many write, and gives the last checkpoint that somebody saw. */
    private static String killed(Platform platform, int round, Set<String> acknowledged) {
        AtomicReference<String> seen = new AtomicReference<>("");
        AtomicBoolean running = new AtomicBoolean(true);
        CountDownLatch enough = new CountDownLatch(ENOUGH);
        long before = SealedLog.size(platform);
        AtOnce.run(WRITERS + 2, number -> {
            if (number == WRITERS) {
                watch(platform, seen, running);
            } else if (number == WRITERS + 1) {
                await(enough);
                Eventually.holds("something more is sealed", SEALED, () -> SealedLog.size(seen.get()) > before);
                platform.kill();
                running.set(false);
            } else {
                String prefix = String.format("20%02d/%02d", 10 + round, number);
                platform.papers().importWhile(running::get, prefix, reference -> {
                    acknowledged.add(reference);
                    enough.countDown();
                });
            }
            return number;
        });
        return seen.get();
    }

    private static void watch(Platform platform, AtomicReference<String> seen, AtomicBoolean running) {
        Client client = platform.stranger();
        while (running.get()) {
            try {
                Reply reply = client.trySend("GET", SealedLog.PATH + "/checkpoint", BodyPublishers.noBody());
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

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
