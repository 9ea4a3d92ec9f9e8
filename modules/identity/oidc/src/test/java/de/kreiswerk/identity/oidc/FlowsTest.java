package de.kreiswerk.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sign-in that began is finished once, soon, and by the browser that began it. */
class FlowsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void itIsFinishedOnceByTheBrowserThatBeganIt(Engine engine) throws Exception {
        try (TestDatabase database = database(engine)) {
            Flows flows = flows(database, NOW);
            Flow begun = flows.begin("amt", "/admin");

            Flow taken = flows.take(begun.state(), begun.browser(), "amt");
            assertThat(taken.nonce()).isEqualTo(begun.nonce());
            assertThat(taken.verifier()).isEqualTo(begun.verifier());
            assertThat(taken.target()).isEqualTo("/admin");
            isRefused(() -> flows.take(begun.state(), begun.browser(), "amt"), Failure.STATE_UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anotherBrowserAnotherProviderAndAnOldOneAreRefused(Engine engine) {
        try (TestDatabase database = database(engine)) {
            Flows flows = flows(database, NOW);
            Flow first = flows.begin("amt", null);
            Flow second = flows.begin("amt", null);
            Flow third = flows.begin("amt", null);
            Flow fourth = flows.begin("amt", null);

            isRefused(() -> flows.take(first.state(), second.browser(), "amt"), Failure.BROWSER_DIFFERENT);
            isRefused(() -> flows.take(first.state(), first.browser(), "amt"), Failure.STATE_UNKNOWN);
            isRefused(() -> flows.take(second.state(), null, "amt"), Failure.BROWSER_DIFFERENT);
            isRefused(() -> flows.take(third.state(), third.browser(), "bund"), Failure.PROVIDER_DIFFERENT);
            Flows later = flows(database, NOW.plus(Flows.VALID).plusSeconds(1));
            isRefused(() -> later.take(fourth.state(), fourth.browser(), "amt"), Failure.STATE_UNKNOWN);
            for (String madeUp : List.of("", "x", "\0", "x".repeat(5_000), "'; drop table oidc_flow; --")) {
                isRefused(() -> flows.take(madeUp, "x", "amt"), Failure.STATE_UNKNOWN);
            }
            isRefused(() -> flows.take(null, null, "amt"), Failure.STATE_UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofManyAtOnceOneFinishesIt(Engine engine) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (TestDatabase database = database(engine)) {
            Flows flows = flows(database, NOW);
            Flow begun = flows.begin("amt", null);
            Callable<Integer> take = () -> {
                try {
                    flows.take(begun.state(), begun.browser(), "amt");
                    return 1;
                } catch (SignInFailed e) {
                    return 0;
                }
            };
            int taken = 0;
            for (var result :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> take).toList())) {
                taken += result.get();
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theDatabaseHoldsNeitherStateNorBrowserAndForgetsWhatNobodyFinished(Engine engine) {
        try (TestDatabase database = database(engine)) {
            Flow flow = flows(database, NOW).begin("amt", null);
            assertThat(database.number("select count(*) from oidc_flow where state = '" + flow.state()
                            + "' or browser = '" + flow.browser() + "'"))
                    .isZero();

            flows(database, NOW.plus(Duration.ofMinutes(11))).begin("amt", null);
            assertThat(database.number("select count(*) from oidc_flow")).isEqualTo(1);
        }
    }

    private static TestDatabase database(Engine engine) {
        return new TestDatabase(engine, "flyway_identity_oidc", "/db/migration/V1__oidc.sql");
    }

    private static Flows flows(TestDatabase database, Instant now) {
        return new Flows(database.transactions, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void isRefused(Callable<Flow> take, Failure reason) {
        assertThatThrownBy(take::call)
                .isInstanceOfSatisfying(
                        SignInFailed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(reason));
    }
}
