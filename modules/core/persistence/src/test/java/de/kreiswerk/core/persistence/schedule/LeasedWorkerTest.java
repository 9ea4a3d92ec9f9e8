package de.kreiswerk.core.persistence.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.kreiswerk.core.api.schedule.LeasedWork;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

class LeasedWorkerTest {

    private static final long INTERVAL = 10;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void workIsDoneAgainAndAgainWhileTheNodeHoldsTheLease(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            CountDownLatch runs = new CountDownLatch(5);
            LeasedWorker worker = worker(platform, "node", lease -> {
                platform.transactions.call(tx -> {
                    lease.confirm(tx);
                    return null;
                });
                runs.countDown();
            });

            worker.start();

            assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
            worker.stop();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void oneNodeDoesTheWorkAndAnotherTakesItOver(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine);
                TestPlatform otherNode = platform.anotherNode()) {
            CountDownLatch byFirst = new CountDownLatch(30);
            CountDownLatch bySecond = new CountDownLatch(1);
            LeasedWorker first = worker(platform, "first", lease -> byFirst.countDown());
            LeasedWorker second = worker(otherNode, "second", lease -> bySecond.countDown());

            first.start();
            awaitHolder(platform, "first");
            second.start();
            assertThat(byFirst.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(bySecond.getCount())
                    .as("runs of the node without the lease")
                    .isOne();

            first.stop();
            platform.execute("update core_lease set expires = current_timestamp - interval '1' second");

            assertThat(bySecond.await(30, TimeUnit.SECONDS)).isTrue();
            second.stop();
        }
    }

    @Test
    void stoppingLetsThePieceUnderWayEndAndLeavesNoThread() throws Exception {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            AtomicInteger ended = new AtomicInteger();
            LeasedWorker worker = worker(platform, "node", lease -> {
                inside.countDown();
                goOn.await(30, TimeUnit.SECONDS);
                ended.incrementAndGet();
            });
            worker.start();
            assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();

            CompletableFuture<Void> stopping = CompletableFuture.runAsync(worker::stop);
            goOn.countDown();
            stopping.get(30, TimeUnit.SECONDS);

            assertThat(ended).hasPositiveValue();
            assertThat(workerThreads()).isEmpty();
        }
    }

    @Test
    void failingWorkIsTriedAgainAndTheLogSaysSoOnce() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(LeasedWorker.class);
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        written.start();
        log.setLevel(Level.INFO);
        log.addAppender(written);
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            AtomicInteger runs = new AtomicInteger();
            CountDownLatch recovered = new CountDownLatch(2);
            LeasedWorker worker = worker(platform, "node", lease -> {
                if (runs.incrementAndGet() <= 2) {
                    throw new IllegalStateException("the disk is full");
                }
                recovered.countDown();
            });

            worker.start();
            assertThat(recovered.await(30, TimeUnit.SECONDS)).isTrue();
            worker.stop();
        } finally {
            log.detachAppender(written);
            log.setLevel(null);
        }

        assertThat(written.list)
                .extracting(ILoggingEvent::getLevel, ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        failed -> assertThat(failed.toList().toString()).contains("WARN", "work", "the disk is full"),
                        again -> assertThat(again.toList().toString()).contains("INFO", "work works again"));
    }

    @Test
    void aClassThatIsMissingForAMomentDoesNotEndTheWork() throws Exception {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            AtomicInteger runs = new AtomicInteger();
            CountDownLatch again = new CountDownLatch(1);
            LeasedWorker worker = worker(platform, "node", lease -> {
                if (runs.incrementAndGet() == 1) {
                    throw new NoClassDefFoundError("de/kreiswerk/Replaced");
                }
                again.countDown();
            });

            worker.start();

            assertThat(again.await(30, TimeUnit.SECONDS)).isTrue();
            worker.stop();
        }
    }

    private static LeasedWorker worker(TestPlatform platform, String holder, LeasedWork work) {
        return new LeasedWorker(platform.transactions, work, "work", holder, INTERVAL);
    }

    private static void awaitHolder(TestPlatform platform, String holder) {
        while (platform.number("select count(*) from core_lease where holder = '" + holder + "'") == 0) {
            Thread.onSpinWait();
        }
    }

    private static List<String> workerThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("kreiswerk-work-"))
                .toList();
    }
}
