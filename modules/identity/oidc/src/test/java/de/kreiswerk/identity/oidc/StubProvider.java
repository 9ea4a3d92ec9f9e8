package de.kreiswerk.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider that answers whatever a test wants, on this machine. */
final class StubProvider implements AutoCloseable {

    static final String CLIENT = "kreiswerk";
    static final String NONCE = "n".repeat(43);
    static final String REDIRECT = "https://politik.example/anmelden/dienst/amt/zurueck";

    final Map<String, Page> pages = new ConcurrentHashMap<>();
    final Queue<String> asked = new ConcurrentLinkedQueue<>();
    final Queue<String> forms = new ConcurrentLinkedQueue<>();
    final Queue<String> credentials = new ConcurrentLinkedQueue<>();
    final String issuer;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private RSAKey key = key("first", Own.FIRST);

    /** A key takes seconds to make: these are the keys of all providers in these tests, whatever they call them. */
    private static final class Own {

        static final RSAKey FIRST = generated();
        static final RSAKey SECOND = generated();

        private static RSAKey generated() {
            try {
                return new RSAKeyGenerator(2048).generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** No provider has published this one. */
    private static final class Strange {

        static final RSAKey KEY = Own.generated();
    }

    /** Answers a question. */
    interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    StubProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + server.getAddress().getPort() + "/amt";
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        pages.put("/amt/.well-known/openid-configuration", json(200, description(issuer)));
        publishKeys();
        tokenIs(token(claims().build()));
    }

    Provider provider() {
        return provider("geheim?&");
    }

    Provider provider(String secret) {
        return provider(Map.of("clientSecret", secret), new Fetcher(Fetcher.PATIENCE));
    }

    Provider provider(Clock clock) {
        return provider(Map.of(), new Fetcher(Fetcher.PATIENCE), clock);
    }

    Provider provider(Map<String, ?> others, Fetcher fetcher) {
        return provider(others, fetcher, Clock.systemUTC());
    }

    private Provider provider(Map<String, ?> others, Fetcher fetcher, Clock clock) {
        Map<String, Object> given = new java.util.HashMap<>(
                Map.of("label", "Dienstkonto", "issuer", issuer, "clientId", CLIENT, "mapping", ""));
        given.putAll(others);
        return new Provider(ProviderSettings.of(ProviderSettingsTest.config(given), "amt"), fetcher, clock);
    }

    static Flow flow() {
        return new Flow("s".repeat(43), "b".repeat(43), "amt", NONCE, "v".repeat(43), "/admin");
    }

    JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(CLIENT)
                .subject("f3c1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", NONCE)
                .claim("groups", List.of("fd61", "alle"));
    }

    String token(JWTClaimsSet claims) {
        return token(claims, key);
    }

    static String token(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key that is not the provider's, whatever it is called. */
    static RSAKey strangeKey(String id) {
        return key(id, Strange.KEY);
    }

    private static RSAKey key(String id, RSAKey key) {
        return new RSAKey.Builder(key).keyID(id).build();
    }

    /** Signs with another key from now on, and says so. */
    void changeKey() {
        key = key("second", Own.SECOND);
        publishKeys();
    }

    RSAKey publicKey() {
        return key.toPublicJWK();
    }

    private void publishKeys() {
        pages.put("/amt/keys", json(200, new JWKSet(key.toPublicJWK()).toString()));
    }

    void tokenIs(String idToken) {
        pages.put(
                "/amt/token",
                json(200, "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\"}"));
    }

    static String description(String issuer) {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/auth?realm=1","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys"}
                """.formatted(issuer);
    }

    static Page json(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        if (exchange.getRequestMethod().equals("POST")) {
            forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        }
        pages.getOrDefault(path, json(404, "{}")).answer(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
