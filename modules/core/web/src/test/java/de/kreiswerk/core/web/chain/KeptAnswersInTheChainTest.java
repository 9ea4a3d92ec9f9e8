package de.kreiswerk.core.web.chain;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Authenticator;
import de.kreiswerk.core.api.web.MadeOf;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.Settings;
import de.kreiswerk.core.web.cache.FrameState;
import de.kreiswerk.core.web.cache.PublicBytes;
import de.kreiswerk.core.web.gate.Gate;
import de.kreiswerk.core.web.metrics.RequestMetrics;
import de.kreiswerk.core.web.problem.JsonProblemDetails;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

class KeptAnswersInTheChainTest {

    private static final Map<String, Object> CACHED = Map.of(WebConstants.PUBLIC, true, WebConstants.CACHED, true);
    private static final MadeOf PAPER = new MadeOf(Set.of("/paper/1"), Set.of("paper"), null);

    private final Whiteboard whiteboard = new Whiteboard();
    private final FakeFrame frame = new FakeFrame();
    private final PublicBytes bytes = new PublicBytes(Settings.of(PublicBytes.Config.class, Map.of()));
    private RequestChain chain;
    private ServiceReference<?> servlet;
    private int made;
    private String content = "one";
    /** What happens while the endpoint answers. */
    private Endpoint endpoint = (request, response) -> answer(request, response, PAPER);

    private interface Endpoint {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    @BeforeEach
    void start() throws InvalidSyntaxException {
        bytes.setFrame(frame);
        chain = new RequestChain(
                new Endpoints(whiteboard.context()),
                new JsonProblemDetails(),
                bytes,
                new SessionCookies(() -> Optional.of("http://localhost:8080")),
                new Denials(),
                new RequestMetrics(),
                Gate.at(Optional::empty, Settings.of(Gate.Config.class, Map.of())),
                Settings.of(RequestChain.Config.class, Map.of()));
        servlet = whiteboard.servlet("/oparl/*", CACHED);
        whiteboard.servlet("/open/*", Map.of(WebConstants.PUBLIC, true));
    }

    @Test
    void answerIsMadeOnceAndSentAgainWithItsHeaders() throws Exception {
        Exchange first = run(Exchange.get("/oparl/paper/1"));
        Exchange second = run(Exchange.get("/oparl/paper/1"));

        assertThat(made).isEqualTo(1);
        for (Exchange exchange : List.of(first, second)) {
            assertThat(exchange.status).isEqualTo(200);
            assertThat(exchange.text()).isEqualTo("one");
            assertThat(exchange.headers)
                    .containsEntry("Content-Type", "application/json")
                    .containsEntry("Content-Length", "3")
                    .containsEntry("Access-Control-Allow-Origin", "*")
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsKey("Content-Security-Policy");
            assertThat(exchange.header("ETag")).matches("\"[0-9a-f]{24}\"");
        }
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("X-Request-Id")).isNotBlank().isNotEqualTo(first.header("X-Request-Id"));
    }

    @Test
    void tagOfTheEndpointStays() throws Exception {
        endpoint = (request, response) -> {
            response.setHeader("ETag", "\"own\"");
            answer(request, response, PAPER);
        };
        run(Exchange.get("/oparl/paper/1"));

        assertThat(run(Exchange.get("/oparl/paper/1")).header("ETag")).isEqualTo("\"own\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoHasTheAnswerDoesNotGetItAgain(boolean kept) throws Exception {
        String tag = run(Exchange.get("/oparl/paper/1")).header("ETag");
        if (!kept) {
            bytes.clear();
        }

        Exchange exchange = run(Exchange.get("/oparl/paper/1").with("If-None-Match", "\"x\", W/" + tag));

        assertThat(exchange.status).isEqualTo(304);
        assertThat(exchange.text()).isEmpty();
        assertThat(exchange.header("ETag")).isEqualTo(tag);
        assertThat(run(Exchange.get("/oparl/paper/1")).text()).isEqualTo("one");
        assertThat(made).isEqualTo(kept ? 1 : 2);
    }

    @Test
    void headHasTheHeadersAlone() throws Exception {
        run(Exchange.get("/oparl/paper/1"));
        Exchange head = run(Exchange.of("HEAD", "/oparl/paper/1"));

        assertThat(made).isEqualTo(1);
        assertThat(head.header("Content-Length")).isEqualTo("3");
        assertThat(head.text()).isEmpty();
    }

    @Test
    void addressQueryAndLanguageTellAnswersApart() throws Exception {
        run(Exchange.get("/oparl/paper/1"));
        run(Exchange.get("/oparl/paper/2"));
        run(Exchange.get("/oparl/paper/1").query("a=b"));
        run(Exchange.get("/oparl/paper/1").with("Accept-Language", "en"));
        assertThat(made).isEqualTo(4);

        run(Exchange.get("/oparl/paper/1").query("a=b"));
        run(Exchange.get("/oparl/paper/1").with("Accept-Language", "en"));
        assertThat(made).isEqualTo(4);
    }

    @Test
    void changeIsSeenAtOnce() throws Exception {
        run(Exchange.get("/oparl/paper/1"));
        content = "two";
        bytes.changed(Set.of("/paper/1"), Set.of());

        assertThat(run(Exchange.get("/oparl/paper/1")).text()).isEqualTo("two");
    }

    @Test
    void answerReadBeforeAChangeAndDoneAfterItIsNotKept() throws Exception {
        endpoint = (request, response) -> {
            String read = content;
            content = "two";
            bytes.changed(Set.of("/paper/1"), Set.of("paper"));
            request.setAttribute(MadeOf.ATTRIBUTE, PAPER);
            response.getOutputStream().write(read.getBytes(StandardCharsets.UTF_8));
        };
        assertThat(run(Exchange.get("/oparl/paper/1")).text()).isEqualTo("one");

        endpoint = (request, response) -> answer(request, response, PAPER);
        assertThat(run(Exchange.get("/oparl/paper/1")).text()).isEqualTo("two");
    }

    @Test
    void answerMadeWhileTheFrameChangedIsNotKept() throws Exception {
        endpoint = (request, response) -> {
            answer(request, response, PAPER);
            frame.stamp = new Object();
        };
        run(Exchange.get("/oparl/paper/1"));
        run(Exchange.get("/oparl/paper/1"));

        assertThat(made).isEqualTo(2);
    }

    @Test
    void anotherFrameOrBaseAddressMakesAnswersAnew() throws Exception {
        run(Exchange.get("/oparl/paper/1"));
        frame.stamp = new Object();
        run(Exchange.get("/oparl/paper/1"));
        assertThat(made).isEqualTo(2);

        frame.base = "https://politik.example.de";
        run(Exchange.get("/oparl/paper/1"));
        assertThat(made).isEqualTo(3);
    }

    @Test
    void answerIsRightUntilItsTime() throws Exception {
        endpoint = (request, response) -> answer(
                request, response, new MadeOf(Set.of(), Set.of(), Instant.now().minusSeconds(1)));
        run(Exchange.get("/oparl/paper/1"));
        run(Exchange.get("/oparl/paper/1"));

        assertThat(made).isEqualTo(2);
    }

    @Test
    void componentTakesItsAnswersWithIt() throws Exception {
        run(Exchange.get("/oparl/paper/1"));
        whiteboard.unregister(servlet);
        assertThat(run(Exchange.get("/oparl/paper/1")).status).isEqualTo(503);

        whiteboard.servlet("/oparl/*", CACHED);
        content = "two";
        assertThat(run(Exchange.get("/oparl/paper/1")).text()).isEqualTo("two");
    }

    @Test
    void answersOfOthersStayWhenAComponentComesOrGoes() throws Exception {
        run(Exchange.get("/oparl/paper/1"));
        whiteboard.unregister(whiteboard.publicServlet("/forms/*"));
        run(Exchange.get("/oparl/paper/1"));

        assertThat(made).isEqualTo(1);
    }

    @Test
    void narrowerComponentTakesOverItsAddresses() throws Exception {
        run(Exchange.get("/oparl/paper/1"));
        whiteboard.servletFor("platform.admin", "/oparl/paper/*");

        assertThat(run(Exchange.get("/oparl/paper/1")).status).isEqualTo(503);
    }

    @Test
    void invalidTokenIsToldEvenWhereAnAnswerIsKept() throws Exception {
        chain.setAuthenticator((token, requestId) -> Optional.empty());
        run(Exchange.get("/oparl/paper/1"));

        assertThat(run(Exchange.get("/oparl/paper/1").with("Authorization", "Bearer wrong")).status)
                .isEqualTo(401);
    }

    @Test
    void answersAreSentWhileIdentityIsAway() throws Exception {
        Authenticator authenticator = (token, requestId) -> Optional.empty();
        chain.setAuthenticator(authenticator);
        run(Exchange.get("/oparl/paper/1"));
        chain.unsetAuthenticator(authenticator);

        assertThat(run(Exchange.get("/oparl/paper/1")).text()).isEqualTo("one");
        assertThat(made).isEqualTo(1);
    }

    @Test
    void onlyWhatIsNotedAndStatesItIsKept() throws Exception {
        run(Exchange.get("/open/a"));
        run(Exchange.get("/open/a"));
        assertThat(made).isEqualTo(2);

        endpoint = (request, response) -> {
            made++;
            response.getOutputStream().write(1);
        };
        run(Exchange.get("/oparl/paper/1"));
        run(Exchange.get("/oparl/paper/1"));
        assertThat(made).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Set-Cookie | a=b",
                "Vary | Accept-Language, Accept",
                "Vary | *",
                "Cache-Control | private, max-age=5",
                "Cache-Control | no-store"
            })
    void answerForOneReaderIsNotKept(String header, String value) throws Exception {
        endpoint = (request, response) -> {
            response.setHeader(header, value);
            answer(request, response, PAPER);
        };
        run(Exchange.get("/oparl/paper/1"));

        assertThat(run(Exchange.get("/oparl/paper/1")).text()).isEqualTo("one");
        assertThat(made).isEqualTo(2);
    }

    @Test
    void failureIsNotKept() throws Exception {
        endpoint = (request, response) -> {
            answer(request, response, PAPER);
            response.setStatus(404);
        };
        run(Exchange.get("/oparl/paper/1"));
        assertThat(run(Exchange.get("/oparl/paper/1")).status).isEqualTo(404);

        endpoint = (request, response) -> {
            answer(request, response, PAPER);
            throw new IllegalStateException("broken");
        };
        Exchange failed = run(Exchange.get("/oparl/paper/1"));
        assertThat(failed.status).isEqualTo(500);
        assertThat(failed.text()).doesNotContain("one");
        assertThat(made).isEqualTo(3);
    }

    @Test
    void answerTooLargeToKeepGoesThroughWhole() throws Exception {
        byte[] large = new byte[3 * 1024 * 1024];
        endpoint = (request, response) -> {
            made++;
            request.setAttribute(MadeOf.ATTRIBUTE, PAPER);
            response.setContentLength(large.length);
            response.getOutputStream().write(large, 0, 1_000);
            response.getOutputStream().write(large, 1_000, large.length - 1_000);
        };
        run(Exchange.get("/oparl/paper/1"));
        Exchange again = run(Exchange.get("/oparl/paper/1"));

        assertThat(made).isEqualTo(2);
        assertThat(again.body.size()).isEqualTo(large.length);
        assertThat(again.header("Content-Length")).isEqualTo(String.valueOf(large.length));
    }

    @Test
    void whoHasAnAnswerTooLargeToKeepDoesNotGetItAgain() throws Exception {
        byte[] large = new byte[3 * 1024 * 1024];
        endpoint = (request, response) -> {
            request.setAttribute(MadeOf.ATTRIBUTE, PAPER);
            response.setHeader("ETag", "\"own\"");
            response.setContentLength(large.length);
            response.getOutputStream().write(large, 0, 1_000);
            response.getOutputStream().write(large, 1_000, large.length - 1_000);
            response.getOutputStream().flush();
        };
        Exchange known = run(Exchange.get("/oparl/paper/1").with("If-None-Match", "\"own\""));
        assertThat(known.status).isEqualTo(304);
        assertThat(known.text()).isEmpty();
        assertThat(known.header("ETag")).isEqualTo("\"own\"");
        assertThat(known.header("Content-Length")).isNull();

        Exchange other = run(Exchange.get("/oparl/paper/1").with("If-None-Match", "\"other\""));
        assertThat(other.status).isEqualTo(200);
        assertThat(other.body.size()).isEqualTo(large.length);
    }

    @Test
    void aLargeAnswerIsKeptWhenItIsAskedForAgain() throws Exception {
        String large = "ä{\"data\":[]}".repeat(10_000);
        content = large;
        endpoint = (request, response) -> {
            response.setHeader("ETag", "\"own\"");
            response.setContentLength(large.getBytes(StandardCharsets.UTF_8).length);
            answer(request, response, PAPER);
        };
        Exchange first = run(Exchange.get("/oparl/paper"));
        Exchange second = run(Exchange.get("/oparl/paper"));
        Exchange third = run(Exchange.get("/oparl/paper"));

        assertThat(made).isEqualTo(2);
        for (Exchange exchange : List.of(first, second, third)) {
            assertThat(exchange.text()).isEqualTo(large);
            assertThat(exchange.header("ETag")).isEqualTo("\"own\"");
            assertThat(exchange.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(exchange.header("Content-Length")).isEqualTo(String.valueOf(exchange.body.size()));
        }
    }

    @Test
    void aLargeAnswerIsPackedForWhoTakesItPackedAtOnce() throws Exception {
        content = "{\"data\":[]}".repeat(10_000);
        endpoint = (request, response) -> {
            response.setHeader("ETag", "\"own\"");
            answer(request, response, PAPER);
        };
        Exchange packed = run(Exchange.get("/oparl/paper").with("Accept-Encoding", "gzip"));

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.body.size()).isLessThan(content.length() / 10);
    }

    @Test
    void aLargeAnswerWithoutATagGetsOne() throws Exception {
        content = "{\"data\":[]}".repeat(10_000);

        assertThat(run(Exchange.get("/oparl/paper")).header("ETag")).matches("\"[0-9a-f]{24}\"");
    }

    @Test
    void whatAWriterWroteIsKeptAsWell() throws Exception {
        endpoint = (request, response) -> {
            made++;
            request.setAttribute(MadeOf.ATTRIBUTE, PAPER);
            response.getWriter().write("Lüneburg");
        };
        run(Exchange.get("/oparl/paper/1"));

        assertThat(run(Exchange.get("/oparl/paper/1")).text()).isEqualTo("Lüneburg");
        assertThat(made).isEqualTo(1);
    }

    /** During a switch it is not yet decided that the new version stays. */
    @Test
    void whatASwitchIsToldIsNeitherKeptNorTakenFromWhatIsKept() throws Exception {
        content = "untried";
        run(Exchange.get("/oparl/paper/1").with("Kreiswerk-Pass", "0123"));
        content = "old";
        assertThat(run(Exchange.get("/oparl/paper/1")).text()).isEqualTo("old");

        content = "new";
        assertThat(run(Exchange.get("/oparl/paper/1").with("Kreiswerk-Pass", "0123"))
                        .text())
                .isEqualTo("new");
        assertThat(run(Exchange.get("/oparl/paper/1")).text()).isEqualTo("old");
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, MadeOf madeOf) throws IOException {
        made++;
        request.setAttribute(MadeOf.ATTRIBUTE, madeOf);
        if (request.getHeader("If-None-Match") != null) {
            response.setStatus(304);
            return;
        }
        response.setContentType("application/json");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.getOutputStream().write(content.getBytes(StandardCharsets.UTF_8));
    }

    private Exchange run(Exchange exchange) throws IOException, ServletException {
        FilterChain behind =
                (request, response) -> endpoint.answer((HttpServletRequest) request, (HttpServletResponse) response);
        chain.doFilter(exchange.with("Accept", "application/json").request(), exchange.response(), behind);
        return exchange;
    }

    private static final class FakeFrame implements FrameState {

        private Object stamp = new Object();
        private String base = "http://localhost";

        @Override
        public String languageOf(HttpServletRequest request) {
            return request.getHeader("Accept-Language") == null ? "de" : "en";
        }

        @Override
        public String base() {
            return base;
        }

        @Override
        public Object stamp() {
            return stamp;
        }
    }
}
