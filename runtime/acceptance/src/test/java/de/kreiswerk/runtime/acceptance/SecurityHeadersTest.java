package de.kreiswerk.runtime.acceptance;

import static de.kreiswerk.runtime.acceptance.fixture.PapersClient.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headers that protect the reader are on every kind of answer. */
class SecurityHeadersTest {

    private static final String SECURITY_TXT = "/.well-known/security.txt";
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/[^\"]+\\.(?:css|svg|js|ico))\"");

    @OnEachDatabase
    void everyKindOfAnswerIsProtected(Platform platform) {
        answers(platform).forEach((what, reply) -> {
            assertThat(reply.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
            assertThat(reply.header("X-Frame-Options")).as(what).isEqualTo("DENY");
            assertThat(reply.header("Content-Security-Policy"))
                    .as(what)
                    .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(reply.header("Referrer-Policy")).as(what).isNotBlank();
            assertThat(reply.header("Permissions-Policy")).as(what).isNotBlank();
            assertThat(reply.header("Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
            assertThat(reply.header("X-Request-Id")).as(what).isNotBlank();
            assertThat(reply.header("Server")).as(what).isEmpty();
            assertThat(reply.header("X-Powered-By")).as(what).isEmpty();
            assertThat(reply.header("Set-Cookie")).as(what).isEmpty();
        });
    }

    @OnEachDatabase
    void answersOfTheInsideAreKeptInNoCache(Platform platform) {
        assertThat(platform.operator().get(BASE + "/papers").is(200).header("Cache-Control"))
                .contains("no-store");
        assertThat(platform.stranger().get(BASE + "/papers").is(401).header("Cache-Control"))
                .contains("no-store");
    }

    /** RFC 9116: said in a sentence. {@link TlsTest} states a contact. */
    @OnOneDatabase
    void whoFindsAHoleLearnsThatNobodyIsStatedYet(Platform platform) {
        assertThat(platform.stranger().get(SECURITY_TXT).is(404).text())
                .contains("Kein Sicherheitskontakt", "Wenden Sie sich an");
    }

    /** Scripts of all sites may read OParl, and nothing else. */
    @OnOneDatabase
    void onlyOparlIsForScriptsOfOtherSites(Platform platform) {
        Client stranger = platform.stranger();
        assertThat(stranger.get("/oparl/v1").is(200).header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
        for (String path :
                List.of("/", "/vorlagen", "/vorlagen.atom", "/anmelden", "/health/ready", "/audit/log/key")) {
            assertThat(stranger.get(path).header("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEmpty();
        }
        assertThat(platform.operator().get(BASE + "/papers").is(200).header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @OnEachDatabase
    void requestIdsAreNeverTheSameAndNeverTheCallersOwn(Platform platform) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            ids.add(platform.stranger()
                    .get("/health/live", "X-Request-Id", "mein-eigenes")
                    .header("X-Request-Id"));
        }

        assertThat(ids).hasSize(20).doesNotContain("mein-eigenes");
    }

    private static Map<String, Reply> answers(Platform platform) {
        Client stranger = platform.stranger();
        Reply imported = platform.papers()
                .importAndPublish(Vorlage.numbered(platform.freshReference())
                        .attaching("Plan", "öffentlich")
                        .text());
        String id = imported.field("id");
        String page = URI.create(imported.field("url")).getPath();
        String file = page + "/anlagen/1";
        platform.papers().attach(id, 1, "plan.txt", "text/plain", "Plan".getBytes(StandardCharsets.UTF_8));
        Map<String, Reply> answers = new LinkedHashMap<>();
        answers.put("start page", stranger.get("/").is(200));
        answers.put("list", stranger.get("/vorlagen").is(200));
        answers.put("page", stranger.get(page).is(200));
        answers.put("head", stranger.send("HEAD", page, BodyPublishers.noBody()).is(200));
        answers.put("options", stranger.send("OPTIONS", page, BodyPublishers.noBody()));
        answers.put("redirect", stranger.get(page + "/").is(301));
        answers.put("file", stranger.get(file).is(200));
        answers.put("part", stranger.get(file, "Range", "bytes=0-1").is(206));
        answers.put("no such part", stranger.get(file, "Range", "bytes=99-").is(416));
        answers.put(
                "unchanged",
                stranger.get(file, "If-None-Match", stranger.get(file).header("ETag"))
                        .is(304));
        answers.put("unknown page", stranger.get("/weg").is(404));
        answers.put("unknown paper", stranger.get("/vorlagen/weg").is(404));
        answers.put(
                "wrong method",
                stranger.send("DELETE", page, BodyPublishers.noBody()).is(405));
        answers.put("health", stranger.get("/health/ready").is(200));
        answers.put("created", imported.is(201));
        answers.put("json", platform.papers().get(id).is(200));
        answers.put("not signed in", stranger.get(BASE + "/papers").is(401));
        answers.put("unknown resource", platform.papers().get("weg").is(404));
        answers.put("refused text", platform.papers().importText("nichts").is(422));
        Matcher assets = ASSET.matcher(answers.get("start page").text());
        while (assets.find()) {
            answers.put(assets.group(1), stranger.get(assets.group(1)).is(200));
        }
        assertThat(answers.keySet()).anyMatch(what -> what.endsWith(".css"));
        platform.papers().withdraw(id).is(200);
        answers.put("gone", stranger.get(page).is(410));
        return answers;
    }
}
