package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The first administrator signs in, must set a second factor up, and is asked for it from then on. */
@Execution(ExecutionMode.CONCURRENT)
class SecondFactorTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GOOD = "vier Wörter reichen aus";
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("secret=([A-Z2-7]{32})");
    private static final Pattern STEP = Pattern.compile("name=\"schritt\" value=\"([^\"]+)\"");
    private static final Pattern RECOVERY = Pattern.compile("<code class=\"kw-id\">([a-z2-9-]{19})</code>");

    @OnOneDatabase
    void anAdministratorSetsItUpFirstAndIsAskedForItFromThenOn(Starter starter) throws IOException {
        Platform platform = starter.start("--no-demo");
        Client browser = platform.stranger();
        String first =
                Files.readString(platform.data().resolve("admin.password")).strip();
        String cookie = cookie(signIn(browser, first));
        String csrf = first(CSRF, page(browser, cookie));
        Reply chosen = browser.post(
                "/konto/kennwort",
                FORM,
                form("csrf", csrf, "bisher", first, "neu", GOOD, "wiederholt", GOOD),
                "Cookie",
                cookie);
        cookie = cookie(chosen);
        assertThat(chosen.header("Location")).isEqualTo("/konto#zweiter-faktor");
        browser.get("/admin", "Cookie", cookie).is(403);
        csrf = first(CSRF, page(browser, cookie));

        factor(browser, cookie, form("csrf", csrf, "was", "einrichten")).is(303);
        byte[] key = key(first(KEY, page(browser, cookie)));
        assertThat(factor(browser, cookie, form("csrf", csrf, "was", "bestaetigen", "code", "abc"))
                        .is(422)
                        .text())
                .contains("id=\"code-fehler\"");
        String used = code(key, 0);
        Reply codes = factor(browser, cookie, form("csrf", csrf, "was", "bestaetigen", "code", used))
                .is(200);
        String recovery = first(RECOVERY, codes.text());
        browser.get("/admin", "Cookie", cookie).is(200);

        Reply asked = signIn(browser, GOOD);
        assertThat(asked.is(200).header("Set-Cookie")).isEmpty();
        String step = first(STEP, asked.text());
        assertThat(withCode(browser, step, used).is(422).text()).contains("id=\"code-fehler\"");
        Reply whole = withCode(browser, step, code(key, 1)).is(303);
        browser.get("/admin", "Cookie", cookie(whole)).is(200);
        withCode(browser, step, recovery).is(410);
        withCode(browser, first(STEP, signIn(browser, GOOD).text()), recovery).is(303);
    }

    @OnOneDatabase
    void switchedOffTheConsoleSaysSo(Starter starter) throws IOException {
        Platform platform = starter.start(Settings.of("--no-demo")
                .with(Map.of(
                        "KREISWERK_SETTINGS",
                        "de.kreiswerk.identity.service.SecondFactorRule/mandatoryForAdministrators=false",
                        "KREISWERK_ADMIN_PASSWORD",
                        GOOD)));

        String cookie = cookie(signIn(platform.stranger(), GOOD));
        assertThat(platform.stranger().get("/admin", "Cookie", cookie).is(200).text())
                .contains("ohne zweiten Faktor an: in den Einstellungen abgeschaltet");
        platform.stranger().get("/health/ready").is(200);
    }

    private static Reply signIn(Client browser, String password) {
        return browser.post("/anmelden", FORM, form("name", "admin", "kennwort", password));
    }

    private static Reply withCode(Client browser, String step, String code) {
        return browser.post("/anmelden/code", FORM, form("schritt", step, "code", code));
    }

    private static Reply factor(Client browser, String cookie, String form) {
        return browser.post("/konto/zweiter-faktor", FORM, form, "Cookie", cookie);
    }

    private static String page(Client browser, String cookie) {
        return browser.get("/konto", "Cookie", cookie).is(200).text();
    }

    private static String cookie(Reply reply) {
        return reply.is(303).header("Set-Cookie").replaceFirst(";.*", "");
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    private static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private static byte[] key(String base32) {
        BigInteger bits = BigInteger.ONE;
        for (char each : base32.toCharArray()) {
            bits = bits.shiftLeft(5).add(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(each)));
        }
        byte[] all = bits.toByteArray();
        return java.util.Arrays.copyOfRange(all, all.length - 20, all.length);
    }

    /** What an app shows (RFC 6238), now or some steps later. */
    private static String code(byte[] key, int stepsLater) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            long step = Instant.now().getEpochSecond() / 30 + stepsLater;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & 0x7fffffff;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
