package de.kreiswerk.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import de.kreiswerk.runtime.testing.MovingClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a provider sends is believed when it can only be the provider's, and for this sign-in. */
class ProviderTest {

    private StubProvider stub;

    @BeforeEach
    void start() throws Exception {
        stub = new StubProvider();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void peopleAreLedThereWithAChallengeAndComeBackKnown() throws Exception {
        Provider provider = stub.provider();

        URI address = URI.create(provider.authorization(StubProvider.flow(), StubProvider.REDIRECT));
        assertThat(address.toString()).startsWith(stub.issuer + "/auth?realm=1&");
        Map<String, String> query = Arrays.stream(address.getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", StubProvider.CLIENT)
                .containsEntry("state", "s".repeat(43))
                .containsEntry("nonce", StubProvider.NONCE)
                .containsEntry("redirect_uri", StubProvider.REDIRECT)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("code_challenge", Randoms.hash("v".repeat(43)))
                .doesNotContainKey("code_verifier");

        Claims claims = provider.redeem("the&code", StubProvider.flow(), StubProvider.REDIRECT);
        assertThat(claims.subject()).isEqualTo("f3c1");
        assertThat(claims.values("groups")).containsExactly("fd61", "alle");
        assertThat(stub.forms.remove())
                .contains("grant_type=authorization_code", "code=the%26code", "code_verifier=" + "v".repeat(43))
                .doesNotContain("geheim");
        assertThat(new String(
                        Base64.getDecoder().decode(stub.credentials.remove().substring("Basic ".length())),
                        StandardCharsets.UTF_8))
                .isEqualTo("kreiswerk:geheim%3F%26");
    }

    @Test
    void aPublicClientSendsNoSecretAndOneThatWantsItInTheFormGetsItThere() throws Exception {
        stub.provider("").redeem("c", StubProvider.flow(), StubProvider.REDIRECT);
        assertThat(stub.forms.remove()).contains("client_id=kreiswerk").doesNotContain("client_secret");
        assertThat(stub.credentials.remove()).isEqualTo("null");

        stub.pages.put(
                "/amt/.well-known/openid-configuration",
                StubProvider.json(
                        200,
                        StubProvider.description(stub.issuer)
                                .replaceFirst(
                                        "\\{",
                                        "{\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"],")));
        stub.provider("geheim").redeem("c", StubProvider.flow(), StubProvider.REDIRECT);
        assertThat(stub.forms.remove()).contains("client_secret=geheim");
        assertThat(stub.credentials.remove()).isEqualTo("null");
    }

    @Test
    void descriptionAndKeysAreNotAskedForEachTime() throws Exception {
        Provider provider = stub.provider();
        for (int i = 0; i < 5; i++) {
            provider.authorization(StubProvider.flow(), StubProvider.REDIRECT);
            provider.redeem("c", StubProvider.flow(), StubProvider.REDIRECT);
        }
        assertThat(stub.asked.stream().filter(path -> !path.endsWith("/token")))
                .containsExactly("/amt/.well-known/openid-configuration", "/amt/keys");
    }

    @Test
    void oneThatDoesNotAnswerIsAskedAgainSoonerThanOneThatDoes() {
        StubProvider.Page page = stub.pages.remove("/amt/.well-known/openid-configuration");
        Provider provider = stub.provider();
        Runnable turn = ProviderChecks.turn(provider);
        turn.run();
        turn.run();
        assertThat(provider.available()).isFalse();
        assertThat(stub.asked).hasSize(2);

        stub.pages.put("/amt/.well-known/openid-configuration", page);
        turn.run();
        assertThat(provider.available()).isTrue();
        assertThat(stub.asked).hasSize(4);
        turn.run();
        turn.run();
        turn.run();
        assertThat(stub.asked).hasSize(4);
        turn.run();
        assertThat(stub.asked).hasSize(6);
    }

    @Test
    void aNewKeyIsFoundButMadeUpOnesAreNotAskedForAgainAndAgain() throws Exception {
        MovingClock clock = new MovingClock(Instant.now());
        Provider provider = stub.provider(clock);
        provider.redeem("c", StubProvider.flow(), StubProvider.REDIRECT);
        clock.pass(Duration.ofSeconds(40));
        stub.changeKey();
        stub.tokenIs(stub.token(stub.claims().build()));
        provider.redeem("c", StubProvider.flow(), StubProvider.REDIRECT);
        for (int i = 0; i < 20; i++) {
            isRefused(
                    provider,
                    StubProvider.token(stub.claims().build(), StubProvider.strangeKey("x" + i)),
                    Failure.TOKEN_SIGNATURE);
        }
        assertThat(stub.asked.stream().filter(path -> path.endsWith("/keys"))).hasSize(2);
    }

    @Test
    void tokensThatAreNotThisSignInsAreRefused() throws Exception {
        Provider provider = stub.provider();
        Instant now = Instant.now();

        isRefused(provider, with("exp", Date.from(now.minusSeconds(120))), Failure.TOKEN_EXPIRED);
        isRefused(provider, with("iat", Date.from(now.minusSeconds(3_600))), Failure.TOKEN_EXPIRED);
        isRefused(provider, with("iat", Date.from(now.plusSeconds(300))), Failure.TOKEN_EXPIRED);
        isRefused(provider, with("nbf", Date.from(now.plusSeconds(300))), Failure.TOKEN_EXPIRED);
        isRefused(provider, with("exp", null), Failure.TOKEN_MALFORMED);
        isRefused(provider, with("iss", "https://evil.example"), Failure.TOKEN_ISSUER);
        isRefused(provider, with("iss", stub.issuer + "/"), Failure.TOKEN_ISSUER);
        isRefused(provider, with("aud", "another"), Failure.TOKEN_AUDIENCE);
        isRefused(provider, with("aud", List.of(StubProvider.CLIENT, "another")), Failure.TOKEN_AUDIENCE);
        isRefused(provider, with("azp", "another"), Failure.TOKEN_AUDIENCE);
        isRefused(provider, with("nonce", "m".repeat(43)), Failure.TOKEN_NONCE);
        isRefused(provider, with("nonce", null), Failure.TOKEN_NONCE);
        isRefused(provider, with("nonce", 7), Failure.TOKEN_NONCE);
        isRefused(provider, with("sub", null), Failure.TOKEN_MALFORMED);
        isRefused(provider, with("sub", "x".repeat(256)), Failure.TOKEN_MALFORMED);
    }

    @Test
    void forgedTokensAreRefused() throws Exception {
        Provider provider = stub.provider();
        JWTClaimsSet claims = stub.claims().build();
        String right = stub.token(claims);
        String[] parts = right.split("\\.");

        isRefused(provider, new PlainJWT(claims).serialize(), Failure.TOKEN_UNSIGNED);
        isRefused(
                provider, new PlainJWT(claims).serialize() + parts[2], Failure.TOKEN_MALFORMED, Failure.TOKEN_UNSIGNED);
        // The public key as a shared secret.
        SignedJWT shared = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims);
        shared.sign(new MACSigner(stub.publicKey().toRSAPublicKey().getEncoded()));
        isRefused(provider, shared.serialize(), Failure.TOKEN_ALGORITHM);
        // Another key under the same name, one that the token brings itself, a changed claim, no signature.
        isRefused(provider, StubProvider.token(claims, StubProvider.strangeKey("first")), Failure.TOKEN_SIGNATURE);
        String changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        stub.claims().subject("other").build().toString().getBytes(StandardCharsets.UTF_8));
        isRefused(provider, parts[0] + "." + changed + "." + parts[2], Failure.TOKEN_SIGNATURE);
        isRefused(provider, parts[0] + "." + parts[1] + ".", Failure.TOKEN_MALFORMED, Failure.TOKEN_SIGNATURE);
        isRefused(provider, "garbage", Failure.TOKEN_MALFORMED);
        isRefused(provider, "a".repeat(70_000), Failure.TOKEN_MALFORMED);
    }

    @Test
    void aCodeThatWasUsedIsNoFaultOfTheProvider() {
        Provider provider = stub.provider();
        stub.pages.put("/amt/token", StubProvider.json(400, "{\"error\":\"invalid_grant\"}"));

        assertThat(failure(provider)).isEqualTo(Failure.CODE_REFUSED);
        assertThat(provider.available()).isTrue();
    }

    @Test
    void aProviderThatAnswersNonsenseIsAway() {
        for (StubProvider.Page nonsense : List.of(
                StubProvider.json(500, "{}"),
                StubProvider.json(200, "<html>"),
                StubProvider.json(200, "{\"id_token\":\"" + "x".repeat(Fetcher.LARGEST) + "\"}"),
                StubProvider.json(401, "{\"error\":\"invalid_client\"}"),
                StubProvider.json(200, "[".repeat(100_000)))) {
            Provider provider = stub.provider();
            stub.pages.put("/amt/token", nonsense);
            assertThat(failure(provider)).isEqualTo(Failure.PROVIDER_AWAY);
            assertThat(provider.available()).isFalse();
            assertThat(provider.state().lastError().german()).isNotBlank().hasSizeLessThan(400);
        }
    }

    @Test
    void aWrongSecretIsNamedAsSuch() {
        Provider provider = stub.provider("wrong");
        stub.pages.put("/amt/token", exchange -> {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"amt\"");
            StubProvider.json(401, "{\"error\":\"invalid_client\"}").answer(exchange);
        });

        assertThat(failure(provider)).isEqualTo(Failure.PROVIDER_AWAY);
        assertThat(provider.state().lastError().english())
                .contains("client id and secret")
                .doesNotContain("wrong");
    }

    @Test
    void aProviderThatHangsIsGivenUp() {
        stub.pages.put("/amt/token", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            // A byte now and then: each read by itself is in time.
            try {
                for (int i = 0; i < 10_000; i++) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    LockSupport.parkNanos(20_000_000);
                }
            } finally {
                exchange.close();
            }
        });
        Provider provider = stub.provider(Map.of(), new Fetcher(Duration.ofMillis(800)));
        long began = System.nanoTime();

        assertThat(failure(provider)).isEqualTo(Failure.PROVIDER_AWAY);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aProviderThatDripsHeadersIsGivenUpInTime() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread dripping = new Thread(() -> drip(socket));
            dripping.start();
            long began = System.nanoTime();

            assertThatThrownBy(() -> new Fetcher(Duration.ofMillis(600))
                            .get("http://localhost:" + socket.getLocalPort() + "/keys"))
                    .isInstanceOf(IOException.class)
                    // The latter when the machine is so busy that for a while nothing drips.
                    .hasMessageMatching(".*(too long|timed out).*");

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
            // The connection is closed: whoever drips notices, and the thread that asked is gone.
            dripping.join(20_000);
            assertThat(dripping.isAlive()).isFalse();
        }
    }

    private static void drip(ServerSocket socket) {
        try (Socket connection = socket.accept()) {
            connection.getOutputStream().write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                connection.getOutputStream().write('x');
                LockSupport.parkNanos(20_000_000);
            }
        } catch (IOException e) {
            // Given up.
        }
    }

    @Test
    void whileItsKeysAreAwayWhoHasThemSignsInAndTheStateSaysIt() throws Exception {
        MovingClock clock = new MovingClock(Instant.now());
        Provider provider = stub.provider(clock);
        provider.redeem("c", StubProvider.flow(), StubProvider.REDIRECT);
        stub.pages.put("/amt/keys", StubProvider.json(503, ""));
        clock.pass(Duration.ofSeconds(60));
        provider.check();
        clock.pass(Duration.ofSeconds(1));

        provider.mustAnswer();
        provider.redeem("c", StubProvider.flow(), StubProvider.REDIRECT);
        assertThat(provider.available()).isFalse();
        assertThat(provider.state().lastError().english()).contains("503");

        stub.changeKey();
        stub.tokenIs(stub.token(stub.claims().build()));
        clock.pass(Duration.ofSeconds(60));
        provider.redeem("c", StubProvider.flow(), StubProvider.REDIRECT);
        assertThat(provider.available()).isTrue();
    }

    @Test
    void aPublicProviderDoesNotMakeUsAskThisMachine() {
        String description = StubProvider.description("https://sso.example");
        for (String here : List.of("http://127.0.0.1/keys", "http://localhost:8080/keys", "https://127.0.0.1:1/keys")) {
            assertThatThrownBy(() -> Metadata.parse(
                            description.replace("https://sso.example/keys", here), "https://sso.example"))
                    .as(here)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("jwks_uri");
        }
    }

    @Test
    void whoSaysToBeSomebodyElseOrLeadsElsewhereIsNotUsed() {
        for (String description : List.of(
                StubProvider.description("https://other.example"),
                StubProvider.description(stub.issuer)
                        .replace("/keys\"", "/keys\",\"token_endpoint\":\"http://evil.example/t\"")
                        .replaceFirst("\"token_endpoint\":\"[^\"]*/token\",", ""),
                "{}",
                "null",
                "nonsense")) {
            stub.pages.put("/amt/.well-known/openid-configuration", StubProvider.json(200, description));
            Provider provider = stub.provider();
            provider.check();
            assertThat(provider.available()).as(description).isFalse();
            assertThatThrownBy(provider::mustAnswer)
                    .isInstanceOfSatisfying(
                            SignInFailed.class,
                            failed -> assertThat(failed.failure()).isEqualTo(Failure.PROVIDER_AWAY));
        }
    }

    @Test
    void redirectsAreNotFollowed() {
        stub.pages.put("/amt/.well-known/openid-configuration", exchange -> {
            exchange.getResponseHeaders().set("Location", stub.issuer + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        stub.pages.put("/amt/elsewhere", StubProvider.json(200, StubProvider.description(stub.issuer)));
        Provider provider = stub.provider();
        provider.check();

        assertThat(provider.available()).isFalse();
    }

    @Test
    void itComesBackByItself() throws Exception {
        Provider provider = stub.provider();
        StubProvider.Page right = stub.pages.put("/amt/keys", StubProvider.json(503, ""));
        provider.check();
        assertThat(provider.available()).isFalse();
        assertThat(provider.state().lastError().english()).contains("503");

        stub.pages.put("/amt/keys", right);
        provider.check();
        assertThat(provider.available()).isTrue();
        assertThat(provider.state().lastError().english()).as("is still shown").contains("503");
    }

    @Test
    void whatIsSetUpWronglyAsksNobody() {
        Provider provider = stub.provider(Map.of("clientId", ""), new Fetcher(Fetcher.PATIENCE));
        provider.check();

        assertThat(provider.available()).isFalse();
        assertThatThrownBy(provider::mustAnswer).isInstanceOf(SignInFailed.class);
        assertThat(stub.asked).isEmpty();
    }

    @Test
    void anAnswerThatNamesAnotherIssuerIsNone() throws Exception {
        Provider provider = stub.provider();
        assertThat(provider.isAnswerOf(null)).isTrue();
        assertThat(provider.isAnswerOf(stub.issuer)).isTrue();
        assertThat(provider.isAnswerOf("https://evil.example")).isFalse();

        stub.pages.put(
                "/amt/.well-known/openid-configuration",
                StubProvider.json(
                        200,
                        StubProvider.description(stub.issuer)
                                .replaceFirst("\\{", "{\"authorization_response_iss_parameter_supported\":true,")));
        assertThat(stub.provider().isAnswerOf(null)).isFalse();
    }

    @Test
    void groupsAreFoundBelowDots() {
        Claims claims =
                new Claims("x", Map.of("realm_access", Map.of("roles", List.of("a", 7, "b")), "kreis.gruppe", "c"));
        assertThat(claims.values("realm_access.roles")).containsExactly("a", "b");
        assertThat(claims.values("kreis.gruppe")).containsExactly("c");
        assertThat(claims.values("nichts.da")).isEmpty();
    }

    private String with(String claim, Object value) {
        return stub.token(stub.claims().claim(claim, value).build());
    }

    private void isRefused(Provider provider, String token, Failure... reasons) {
        stub.tokenIs(token);
        assertThat(failure(provider)).isIn((Object[]) reasons);
    }

    private static Failure failure(Provider provider) {
        try {
            provider.redeem("c", StubProvider.flow(), StubProvider.REDIRECT);
            return null;
        } catch (SignInFailed e) {
            return e.failure();
        }
    }

    @Test
    void whyItDoesNotWorkIsSaidInASentence() {
        Provider nobody = stub.provider(Map.of("issuer", "http://127.0.0.1:1/amt"), new Fetcher(Fetcher.PATIENCE));
        nobody.check();
        assertThat(nobody.state().lastError().german()).startsWith("Unter seiner Adresse antwortet niemand");

        Provider other = stub.provider(Map.of("issuer", stub.issuer + "/"), new Fetcher(Fetcher.PATIENCE));
        other.check();
        assertThat(other.state().lastError().german())
                .contains("Er nennt sich „" + stub.issuer + "“", "genau so heißen");

        stub.pages.put("/amt/.well-known/openid-configuration", StubProvider.json(404, ""));
        Provider elsewhere = stub.provider();
        elsewhere.check();
        assertThat(elsewhere.state().lastError().german()).contains("/.well-known/openid-configuration", "404");
    }
}
