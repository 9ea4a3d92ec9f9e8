package de.kreiswerk.core.persistence.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.IdempotentRequests;
import de.kreiswerk.core.api.web.IdempotentRequests.Answer;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestClock;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseIdempotentRequestsTest {

    private static final Duration KEPT = Duration.ofHours(24);

    private final TestClock clock = new TestClock(Instant.parse("2026-05-01T08:00:00Z"));
    private final AtomicInteger runs = new AtomicInteger();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSameRequestGetsTheSameAnswerAndIsCarriedOutOnce(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            IdempotentRequests requests = on(platform);

            Answer first = requests.once(caller("a"), "key", "print", counting());
            Answer second = requests.once(caller("a"), "key", "print", counting());

            assertThat(second).isEqualTo(first).isEqualTo(new Answer(201, "{\"run\":1}", "/papers/1", "1"));
            assertThat(runs).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anAnswerWithoutLocationAndTagIsKeptAsWell(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            IdempotentRequests requests = on(platform);
            Answer bare = new Answer(200, "{}", null, null);

            requests.once(caller("a"), "key", "print", () -> bare);

            assertThat(requests.once(caller("a"), "key", "print", counting())).isEqualTo(bare);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyOfAnotherRequestIsRefused(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            IdempotentRequests requests = on(platform);
            requests.once(caller("a"), "key", "print", counting());

            ProblemException refused = catchThrowableOfType(
                    ProblemException.class, () -> requests.once(caller("a"), "key", "other print", counting()));

            assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.UNPROCESSABLE);
            assertThat(refused.problem().code()).isEqualTo("idempotency-key-reused");
            assertThat(runs).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void keysOfDifferentCallersNeverMeet(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            IdempotentRequests requests = on(platform);

            requests.once(caller("a"), "key", "print", counting());
            requests.once(caller("b"), "key", "other print", counting());

            assertThat(runs).hasValue(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void withoutAKeyEachRequestIsCarriedOut(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            IdempotentRequests requests = on(platform);

            requests.once(caller("a"), null, null, counting());
            requests.once(caller("a"), " ", "print", counting());

            assertThat(runs).hasValue(2);
            assertThat(platform.count("core_idempotency")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyThatIsTooLongIsRefusedBeforeAnythingIsDone(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            IdempotentRequests requests = on(platform);

            ProblemException refused = catchThrowableOfType(
                    ProblemException.class, () -> requests.once(caller("a"), "k".repeat(256), "print", counting()));

            assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.MALFORMED);
            assertThat(runs).hasValue(0);
            assertThat(requests.once(caller("a"), "k".repeat(255), "print", counting())
                            .status())
                    .isEqualTo(201);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void workThatFailsKeepsNoKeySoThatItCanBeTriedAgain(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            IdempotentRequests requests = on(platform);

            catchThrowable(() -> requests.once(caller("a"), "key", "print", () -> {
                platform.execute("insert into core_setting (pid, properties) values ('half', '')");
                throw new IllegalStateException("no");
            }));

            assertThat(platform.count("core_setting")).isZero();
            assertThat(requests.once(caller("a"), "key", "print", counting()).status())
                    .isEqualTo(201);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void afterItsTimeAKeyIsANewRequest(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            IdempotentRequests requests = on(platform);
            requests.once(caller("a"), "key", "print", counting());

            clock.pass(KEPT.minusSeconds(1));
            requests.once(caller("a"), "key", "print", counting());
            assertThat(runs).hasValue(1);

            clock.pass(Duration.ofSeconds(2));
            requests.once(caller("a"), "key", "other print", counting());
            assertThat(runs).hasValue(2);
            assertThat(platform.count("core_idempotency")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofTwoAtOnceOneIsCarriedOutAndBothGetItsAnswer(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            IdempotentRequests requests = on(platform);
            CyclicBarrier start = new CyclicBarrier(2);
            Supplier<Answer> both = () -> {
                try {
                    start.await(10, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return requests.once(caller("a"), "key", "print", () -> {
                    int run = runs.incrementAndGet();
                    platform.execute("insert into core_setting (pid, properties) values ('run " + run + "', '')");
                    return new Answer(201, "{\"run\":" + run + "}", null, null);
                });
            };

            CompletableFuture<Answer> one = CompletableFuture.supplyAsync(both);
            CompletableFuture<Answer> other = CompletableFuture.supplyAsync(both);

            assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo(other.get(30, TimeUnit.SECONDS));
            assertThat(platform.count("core_setting")).isOne();
        }
    }

    private Supplier<Answer> counting() {
        return () -> {
            int run = runs.incrementAndGet();
            return new Answer(201, "{\"run\":" + run + "}", "/papers/" + run, String.valueOf(run));
        };
    }

    private IdempotentRequests on(TestPlatform platform) {
        return new DatabaseIdempotentRequests(platform.transactions, clock, KEPT);
    }

    private static Caller caller(String subject) {
        return new Caller(subject, "Name", Set.of(), "test", Instant.EPOCH, "request");
    }
}
