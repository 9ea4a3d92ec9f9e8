package de.kreiswerk.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import de.kreiswerk.runtime.testing.MovingClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose keys are slow or away holds up nobody. */
class KeysTest {

    private final MovingClock clock = new MovingClock(Instant.now());
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private StubProvider stub;
    private Keys keys;

    @BeforeEach
    void start() throws Exception {
        stub = new StubProvider();
        keys = new Keys(new Fetcher(Fetcher.PATIENCE), clock, Duration.ofMillis(50));
    }

    @AfterEach
    void stop() {
        answer.countDown();
        threads.shutdownNow();
        stub.close();
    }

    @Test
    void whoHasAKeyDoesNotWaitForNewOnes() throws Exception {
        assertThat(select("first")).hasSize(1);
        clock.pass(Duration.ofHours(2));
        keysAreSlow();
        Future<List<JWK>> slow = threads.submit(() -> select("first"));
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(threads.submit(() -> select("first")).get(20, TimeUnit.SECONDS))
                .hasSize(1);
        assertThat(slow.isDone()).isFalse();
        answer.countDown();
        assertThat(slow.get(20, TimeUnit.SECONDS)).hasSize(1);
    }

    @Test
    void whoHasNoneDoesNotWaitLongForWhoAsks() throws Exception {
        keysAreSlow();
        Future<List<JWK>> slow = threads.submit(() -> select("first"));
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> select("first")).isInstanceOf(IOException.class);
        assertThat(slow.isDone()).isFalse();
        answer.countDown();
        assertThat(slow.get(20, TimeUnit.SECONDS)).hasSize(1);
        assertThat(select("first")).hasSize(1);
        assertThat(timesAsked()).isEqualTo(1);
    }

    @Test
    void whatHasJustFailedIsNotAskedAgainAtOnce() throws Exception {
        StubProvider.Page right = stub.pages.put("/amt/keys", StubProvider.json(503, ""));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> select("first"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("503");
        }
        assertThat(timesAsked()).isEqualTo(1);
        assertThat(keys.areAway()).isTrue();

        stub.pages.put("/amt/keys", right);
        clock.pass(Duration.ofSeconds(31));
        assertThat(select("first")).hasSize(1);
        assertThat(keys.areAway()).isFalse();
    }

    @Test
    void oldKeysAreGoodWhileNewOnesCannotBeHadButNotForEver() throws Exception {
        assertThat(select("first")).hasSize(1);
        stub.pages.put("/amt/keys", StubProvider.json(503, ""));
        clock.pass(Duration.ofHours(2));
        assertThat(select("first")).hasSize(1);
        assertThat(select("first")).hasSize(1);
        assertThat(timesAsked()).isEqualTo(2);
        assertThatThrownBy(() -> select("second")).isInstanceOf(IOException.class);

        clock.pass(Duration.ofHours(23));
        assertThatThrownBy(() -> select("first")).isInstanceOf(IOException.class);
    }

    @Test
    void aKeyThatIsWithdrawnIsNotGoodAnyMore() throws Exception {
        assertThat(select("first")).hasSize(1);
        stub.changeKey();
        clock.pass(Duration.ofHours(2));

        assertThat(select("first")).isEmpty();
        assertThat(select("second")).hasSize(1);
    }

    private void keysAreSlow() {
        StubProvider.Page right = stub.pages.get("/amt/keys");
        stub.pages.put("/amt/keys", exchange -> {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            right.answer(exchange);
        });
    }

    private List<JWK> select(String id) throws IOException {
        JWKSelector selector =
                new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
        return keys.select(selector, stub.issuer + "/keys");
    }

    private long timesAsked() {
        return stub.asked.stream().filter(path -> path.endsWith("/keys")).count();
    }
}
