package de.kreiswerk.core.persistence.publication;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.publication.Snapshot;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestClock;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two publications on one database stand for two nodes. */
class OtherNodesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    private final TestClock here = new TestClock(NOW);
    private final TestClock there = new TestClock(NOW);
    private final List<String> paths = new ArrayList<>();
    private final List<String> lists = new ArrayList<>();

    /** The other node's time is that of the writing; what it commits then is seen a minute later for the first time. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsCommittedLongAfterItWasWrittenIsHeardOfOnce(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            OtherNodes others = others(platform);
            PublicationService other = other(platform);
            publish(platform, other, "1");
            others.look();
            assertThat(paths).containsExactly("/paper/1");

            here.set(NOW.plusSeconds(60));
            others.look();
            there.set(NOW.plusSeconds(1));
            withdraw(platform, other, "1");
            here.set(NOW.plusSeconds(65));
            others.look();
            assertThat(paths).containsExactly("/paper/1", "/paper/1");
            assertThat(lists).containsExactly("paper", "paper");

            here.set(NOW.plusSeconds(66));
            others.look();
            here.set(NOW.plusSeconds(71));
            others.look();
            assertThat(paths).hasSize(2);
        }
    }

    /** As it happens: written, held open, and seen when it is committed. On H2 nobody looks while another one writes. */
    @Test
    void aTransactionThatTakesLongIsHeardOfWhenItIsCommitted() throws Exception {
        var threads = Executors.newSingleThreadExecutor();
        try (TestPlatform platform = TestPlatform.on(Engine.POSTGRESQL)) {
            OtherNodes others = others(platform);
            PublicationService other = other(platform);
            publish(platform, other, "1");
            others.look();
            paths.clear();
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            there.set(NOW.plusSeconds(1));
            Future<?> slow = threads.submit(() -> platform.transactions.call(tx -> {
                other.withdraw("/paper/1");
                written.countDown();
                go.await();
                return null;
            }));
            written.await();
            here.set(NOW.plusSeconds(100));
            others.look();
            assertThat(paths).isEmpty();

            go.countDown();
            slow.get();
            here.set(NOW.plusSeconds(105));
            others.look();

            assertThat(paths).containsExactly("/paper/1");
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasPublishedWhileThisNodeCouldNotLookIsHeardOfAfterwards(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            OtherNodes others = others(platform);
            others.look();
            there.set(NOW.plusSeconds(10));
            publish(platform, other(platform), "1");

            here.set(NOW.plusSeconds(3_600));
            others.look();

            assertThat(paths).containsExactly("/paper/1");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aClockThatIsSetBackHidesNothing(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            OtherNodes others = others(platform);
            others.look();
            here.set(NOW.minusSeconds(3_600));
            there.set(NOW.minusSeconds(3_660));
            publish(platform, other(platform), "1");

            others.look();

            assertThat(paths).containsExactly("/paper/1");
        }
    }

    /** A page of a list shows what left it until its node hears of the list. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void alsoTheListsThatAnObjectLeftAreHeardOf(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            OtherNodes others = others(platform);
            PublicationService other = other(platform);
            publish(platform, other, "1", "paper", "paper/state/OPEN", "paper/year/2026");
            others.look();
            lists.clear();

            // Between two looks it leaves one list, then another one, and comes back to the first.
            publish(platform, other, "1", "paper", "paper/state/DONE", "paper/year/2026");
            publish(platform, other, "1", "paper", "paper/state/OPEN");
            publish(platform, other, "1", "paper", "paper/state/DONE");
            here.set(NOW.plusSeconds(5));
            others.look();

            assertThat(lists)
                    .containsExactlyInAnyOrder("paper", "paper/state/OPEN", "paper/state/DONE", "paper/year/2026");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anObjectThatIsWithdrawnIsHeardOfInItsLists(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            OtherNodes others = others(platform);
            PublicationService other = other(platform);
            publish(platform, other, "1", "paper", "paper/state/OPEN");
            others.look();
            lists.clear();

            withdraw(platform, other, "1");
            here.set(NOW.plusSeconds(5));
            others.look();

            assertThat(lists).containsExactlyInAnyOrder("paper", "paper/state/OPEN");
        }
    }

    private OtherNodes others(TestPlatform platform) {
        Listeners listeners = new Listeners();
        listeners.listeners = List.of((changed, in) -> {
            paths.addAll(changed);
            lists.addAll(in);
        });
        return new OtherNodes(platform.transactions, listeners, here);
    }

    private PublicationService other(TestPlatform platform) {
        return new PublicationService(platform.transactions, new Listeners(), new Forms(), there);
    }

    private static void publish(TestPlatform platform, PublicationService node, String id) {
        publish(platform, node, id, "paper");
    }

    private static void publish(TestPlatform platform, PublicationService node, String id, String... lists) {
        Map<String, String> in = Stream.of(lists).collect(Collectors.toMap(list -> list, list -> id));
        platform.transactions.call(
                tx -> node.publish(new Snapshot("/paper/" + id, "Paper", null, in, NOW, "{}", null)));
    }

    private static void withdraw(TestPlatform platform, PublicationService node, String id) {
        platform.transactions.call(tx -> {
            node.withdraw("/paper/" + id);
            return null;
        });
    }
}
