package de.kreiswerk.core.web.chain;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Authenticator;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.Settings;
import de.kreiswerk.core.web.cache.PublicBytes;
import de.kreiswerk.core.web.gate.Gate;
import de.kreiswerk.core.web.metrics.RequestMetrics;
import de.kreiswerk.core.web.problem.JsonProblemDetails;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsInTheChainTest {

    private static final String BASE = "http://localhost:8080";
    private static final String COOKIE = "kreiswerk-session=alive";
    private static final String TOKEN = Forgery.token("alive");

    private final Whiteboard whiteboard = new Whiteboard();
    private final List<String> sessionsAsked = new ArrayList<>();
    private final List<AuditEvent> recorded = new ArrayList<>();
    private final Denials denials = new Denials();
    private RequestChain chain;
    private HttpServletRequest reached;

    private interface Component {
        void serve(HttpServletRequest request, HttpServletResponse response) throws Exception;
    }

    @BeforeEach
    void start() throws Exception {
        chain = chain(BASE);
        whiteboard.publicServlet("/open/*");
        whiteboard.servlet("/anmelden", Map.of(WebConstants.PUBLIC, true, WebConstants.SIGN_IN, true));
        whiteboard.servletFor("platform.admin", "/admin/*");
        whiteboard.application("/api/proposals/v1");
        whiteboard.openContext("/api/proposals/v1");
        denials.transactions = Exchange.proxy(
                Transactions.class, (method, arguments) -> ((Transactions.Work<?>) arguments[0]).in(null));
        denials.trail =
                Exchange.proxy(AuditTrail.class, (method, arguments) -> recorded.add((AuditEvent) arguments[0]));
    }

    @Test
    void aSessionIsAsGoodAsATokenAndItsPageIsNotStored() throws Exception {
        Exchange exchange = signedIn(Exchange.get("/admin/a"));

        run(exchange, (request, response) -> response.setHeader("Cache-Control", "no-cache"));

        assertThat(exchange.status).isEqualTo(200);
        assertThat(((Caller) reached.getAttribute(WebConstants.CALLER)).subject())
                .isEqualTo("anna");
        assertThat(reached.getAttribute(WebConstants.CSRF_TOKEN))
                .isEqualTo(TOKEN)
                .isNotEqualTo("alive");
        assertThat(exchange.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatIsTooLargeIsRecordedOfWhomItIs() throws Exception {
        Exchange exchange =
                signedIn(Exchange.of("POST", "/api/proposals/v1/papers").declaring(200L * 1024 * 1024));

        run(exchange, (request, response) -> {});

        assertThat(exchange.status).isEqualTo(413);
        assertThat(recorded).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("request.denied");
            assertThat(event.details()).containsEntry("reason", "request-too-large");
        });

        run(Exchange.of("POST", "/api/proposals/v1/papers").declaring(200L * 1024 * 1024), (request, response) -> {});
        assertThat(recorded).as("strangers fill no trail").hasSize(1);
    }

    @Test
    void whatIsPublicIsReadWithoutAskingForTheSession() throws Exception {
        Exchange exchange = signedIn(Exchange.get("/open/a"));

        run(exchange, (request, response) -> response.setHeader("Cache-Control", "no-cache"));

        assertThat(sessionsAsked).isEmpty();
        assertThat(reached.getAttribute(WebConstants.CALLER)).isNull();
        assertThat(exchange.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void whoIsNotSignedInComesBackToThePageAfterwards() throws Exception {
        Exchange exchange = Exchange.get("/admin/a").query("x=1&y=ä").with("Accept", "text/html");

        run(exchange, (request, response) -> {});

        assertThat(reached).isNull();
        assertThat(exchange.status).isEqualTo(303);
        assertThat(exchange.header("Location")).isEqualTo("/anmelden?weiter=%2Fadmin%2Fa%3Fx%3D1%26y%3D%C3%A4");
    }

    @ParameterizedTest
    @CsvSource({"POST, /admin/a, text/html", "GET, /admin/a, application/json"})
    void whatIsNotTheReadingOfAPageIsRefused(String method, String address, String accept) throws Exception {
        Exchange exchange = Exchange.of(method, address).with("Accept", accept);

        run(exchange, (request, response) -> {});

        assertThat(reached).isNull();
        assertThat(exchange.status).isEqualTo(401);
    }

    @Test
    void aSessionThatEndedIsNone() throws Exception {
        Exchange exchange = Exchange.get("/admin/a")
                .with("Cookie", "kreiswerk-session=over")
                .with("Accept", "*/json");

        run(exchange, (request, response) -> {});

        assertThat(exchange.status).isEqualTo(401);
        assertThat(sessionsAsked).containsExactly("over");
    }

    @Test
    void aChangeWithTheTokenOfTheFormGoesThrough() throws Exception {
        Exchange exchange = form("csrf=" + TOKEN);

        run(exchange, (request, response) -> response.setStatus(204));

        assertThat(exchange.status).isEqualTo(204);
    }

    @Test
    void aChangeWithTheTokenInTheHeaderGoesThrough() throws Exception {
        Exchange exchange = signedIn(Exchange.of("DELETE", "/admin/a")).with("X-CSRF-Token", TOKEN);

        run(exchange, (request, response) -> response.setStatus(204));

        assertThat(exchange.status).isEqualTo(204);
    }

    /** Its page was made without looking for a session, so that the form on it has no token. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a=b"})
    void aFormOfAPublicPageDoesWhatItDoesForStrangers(String body) throws Exception {
        Exchange exchange = form("/open/a", body);

        run(exchange, (request, response) -> response.setStatus(204));

        assertThat(exchange.status).isEqualTo(204);
        assertThat(reached.getAttribute(WebConstants.CALLER)).isNull();
        assertThat(reached.getAttribute(WebConstants.SESSION)).isNull();
        assertThat(reached.getAttribute(WebConstants.CSRF_TOKEN)).isNull();
    }

    @Test
    void withTheTokenWhoeverIsSignedInIsKnownThereToo() throws Exception {
        run(form("/open/a", "csrf=" + TOKEN), (request, response) -> response.setStatus(204));

        assertThat(((Caller) reached.getAttribute(WebConstants.CALLER)).subject())
                .isEqualTo("anna");
    }

    @Test
    void aPublicPageTakesNeitherAWrongTokenNorAFormOfAnotherSite() throws Exception {
        for (String wrong : List.of("csrf=", "csrf=AAAA")) {
            Exchange exchange = form("/open/a", wrong);
            run(exchange, (request, response) -> {});
            assertRefused(exchange, "csrf-token-not-valid");
        }
        Exchange elsewhere = form("/open/a", "a=b").with("Origin", "https://example.org");
        run(elsewhere, (request, response) -> {});
        assertRefused(elsewhere, "request-from-elsewhere");
    }

    /** Its page knows of the session, and its form has the token. */
    @Test
    void whereOneSignsInTheTokenIsAskedFor() throws Exception {
        Exchange exchange = form("/anmelden", "a=b");

        run(exchange, (request, response) -> {});

        assertRefused(exchange, "csrf-token-not-valid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "csrf=", "csrf=alive", "csrf=AAAA"})
    void aChangeWithoutTheTokenIsRefused(String body) throws Exception {
        Exchange exchange = form(body);

        run(exchange, (request, response) -> {});

        assertRefused(exchange, "csrf-token-not-valid");
    }

    @Test
    void noPageHasToReadAFormThatTheServerDoesNotRead() throws Exception {
        Exchange exchange = form("csrf=" + TOKEN).unreadable("form with too many fields > 1000");

        run(exchange, (request, response) -> response.setStatus(204));

        assertThat(reached).isNull();
        assertThat(exchange.status).isEqualTo(400);
        assertThat(exchange.text()).contains("too-many-parameters");
    }

    @Test
    void theTokenOfAnotherSessionDoesNotHelp() throws Exception {
        Exchange exchange = form("csrf=" + Forgery.token("another"));

        run(exchange, (request, response) -> {});

        assertRefused(exchange, "csrf-token-not-valid");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://example.org",
        "Origin, null",
        "Origin, http://localhost:8080.example.org",
        "Origin, http://localhost"
    })
    void evenAStolenTokenIsOfNoUseToAnotherSite(String header, String value) throws Exception {
        Exchange exchange = form("csrf=" + TOKEN).with(header, value);

        run(exchange, (request, response) -> {});

        assertRefused(exchange, "request-from-elsewhere");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin, localhost:8080",
        "Origin, http://localhost:8080, localhost:8080",
        "Origin, http://127.0.0.1:8080, 127.0.0.1:8080"
    })
    void ourOwnPagesAreNoOtherSite(String header, String value, String host) throws Exception {
        Exchange exchange = form("csrf=" + TOKEN).with(header, value).with("Host", host);

        run(exchange, (request, response) -> response.setStatus(204));

        assertThat(exchange.status).isEqualTo(204);
    }

    @Test
    void anotherSiteCannotSignAnybodyInHere() throws Exception {
        Exchange exchange = Exchange.of("POST", "/anmelden").with("Origin", "https://example.org");

        run(exchange, (request, response) -> {});

        assertRefused(exchange, "request-from-elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic eDp5", "Negotiate abc", "Bearer"})
    void whatABrowserSendsOnItsOwnIsNoSubstituteForTheToken(String authorization) throws Exception {
        Exchange exchange = form("a=b").with("Authorization", authorization);

        run(exchange, (request, response) -> response.setStatus(204));

        assertThat(reached).isNull();
        assertThat(exchange.status).isEqualTo(403);
    }

    @Test
    void ofTwoSessionsNoneCounts() throws Exception {
        Exchange exchange = Exchange.get("/admin/a")
                .with("Cookie", "kreiswerk-session=alive; kreiswerk-session=planted")
                .with("Accept", "application/json");

        run(exchange, (request, response) -> {});

        assertThat(exchange.status).isEqualTo(401);
        assertThat(sessionsAsked).isEmpty();
    }

    @Test
    void aBearerTokenNeedsNoTokenOfAForm() throws Exception {
        Exchange exchange = Exchange.of("POST", "/admin/a")
                .with("Authorization", "Bearer operator")
                .with("Cookie", COOKIE)
                .with("Origin", "https://tool.example.org");

        run(exchange, (request, response) -> response.setStatus(204));

        assertThat(exchange.status).isEqualTo(204);
        assertThat(sessionsAsked).isEmpty();
    }

    @Test
    void overTlsTheCookieIsForThisHostAndTlsOnly() throws Exception {
        chain = chain("https://politik.example.de");
        Exchange exchange = Exchange.get("/admin/a");
        new SessionCookies(() -> Optional.of("https://politik.example.de")).set(added(exchange), "id");

        assertThat(exchange.header("Set-Cookie"))
                .isEqualTo("__Host-kreiswerk-session=id; Path=/; HttpOnly; SameSite=Lax; Secure");

        Exchange plain = Exchange.get("/admin/a").with("Cookie", COOKIE).with("Accept", "application/json");
        run(plain, (request, response) -> {});
        assertThat(plain.status).as("a cookie that came without TLS").isEqualTo(401);
        Exchange safe = Exchange.get("/admin/a").with("Cookie", "x=y; __Host-" + COOKIE);
        run(safe, (request, response) -> response.setStatus(204));
        assertThat(safe.status).isEqualTo(204);
    }

    @Test
    void whoIsNotAllowedIsRecordedWithTheReason() throws Exception {
        whiteboard.servletFor("platform.other", "/other/*");

        run(
                signedIn(Exchange.get("/other/Meier/geheim")).with("Accept", "application/json"),
                (request, response) -> {});

        assertThat(recorded).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.DENIED);
            assertThat(event.caller().subject()).isEqualTo("anna");
            assertThat(event.details())
                    .containsEntry("reason", "permission-missing")
                    .containsEntry("method", "GET");
        });
    }

    /** A service refuses for reasons of its own: those are what the trail is to tell. */
    @Test
    void whatAServiceRefusesIsRecordedWithItsReason() throws Exception {
        run(signedIn(Exchange.get("/admin/Meier")).with("Accept", "application/json"), (request, response) -> {
            throw new ProblemException(
                    Problem.Kind.FORBIDDEN,
                    "more-rights-than-yours",
                    new Text("Zu viel", "Too much"),
                    new Text("Mehr Rechte als Ihre.", "More rights than yours."));
        });

        assertThat(recorded)
                .singleElement()
                .satisfies(event -> assertThat(event.details()).containsEntry("reason", "more-rights-than-yours"));
    }

    private static HttpServletResponse added(Exchange exchange) {
        return Exchange.proxy(HttpServletResponse.class, (method, arguments) -> {
            assertThat(method).isEqualTo("addHeader");
            return exchange.headers.put((String) arguments[0], (String) arguments[1]);
        });
    }

    private RequestChain chain(String base) throws Exception {
        RequestChain made = new RequestChain(
                new Endpoints(whiteboard.context()),
                new JsonProblemDetails(),
                new PublicBytes(Settings.of(PublicBytes.Config.class, Map.of())),
                new SessionCookies(() -> Optional.of(base)),
                denials,
                new RequestMetrics(),
                Gate.at(Optional::empty, Settings.of(Gate.Config.class, Map.of())),
                Settings.of(RequestChain.Config.class, Map.of()));
        made.setAuthenticator(new Authenticator() {
            @Override
            public Optional<Caller> bearer(String token, String requestId) {
                return Optional.of(caller(requestId, "operator"));
            }

            @Override
            public Optional<Caller> session(String id, String requestId) {
                sessionsAsked.add(id);
                return id.equals("alive") ? Optional.of(caller(requestId, "anna")) : Optional.empty();
            }
        });
        made.setPages(null);
        return made;
    }

    private static Caller caller(String requestId, String subject) {
        Grant grant = new Grant("platform.admin", "umwelt");
        return new Caller(subject, "Name", Set.of(grant), "password", Instant.EPOCH, requestId);
    }

    private static Exchange signedIn(Exchange exchange) {
        return exchange.with("Cookie", COOKIE);
    }

    private static Exchange form(String body) {
        return form("/admin/a", body);
    }

    private static Exchange form(String address, String body) {
        return signedIn(Exchange.of("POST", address))
                .with("Content-Type", "application/x-www-form-urlencoded")
                .sending(body.getBytes(StandardCharsets.UTF_8));
    }

    private void run(Exchange exchange, Component component) throws Exception {
        reached = null;
        chain.doFilter(exchange.request(), exchange.response(), (request, response) -> {
            reached = (HttpServletRequest) request;
            try {
                component.serve((HttpServletRequest) request, (HttpServletResponse) response);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void assertRefused(Exchange exchange, String code) {
        assertThat(reached).as("the component was reached").isNull();
        assertThat(exchange.status).isEqualTo(403);
        assertThat(exchange.text()).contains("\"code\":\"" + code + "\"");
    }
}
