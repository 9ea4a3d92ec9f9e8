package de.kreiswerk.core.web.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.identity.Authenticator;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.ProblemDetails;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.Settings;
import de.kreiswerk.core.web.cache.PublicBytes;
import de.kreiswerk.core.web.gate.Gate;
import de.kreiswerk.core.web.metrics.RequestMetrics;
import de.kreiswerk.core.web.problem.JsonProblemDetails;
import de.kreiswerk.core.web.problem.OparlError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

class RequestChainTest {

    private static final String JSON = "application/json";
    private static final String SECRET = "geheim: /srv/kreiswerk/data";

    private final Whiteboard whiteboard = new Whiteboard();
    private final List<String> tokensAsked = new ArrayList<>();
    private final Authenticator authenticator = (token, requestId) -> {
        tokensAsked.add(token);
        return switch (token) {
            case "admin" -> Optional.of(caller(requestId, new Grant("platform.admin", "umwelt")));
            case "guest" -> Optional.of(caller(requestId));
            default -> Optional.empty();
        };
    };
    private RequestChain chain;
    private boolean reached;

    /** What the component behind the chain does. */
    private interface Component {
        void serve(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    @BeforeEach
    void start() throws InvalidSyntaxException {
        chain = new RequestChain(
                new Endpoints(whiteboard.context()),
                new JsonProblemDetails(),
                new PublicBytes(Settings.of(PublicBytes.Config.class, Map.of())),
                new SessionCookies(() -> Optional.of("http://localhost:8080")),
                new Denials(),
                new RequestMetrics(),
                Gate.at(Optional::empty, Settings.of(Gate.Config.class, Map.of())),
                new Config());
        chain.setAuthenticator(authenticator);
        whiteboard.publicServlet("/open/*");
        whiteboard.servletFor("platform.admin", "/admin/*");
        whiteboard.servlet("/silent/*", Map.of());
        whiteboard.application("/api/proposals/v1");
        whiteboard.openContext("/api/proposals/v1");
    }

    @Test
    void anAddressThatNobodyClaimedIsNotFound() throws Exception {
        assertRefused(404, "not-found", Exchange.get("/nichts"));
    }

    @Test
    void anAddressInUpperCaseLeadsToThePublicOneInLowerCase() throws Exception {
        whiteboard.publicServlet("/feed.atom");
        for (Map.Entry<String, Exchange> asked : Map.of(
                        "/open/A%20b?Suche=X%0d",
                        Exchange.get("/Open/A%20b").dispatchedTo("/Open/A b").query("Suche=X%0d"),
                        "/open",
                        Exchange.of("HEAD", "/OPEN"),
                        "/feed.atom",
                        Exchange.get("/Feed.Atom"))
                .entrySet()) {
            run(asked.getValue(), (request, response) -> {});

            assertThat(asked.getValue().status).isEqualTo(301);
            assertThat(asked.getValue().header("Location")).isEqualTo(asked.getKey());
            assertThat(reached).isFalse();
        }
        assertRefused(404, "not-found", Exchange.get("/Admin/konten"));
        assertRefused(404, "not-found", Exchange.get("/Nichts"));
        assertRefused(404, "not-found", Exchange.of("POST", "/Open"));
        assertRefused(404, "not-found", Exchange.get("//Open").dispatchedTo("/Open"));
    }

    @Test
    void aComponentThatLeftIsAwayNotMissing() throws Exception {
        ServiceReference<?> servlet = whiteboard.publicServlet("/forms/*");
        whiteboard.unregister(servlet);

        Exchange exchange = Exchange.get("/forms/a");
        assertRefused(503, "component-away", exchange);
        assertThat(exchange.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void aPublicAddressIsForEveryone() throws Exception {
        Exchange exchange = Exchange.get("/open/a");

        run(exchange, (request, response) -> {
            assertThat(request.getAttribute(WebConstants.CALLER)).isNull();
            response.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
        });

        assertThat(exchange.status).isEqualTo(200);
        assertThat(exchange.text()).isEqualTo("hello");
    }

    @Test
    void withoutATokenNobodyGetsToWhatAsksForAPermission() throws Exception {
        Exchange exchange = Exchange.get("/admin/a");

        assertRefused(401, "token-not-valid", exchange);
        assertThat(exchange.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void whoLacksThePermissionIsRefused() throws Exception {
        assertRefused(403, "permission-missing", withToken("guest", Exchange.get("/admin/a")));
    }

    @Test
    void whoHasThePermissionSomewhereGetsInAndIsKnownToTheComponent() throws Exception {
        Exchange exchange = withToken("admin", Exchange.get("/admin/a"));

        run(exchange, (request, response) -> {
            Caller caller = (Caller) request.getAttribute(WebConstants.CALLER);
            assertThat(caller.requestId()).isEqualTo(request.getAttribute(WebConstants.REQUEST_ID));
            response.setStatus(204);
        });

        assertThat(exchange.status).isEqualTo(204);
    }

    @Test
    void whatStatesNothingIsForNobody() throws Exception {
        assertRefused(403, "permission-missing", withToken("admin", Exchange.get("/silent/a")));
        assertRefused(401, "token-not-valid", Exchange.get("/silent/a"));
    }

    @Test
    void aTokenThatIsNotValidIsRefusedEvenWhereNoneIsNeeded() throws Exception {
        assertRefused(401, "token-not-valid", withToken("wrong", Exchange.get("/open/a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer admin", "bearer admin", "BEARER  admin "})
    void theSchemeIsReadWithoutCase(String authorization) throws Exception {
        Exchange exchange = Exchange.get("/admin/a").with("Authorization", authorization);

        run(exchange, (request, response) -> response.setStatus(204));

        assertThat(exchange.status).isEqualTo(204);
    }

    @Test
    void credentialsOfAnotherSchemeCountForNothing() throws Exception {
        assertRefused(401, "token-not-valid", Exchange.get("/admin/a").with("Authorization", "Basic YWRtaW46YWRtaW4="));

        Exchange open = Exchange.get("/open/a").with("Authorization", "Basic YWRtaW46YWRtaW4=");
        run(open, (request, response) -> {});
        assertThat(open.status).isEqualTo(200);
    }

    @Test
    void aTokenLongerThanTheAuthenticatorTakesIsRefusedWithoutAskingIt() throws Exception {
        assertRefused(401, "token-not-valid", withToken("x".repeat(4_097), Exchange.get("/open/a")));

        assertThat(tokensAsked).hasSize(0);
    }

    @Test
    void anAuthenticatorThatFailsIsAFaultOfThePlatformInItsOwnWords() throws Exception {
        chain.setAuthenticator((token, requestId) -> {
            throw new IllegalStateException(SECRET);
        });

        assertRefused(500, "internal-error", withToken("admin", Exchange.get("/admin/a")));
    }

    @Test
    void whileTheAuthenticatorIsAwayPublicReadsGoOn() throws Exception {
        chain.unsetAuthenticator(authenticator);
        Exchange open = withToken("admin", Exchange.get("/open/a"));

        run(
                open,
                (request, response) -> assertThat(request.getAttribute(WebConstants.IDENTITY_AWAY))
                        .isEqualTo(Boolean.TRUE));

        assertThat(open.status).isEqualTo(200);
        assertRefused(503, "identity-away", withToken("admin", Exchange.get("/admin/a")));
        assertRefused(503, "identity-away", Exchange.get("/admin/a"));
    }

    @Test
    void anApplicationDecidesForItself() throws Exception {
        Exchange exchange = Exchange.get("/api/proposals/v1/papers");

        run(exchange, (request, response) -> {
            request.setAttribute(WebConstants.REST_HANDLED, Boolean.TRUE);
            response.setStatus(200);
        });

        assertThat(exchange.status).isEqualTo(200);
    }

    @Test
    void anAnswerOfAnApplicationThatNobodyCheckedIsThrownAway() throws Exception {
        Exchange exchange = Exchange.get("/api/proposals/v1/papers");

        run(exchange, (request, response) -> response.getOutputStream().write(SECRET.getBytes(StandardCharsets.UTF_8)));

        assertProblem(503, "component-away", exchange);
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedDeclaredOrNot() throws Exception {
        assertRefused(413, "request-too-large", Exchange.of("POST", "/open/a").declaring(2L * 1024 * 1024));

        Exchange chunked = Exchange.of("POST", "/open/a").chunked(new byte[1024 * 1024 + 1]);
        run(chunked, (request, response) -> request.getInputStream().readAllBytes());
        assertProblem(413, "request-too-large", chunked);
        assertThat(chunked.text()).contains("1 MiB");
    }

    @Test
    void anAddressBeyondTheLimitIsRefused() throws Exception {
        assertRefused(414, "address-too-long", Exchange.get("/open/" + "a".repeat(Limits.MAX_URI)));
    }

    @ParameterizedTest
    @CsvSource({
        "/open/../admin/a, /admin/a",
        "/open/%2e%2e/admin/a, /admin/a",
        "/open/./../admin;x=1/a, /admin/a",
        "/%61dmin/a, /admin/a"
    })
    void whereTheServerDispatchesARequestCountsNotHowItsAddressIsWritten(String written, String dispatched)
            throws Exception {
        assertRefused(401, "token-not-valid", Exchange.get(written).dispatchedTo(dispatched));
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        Exchange good = Exchange.get("/open/a");
        run(good, (request, response) -> {});
        Exchange refused = Exchange.get("/nichts");
        run(refused, (request, response) -> {});
        Exchange failed = Exchange.get("/open/a");
        run(failed, (request, response) -> {
            throw new IllegalStateException(SECRET);
        });
        Exchange reset = Exchange.get("/open/a");
        run(reset, (request, response) -> response.reset());

        for (Exchange exchange : List.of(good, refused, failed, reset)) {
            assertThat(exchange.header("Content-Security-Policy"))
                    .contains("default-src 'self'")
                    .contains("object-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe-inline");
            assertThat(exchange.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(exchange.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(exchange.header("Referrer-Policy")).isNotBlank();
            assertThat(exchange.header("X-Request-Id")).isNotBlank();
            assertThat(exchange.header("Strict-Transport-Security")).isNull();
        }
    }

    @Test
    void overTlsBrowsersAreToldToStayThere() throws Exception {
        Exchange exchange = Exchange.get("/open/a").overTls();
        run(exchange, (request, response) -> {});

        assertThat(exchange.header("Strict-Transport-Security")).contains("max-age=");
    }

    @Test
    void answersOfInterfacesAreNotCached() throws Exception {
        Exchange exchange = Exchange.get("/api/proposals/v1/papers");
        run(exchange, (request, response) -> request.setAttribute(WebConstants.REST_HANDLED, Boolean.TRUE));

        assertThat(exchange.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void everyRequestHasAnIdOfItsOwnThatHeaderRequestAndProblemShare() throws Exception {
        Exchange one = Exchange.get("/nichts").with("X-Request-Id", "forged").with("Accept", JSON);
        run(one, (request, response) -> {});
        Exchange other = Exchange.get("/nichts").with("Accept", JSON);
        run(other, (request, response) -> {});

        String id = one.header("X-Request-Id");
        assertThat(id).hasSize(16).isNotEqualTo("forged").isNotEqualTo(other.header("X-Request-Id"));
        assertThat(one.attributes).containsEntry(WebConstants.REQUEST_ID, id);
        assertThat(one.text()).contains("\"requestId\":\"" + id + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "/nichts | text/html,application/xhtml+xml,*/*;q=0.8 | page",
                "/nichts | */* | page",
                "/nichts | | page",
                "/nichts | application/json | json",
                "/nichts | application/json, text/plain, */* | json",
                "/nichts | application/problem+json | json",
                "/api/nichts | text/html | json",
                "/oparl/nichts | text/html | oparl",
                "/health/nichts | */* | json"
            },
            delimiter = '|')
    void peopleGetAPageAndProgramsGetJson(String path, String accept, String kind) throws Exception {
        chain.setPages(new FakePages());
        Exchange exchange =
                accept == null ? Exchange.get(path) : Exchange.get(path).with("Accept", accept);

        run(exchange, (request, response) -> {});

        assertThat(exchange.status).isEqualTo(404);
        assertThat(exchange.header("Content-Type"))
                .isEqualTo(
                        switch (kind) {
                            case "page" -> "text/html";
                            case "oparl" -> OparlError.MEDIA_TYPE;
                            default -> ProblemDetails.MEDIA_TYPE;
                        });
    }

    @Test
    void whileTheFrameOfPagesIsAwayEveryoneGetsJson() throws Exception {
        FakePages pages = new FakePages();
        chain.setPages(pages);
        chain.unsetPages(pages);
        Exchange exchange = Exchange.get("/nichts").with("Accept", "text/html");

        run(exchange, (request, response) -> {});

        assertProblem(404, "not-found", exchange);
    }

    @Test
    void aFrameThatFailsIsReplacedByJson() throws Exception {
        chain.setPages(new FakePages() {
            @Override
            public void writeProblem(HttpServletRequest request, HttpServletResponse response, Problem problem)
                    throws IOException {
                response.getWriter().write("<html>half");
                throw new IllegalStateException(SECRET);
            }
        });
        Exchange exchange = Exchange.get("/nichts").with("Accept", "text/html");

        run(exchange, (request, response) -> {});

        assertProblem(404, "not-found", exchange);
        assertThat(exchange.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void problemsAreGermanUnlessEnglishIsAskedFor() throws Exception {
        Exchange german = Exchange.get("/nichts").with("Accept", JSON);
        run(german, (request, response) -> {});
        Exchange english = Exchange.get("/nichts").with("Accept", JSON).with("Accept-Language", "en-GB,de;q=0.5");
        run(english, (request, response) -> {});

        assertThat(german.text()).contains("Nicht gefunden");
        assertThat(german.header("Content-Language")).isEqualTo("de");
        assertThat(english.text()).contains("Not found");
        assertThat(english.header("Content-Language")).isEqualTo("en");
    }

    @Test
    void aRefusalOfHeadHasNoBody() throws Exception {
        Exchange exchange = Exchange.of("HEAD", "/nichts").with("Accept", JSON);

        run(exchange, (request, response) -> {});

        assertThat(exchange.status).isEqualTo(404);
        assertThat(exchange.text()).isEmpty();
        assertThat(exchange.header("Content-Length")).isNotEqualTo("0");
    }

    @Test
    void whateverAComponentThrowsIsAnsweredWithoutItsInside() throws Exception {
        List<Component> failing = List.of(
                (request, response) -> {
                    throw new IllegalStateException(SECRET);
                },
                (request, response) -> {
                    throw new ServletException(SECRET, new IOException(SECRET));
                },
                (request, response) -> {
                    throw new IOException(SECRET);
                },
                (request, response) -> {
                    throw new NoClassDefFoundError(SECRET);
                });
        for (Component component : failing) {
            Exchange exchange = Exchange.get("/open/a").with("Accept", JSON);

            run(exchange, (request, response) -> {
                response.getOutputStream().write("half".getBytes(StandardCharsets.UTF_8));
                response.setHeader("ETag", "\"1\"");
                component.serve(request, response);
            });

            assertProblem(500, "internal-error", exchange);
            assertThat(exchange.text()).doesNotContain("geheim", "half", "Exception", "at de.kreiswerk");
            assertThat(exchange.header("ETag")).isNull();
        }
    }

    @Test
    void aRefusalOfAServiceIsItsOwnAnswerHoweverDeepItIsWrapped() throws Exception {
        ProblemException refusal = new ProblemException(
                Problem.Kind.CONFLICT, "paper-not-public", Text.same("title"), Text.same("detail"));
        for (Component component : List.<Component>of(
                (request, response) -> {
                    throw refusal;
                },
                (request, response) -> {
                    throw new ServletException(new IllegalStateException(refusal));
                })) {
            Exchange exchange = Exchange.get("/open/a").with("Accept", JSON);

            run(exchange, component);

            assertProblem(409, "paper-not-public", exchange);
        }
    }

    @Test
    void aFailureAfterTheAnswerBeganBreaksItOffInsteadOfEndingItAsIfItWereWhole() {
        Exchange exchange = Exchange.get("/open/a");

        assertThatThrownBy(() -> run(exchange, (request, response) -> {
                    response.getOutputStream().write(new byte[100_000]);
                    throw new IllegalStateException(SECRET);
                }))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @CsvSource({
        "400, request-malformed",
        "404, not-found",
        "405, method-not-allowed",
        "410, gone",
        "413, request-too-large",
        "500, internal-error"
    })
    void anErrorThatAServletAnnouncesIsPutIntoOurWords(int status, String code) throws Exception {
        Exchange exchange = Exchange.get("/open/a").with("Accept", JSON);

        run(exchange, (request, response) -> response.sendError(status, SECRET));

        assertProblem(status, code, exchange);
        assertThat(exchange.text()).doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(ints = {406, 409, 412, 414, 415, 422, 428, 431})
    void theStatusThatAServletAnnouncesStays(int status) throws Exception {
        Exchange exchange = Exchange.get("/open/a").with("Accept", JSON);

        run(exchange, (request, response) -> response.sendError(status));

        assertThat(exchange.status).isEqualTo(status);
        assertThat(exchange.text()).contains("\"status\":" + status);
    }

    @Test
    void aRefusedMethodStillNamesTheAllowedOnes() throws Exception {
        Exchange exchange = Exchange.of("POST", "/open/a").with("Accept", JSON);

        run(exchange, (request, response) -> {
            response.setHeader("Allow", "GET, HEAD, OPTIONS");
            response.sendError(405);
        });

        assertProblem(405, "method-not-allowed", exchange);
        assertThat(exchange.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void whoAsksForAPartThatAFileDoesNotHaveReadsHowLongItIs() throws Exception {
        Exchange exchange = Exchange.get("/open/a").with("Accept", JSON);

        run(exchange, (request, response) -> {
            response.setStatus(416);
            response.setHeader("Content-Range", "bytes */10");
            response.setHeader("X-Of-The-File", "yes");
            throw new ProblemException(
                    Problem.Kind.NO_SUCH_PART, "no-such-part", Text.same("too far"), Text.same("It has 10 bytes."));
        });

        assertProblem(416, "no-such-part", exchange);
        assertThat(exchange.text()).contains("It has 10 bytes.");
        assertThat(exchange.header("Content-Range")).isEqualTo("bytes */10");
        assertThat(exchange.header("X-Of-The-File")).isNull();
    }

    @Test
    void aServletThatTookTheWriterBeforeItFailedIsAnsweredAsWell() throws Exception {
        Exchange exchange = Exchange.get("/open/a").with("Accept", JSON);

        run(exchange, (request, response) -> {
            response.getWriter().write("half");
            response.sendError(500);
        });

        assertProblem(500, "internal-error", exchange);
    }

    @Test
    void aComponentThatLeavesWhileItIsAskedIsAwayNotMissing() throws Exception {
        ServiceReference<?> servlet = whiteboard.publicServlet("/forms/*");
        Exchange exchange = Exchange.get("/forms/a").with("Accept", JSON);

        run(exchange, (request, response) -> {
            whiteboard.unregister(servlet);
            response.sendError(404);
        });

        assertProblem(503, "component-away", exchange);
    }

    @Test
    void otherLimitsCountForTheSameChain() throws Exception {
        Exchange large = Exchange.get("/open/a").declaring(3L * 1024 * 1024).with("Accept", JSON);
        run(large, (request, response) -> {});
        assertProblem(413, "request-too-large", large);

        chain.modified(Settings.of(RequestChain.Config.class, Map.of("maxBodyMebibytes", 3)));

        Exchange fits = Exchange.get("/open/a").declaring(3L * 1024 * 1024).with("Accept", JSON);
        run(fits, (request, response) -> response.setStatus(204));
        assertThat(fits.status).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MAX_VALUE})
    void noLimitLocksEverybodyOut(int mebibytes) throws Exception {
        chain.modified(Settings.of(RequestChain.Config.class, Map.of("maxBodyMebibytes", mebibytes)));

        Exchange exchange = Exchange.get("/open/a").declaring(1024).with("Accept", JSON);
        run(exchange, (request, response) -> response.setStatus(204));

        assertThat(exchange.status).isEqualTo(204);
    }

    /** A department's component may take more than anything of the platform does. */
    @Test
    void theLimitMayBeHigherThanWhatThePlatformItselfTakes() throws Exception {
        chain.modified(Settings.of(RequestChain.Config.class, Map.of("maxBodyMebibytes", 500)));

        Exchange largest = Exchange.get("/open/a").declaring(500L * 1024 * 1024).with("Accept", JSON);
        run(largest, (request, response) -> response.setStatus(204));
        assertThat(largest.status).isEqualTo(204);

        Exchange larger =
                Exchange.get("/open/a").declaring(500L * 1024 * 1024 + 1).with("Accept", JSON);
        run(larger, (request, response) -> {});
        assertProblem(413, "request-too-large", larger);
    }

    @Test
    void aLimitThatIsNoNumberIsNone() throws Exception {
        chain.modified(new Config() {
            @Override
            public int maxBodyMebibytes() {
                throw new IllegalArgumentException("100 MB");
            }
        });

        Exchange exchange =
                Exchange.get("/open/a").declaring(100L * 1024 * 1024 + 1).with("Accept", JSON);
        run(exchange, (request, response) -> {});

        assertProblem(413, "request-too-large", exchange);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=utf8mb4, 415",
        "application/json;charset=\"a b\", 415",
        "text/plain; CHARSET=, 415",
        "text/plain; charset=utf-8, 204",
        "text/plain; charset=\"UTF-8\"; format=flowed, 204",
        "text/plain, 204"
    })
    void aCharsetThatDoesNotExistIsRefused(String type, int status) throws Exception {
        Exchange exchange = Exchange.get("/open/a").with("Content-Type", type).with("Accept", JSON);

        run(exchange, (request, response) -> response.setStatus(204));

        assertThat(exchange.status).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"fr, en;q=0.8 | permission-missing | You lack", "fr | permission-missing | Dafür"})
    void aProblemIsInTheLanguageThatPagesHaveToo(String accepted, String code, String words) throws Exception {
        Exchange exchange = withToken("guest", Exchange.get("/admin/a"))
                .with("Accept", JSON)
                .with("Accept-Language", accepted);

        run(exchange, (request, response) -> {});

        assertProblem(403, code, exchange);
        assertThat(exchange.text()).contains(words);
    }

    private void run(Exchange exchange, Component component) throws IOException, ServletException {
        reached = false;
        FilterChain behind = (request, response) -> {
            reached = true;
            component.serve((HttpServletRequest) request, (HttpServletResponse) response);
        };
        chain.doFilter(exchange.request(), exchange.response(), behind);
    }

    private void assertRefused(int status, String code, Exchange exchange) throws Exception {
        run(exchange.with("Accept", JSON), (request, response) -> {});

        assertThat(reached).as("the component was reached").isFalse();
        assertProblem(status, code, exchange);
    }

    private static void assertProblem(int status, String code, Exchange exchange) {
        assertThat(exchange.status).isEqualTo(status);
        assertThat(exchange.header("Content-Type")).isEqualTo(ProblemDetails.MEDIA_TYPE);
        assertThat(exchange.text()).contains("\"status\":" + status, "\"code\":\"" + code + "\"");
        assertThat(exchange.header("Content-Length")).isEqualTo(String.valueOf(exchange.body.size()));
    }

    private static Exchange withToken(String token, Exchange exchange) {
        return exchange.with("Authorization", "Bearer " + token);
    }

    private static Caller caller(String requestId, Grant... grants) {
        return new Caller("subject", "Name", Set.of(grants), "test", Instant.EPOCH, requestId);
    }

    private static class FakePages implements Pages {

        @Override
        public void write(HttpServletRequest request, HttpServletResponse response, Page page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void writePersonal(HttpServletRequest request, HttpServletResponse response, Page page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void writeProblem(HttpServletRequest request, HttpServletResponse response, Problem problem)
                throws IOException {
            response.setStatus(problem.kind().status());
            response.setContentType("text/html");
            response.getWriter().write("<html>" + problem.code());
        }

        @Override
        public String baseUrl() {
            return "http://localhost";
        }

        @Override
        public Locale language(HttpServletRequest request) {
            return Locale.GERMAN;
        }
    }

    /** 1 MiB, so that the tests need not send 100. */
    @SuppressWarnings("ClassExplicitlyAnnotation")
    private static class Config implements RequestChain.Config {

        @Override
        public int maxBodyMebibytes() {
            return 1;
        }

        @Override
        public String trustedProxies() {
            return "";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return RequestChain.Config.class;
        }
    }
}
