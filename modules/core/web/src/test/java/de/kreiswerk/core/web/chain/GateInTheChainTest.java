package de.kreiswerk.core.web.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.kreiswerk.core.api.metrics.Metric;
import de.kreiswerk.core.api.web.RequestGate;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.Settings;
import de.kreiswerk.core.web.cache.PublicBytes;
import de.kreiswerk.core.web.gate.Gate;
import de.kreiswerk.core.web.metrics.RequestMetrics;
import de.kreiswerk.core.web.problem.JsonProblemDetails;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

@Timeout(60)
class GateInTheChainTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final FilterChain SERVES =
            (request, response) -> response.getOutputStream().write('x');

    private final ExecutorService people = Executors.newCachedThreadPool();
    private final Whiteboard whiteboard = new Whiteboard();
    private final RequestMetrics metrics = new RequestMetrics();

    @AfterEach
    void leave() {
        people.shutdownNow();
    }

    @Test
    void whoWaitedIsInsideWhereTheAddressLeadsNow() throws Exception {
        ServiceReference<?> old = whiteboard.componentServlet("de.kreis.forms", "/forms/*");
        Gate gate = gate(30);
        RequestChain chain = chain(gate);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Future<?> person;
        try (RequestGate.Hold hold = gate.hold(Set.of("de.kreis.forms"))) {
            person = people.submit(() -> {
                chain.doFilter(json("/forms/a").request(), json("/forms/a").response(), (request, response) -> {
                    reached.countDown();
                    await(answer);
                });
                return null;
            });
            until(() -> hold.held() == 1);
            whiteboard.unregister(old);
            whiteboard.componentServlet("de.kreis.papers", "/forms/*");
        }
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();

        try (RequestGate.Hold hold = gate.hold(Set.of("de.kreis.papers"))) {
            assertThat(hold.drain(Duration.ofMillis(30)))
                    .as("somebody is inside")
                    .isFalse();
            answer.countDown();
            assertThat(hold.drain(LONG)).isTrue();
        }
        person.get(20, TimeUnit.SECONDS);
        try (RequestGate.Hold hold = gate.hold(Set.of("de.kreis.forms"))) {
            assertThat(hold.drain(Duration.ZERO)).isTrue();
        }
    }

    /** A hold waits for it; held, it would wait for the hold. */
    @ParameterizedTest
    @EnumSource(value = DispatcherType.class, mode = EnumSource.Mode.EXCLUDE, names = "REQUEST")
    void whoIsInsideGoesOnWhileOthersAreHeldAndIsCountedOnce(DispatcherType type) throws Exception {
        whiteboard.componentServlet("de.kreis.forms", "/forms/*");
        Gate gate = gate(0);
        RequestChain chain = chain(gate);
        try (RequestGate.Hold hold = gate.hold(Set.of("de.kreis.forms"))) {
            Exchange inside = json("/forms/a")
                    .withAttribute(WebConstants.REQUEST_ID, "first-round")
                    .dispatchedAs(type);
            chain.doFilter(inside.request(), inside.response(), SERVES);
            assertThat(inside.text()).isEqualTo("x");
            assertThat(inside.header("X-Request-Id")).isEqualTo("first-round");
            assertThat(counted()).isZero();

            Exchange outside = json("/forms/a");
            chain.doFilter(outside.request(), outside.response(), SERVES);
            assertThat(outside.status()).isEqualTo(503);
            assertThat(counted()).isEqualTo(1);
            assertThat(hold.drain(Duration.ZERO)).isTrue();
        }
    }

    @Test
    void whoGoesOnElsewhereMustBeAllowedThere() throws Exception {
        whiteboard.servletFor("platform.admin", "/admin/*");
        Exchange exchange = json("/admin/a").dispatchedAs(DispatcherType.ASYNC);

        RequestChain chain = chain(gate(0));
        chain.setAuthenticator((token, requestId) -> Optional.empty());

        chain.doFilter(exchange.request(), exchange.response(), SERVES);

        assertThat(exchange.status()).isEqualTo(401);
        assertThat(exchange.text()).startsWith("{");
    }

    @Test
    void aComponentDoesNotSeeThatASwitchAsks() throws Exception {
        whiteboard.componentServlet("de.kreis.forms", "/forms/*");
        AtomicReference<HttpServletRequest> seen = new AtomicReference<>();
        Exchange exchange = json("/forms/a").with(Gate.PASS, "0123").with("X-Other", "1");

        chain(gate(0))
                .doFilter(
                        exchange.request(),
                        exchange.response(),
                        (request, response) -> seen.set((HttpServletRequest) request));

        assertThat(seen.get().getHeader("kreiswerk-pass")).isNull();
        assertThat(seen.get().getHeaders(Gate.PASS).hasMoreElements()).isFalse();
        assertThat(Collections.list(seen.get().getHeaderNames()))
                .contains("X-Other")
                .doesNotContain(Gate.PASS);
        assertThat(seen.get().getHeader("X-Other")).isEqualTo("1");
    }

    /** The address of the old version was narrower, and it is remembered until the new one stays. */
    @Test
    void aSwitchIsAnsweredByWhatTheNewVersionClaims() throws Exception {
        ServiceReference<?> old = whiteboard.componentServlet("de.kreis.forms", "/forms/dogs");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Gate gate = Gate.at(
                () -> Optional.of("http://127.0.0.1:" + server.getAddress().getPort()),
                Settings.of(Gate.Config.class, Map.of("longestWaitSeconds", 0)));
        RequestChain chain = chain(gate);
        server.createContext("/", asked -> {
            Exchange exchange = json("/forms/dogs")
                    .with(Gate.PASS, asked.getRequestHeaders().getFirst(Gate.PASS));
            try {
                chain.doFilter(exchange.request(), exchange.response(), SERVES);
            } catch (ServletException e) {
                throw new IOException(e);
            }
            asked.sendResponseHeaders(exchange.status(), -1);
            asked.close();
        });
        server.start();
        try (RequestGate.Hold hold = gate.hold(Set.of("de.kreis.forms"))) {
            whiteboard.unregister(old);
            assertThat(hold.probe("/forms/dogs", LONG)).isEqualTo(404);
            whiteboard.componentServlet("de.kreis.forms", "/forms/dogs/*");
            assertThat(hold.probe("/forms/dogs", LONG)).isEqualTo(200);

            Exchange other = json("/forms/dogs").with(Gate.PASS, "0123");
            chain.doFilter(other.request(), other.response(), SERVES);
            assertThat(other.status()).isEqualTo(503);
        } finally {
            server.stop(0);
        }
    }

    private double counted() {
        return metrics.metrics().stream()
                .filter(metric -> metric.name().equals("kreiswerk_http_requests_total"))
                .map(Metric::samples)
                .flatMap(samples -> samples.stream())
                .mapToDouble(Metric.Sample::value)
                .sum();
    }

    private static Exchange json(String path) {
        return Exchange.get(path).with("Accept", "application/json");
    }

    private static Gate gate(int seconds) {
        return Gate.at(Optional::empty, Settings.of(Gate.Config.class, Map.of("longestWaitSeconds", seconds)));
    }

    private RequestChain chain(Gate gate) throws InvalidSyntaxException {
        return new RequestChain(
                new Endpoints(whiteboard.context()),
                new JsonProblemDetails(),
                new PublicBytes(Settings.of(PublicBytes.Config.class, Map.of())),
                new SessionCookies(() -> Optional.of("http://localhost:8080")),
                new Denials(),
                metrics,
                gate,
                Settings.of(RequestChain.Config.class, Map.of()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
