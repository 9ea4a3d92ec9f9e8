package de.kreiswerk.core.web.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import de.kreiswerk.core.api.web.RequestGate;
import de.kreiswerk.core.web.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GateTest {

    private static final Set<String> FORMS = Set.of("de.kreis.forms");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(30);

    private final ExecutorService people = Executors.newCachedThreadPool();
    private final Gate gate = gate(10, 30);

    @AfterEach
    void leave() {
        people.shutdownNow();
    }

    @Test
    void whoComesWhileItIsHeldWaitsAndGetsInAfterwards() throws Exception {
        Future<Gate.Inside> waiting;
        try (RequestGate.Hold hold = gate.hold(FORMS)) {
            waiting = people.submit(() -> gate.enter("de.kreis.forms", null));
            until(() -> hold.held() == 1);
            assertThat(waiting).isNotDone();
            assertThat(gate.enter("de.kreis.other", null))
                    .as("others are not held")
                    .isNotNull();
        }
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void whoIsInsideIsWaitedForAndNoLongerThanAllowed() throws Exception {
        Gate.Inside first = gate.enter("de.kreis.forms", null);
        Gate.Inside second = gate.enter("de.kreis.forms", null);
        try (RequestGate.Hold hold = gate.hold(FORMS)) {
            assertThat(hold.drain(SHORT)).isFalse();
            assertThat(hold.inside()).isEqualTo(2);
            first.close();
            assertThat(hold.drain(SHORT)).isFalse();
            assertThat(hold.inside()).isEqualTo(1);
            CompletableFuture<Boolean> drained = CompletableFuture.supplyAsync(() -> drain(hold), people);
            second.close();
            assertThat(drained.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(hold.inside()).isZero();
        }
    }

    @Test
    void onlySoManyWait() throws Exception {
        Gate small = gate(2, 30);
        List<Future<Gate.Inside>> waiting = new ArrayList<>();
        try (RequestGate.Hold hold = small.hold(FORMS)) {
            for (int i = 0; i < 2; i++) {
                waiting.add(people.submit(() -> small.enter("de.kreis.forms", null)));
            }
            until(() -> hold.held() == 2);
            assertThat(small.enter("de.kreis.forms", null)).isNull();
        }
        for (Future<Gate.Inside> each : waiting) {
            assertThat(each.get(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void whoWaitsLeavesThreeQuartersOfTheServersThreadsToOthers() throws Exception {
        AtomicReference<OptionalInt> threads = new AtomicReference<>(OptionalInt.of(8));
        Gate narrow = new Gate(
                Optional::empty,
                threads::get,
                Settings.of(Gate.Config.class, Map.of("mostWaiting", 50, "longestWaitSeconds", 30)));
        List<Future<Gate.Inside>> waiting = new ArrayList<>();
        try (RequestGate.Hold hold = narrow.hold(FORMS)) {
            for (int i = 0; i < 2; i++) {
                waiting.add(people.submit(() -> narrow.enter("de.kreis.forms", null)));
            }
            until(() -> hold.held() == 2);
            assertThat(narrow.enter("de.kreis.forms", null)).isNull();
            threads.set(OptionalInt.of(200));
            waiting.add(people.submit(() -> narrow.enter("de.kreis.forms", null)));
            until(() -> hold.held() == 3);
        }
        for (Future<Gate.Inside> each : waiting) {
            assertThat(each.get(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void whoIsInsideIsStillKnownWhenItsSettingsAreChanged() throws Exception {
        Gate changed = gate(2, 30);
        Gate.Inside inside = changed.enter("de.kreis.forms", null);

        changed.modified(Settings.of(Gate.Config.class, Map.of("longestWaitSeconds", 0)));

        try (RequestGate.Hold hold = changed.hold(FORMS)) {
            assertThat(changed.enter("de.kreis.forms", null)).isNull();
            assertThat(hold.drain(SHORT)).isFalse();
            inside.close();
            assertThat(hold.drain(LONG)).isTrue();
        }
    }

    @Test
    void nobodyWaitsForLongerThanAllowed() {
        Gate impatient = gate(2, 0);
        try (RequestGate.Hold hold = impatient.hold(FORMS)) {
            assertThat(impatient.enter("de.kreis.forms", null)).isNull();
            assertThat(hold.held()).isZero();
        }
    }

    @Test
    void onlyTheHoldItselfGetsPastAndEachPassOnce() throws Exception {
        List<String> passes = new ArrayList<>();
        List<Boolean> entered = new ArrayList<>();
        AtomicReference<Gate> here = new AtomicReference<>();
        HttpServer server = server(exchange -> {
            String pass = exchange.getRequestHeaders().getFirst(Gate.PASS);
            passes.add(pass);
            for (String each : Arrays.asList("guessed", null, pass, pass)) {
                entered.add(here.get().enter("de.kreis.forms", each) != null);
            }
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/forms") ? 204 : 503, -1);
        });
        here.set(at(server));
        try (RequestGate.Hold hold = here.get().hold(FORMS)) {
            assertThat(hold.probe("/forms", LONG)).isEqualTo(204);
            assertThat(entered).containsExactly(false, false, true, false);
            assertThat(hold.probe("/else", LONG)).isEqualTo(503);
            assertThat(passes).doesNotHaveDuplicates();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPassThatWasNotUsedIsWorthNothingLater() throws Exception {
        List<String> passes = new ArrayList<>();
        HttpServer server = server(exchange -> {
            passes.add(exchange.getRequestHeaders().getFirst(Gate.PASS));
            exchange.sendResponseHeaders(204, -1);
        });
        Gate here = at(server);
        try (RequestGate.Hold hold = here.hold(FORMS)) {
            hold.probe("/forms", LONG);
            assertThat(here.enter("de.kreis.forms", passes.get(0))).isNull();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aProbeIsAProgramThatAsksTheServerItselfAndGoesNowhereElse() throws Exception {
        List<String> accepted = new ArrayList<>();
        HttpServer server = server(exchange -> {
            accepted.add(exchange.getRequestHeaders().getFirst("Accept"));
            exchange.getResponseHeaders().set("Location", "/anmelden");
            exchange.sendResponseHeaders(303, -1);
        });
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1)));
        try (RequestGate.Hold hold = at(server).hold(FORMS)) {
            assertThat(hold.probe("/forms", LONG)).isEqualTo(303);
            assertThat(accepted)
                    .hasSize(1)
                    .allSatisfy(accept -> assertThat(accept)
                            .contains("*/*", "application/json")
                            .doesNotContain("html"));
        } finally {
            ProxySelector.setDefault(before);
            server.stop(0);
        }
    }

    private static HttpServer server(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/", exchange -> {
            handler.handle(exchange);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void whoHoldsMayKnowHowLongAnybodyWaits() {
        Gate changed = gate(1, 7);
        assertThat(changed.longestWait()).isEqualTo(Duration.ofSeconds(7));

        changed.modified(Settings.of(Gate.Config.class, Map.of("longestWaitSeconds", 1_000_000)));

        assertThat(changed.longestWait()).as("the longest that can be set").isEqualTo(Duration.ofSeconds(600));
    }

    private static Gate at(HttpServer server) {
        return Gate.at(
                () -> Optional.of("http://localhost:" + server.getAddress().getPort()),
                Settings.of(Gate.Config.class, Map.of("longestWaitSeconds", 0)));
    }

    @Test
    void whatIsHeldIsNotHeldTwiceAndNothingStaysHeldThen() {
        try (RequestGate.Hold hold = gate.hold(FORMS)) {
            assertThatThrownBy(() -> gate.hold(Set.of("de.kreis.free", "de.kreis.forms")))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(gate.enter("de.kreis.free", null)).isNotNull();
            assertThat(hold.held()).isZero();
        }
        gate.hold(FORMS).close();
    }

    /** While it is held and empty, nobody is inside, however many come and go. */
    @Test
    void nobodyIsEverInsideWhenItIsEmpty() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            people.execute(() -> {
                while (!stop.get()) {
                    try (Gate.Inside in = gate.enter("de.kreis.forms", null)) {
                        assertThat(in).isNotNull();
                        inside.incrementAndGet();
                        Thread.onSpinWait();
                        inside.decrementAndGet();
                    }
                }
                ended.countDown();
            });
        }
        for (int i = 0; i < 2_000; i++) {
            try (RequestGate.Hold hold = gate.hold(FORMS)) {
                assertThat(hold.drain(LONG)).isTrue();
                assertThat(inside.get()).isZero();
            }
        }
        stop.set(true);
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static Gate gate(int places, int seconds) {
        return Gate.at(
                Optional::empty,
                Settings.of(Gate.Config.class, Map.of("mostWaiting", places, "longestWaitSeconds", seconds)));
    }

    private static boolean drain(RequestGate.Hold hold) {
        try {
            return hold.drain(LONG);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
