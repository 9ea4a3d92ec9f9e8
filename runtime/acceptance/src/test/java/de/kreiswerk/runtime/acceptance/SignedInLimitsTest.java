package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.RawHttp;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who is signed in has the same limits as everybody: each is refused in time and in words, and nothing was changed. */
class SignedInLimitsTest {

    private static final String NEW_ACCOUNT = "/admin/konten/neu";
    private static final String SETTINGS = "/admin/einstellungen/de.kreiswerk.core.web.county";
    private static final String DEPARTMENTS = "/api/identity/v1/departments";
    private static final String JSON = "application/json";
    private static final String MULTIPART = "multipart/form-data; boundary=grenze";
    private static final int MEBIBYTE = 1024 * 1024;

    @OnEachDatabase
    void headersHaveALimit(Platform platform) {
        Person person = platform.people().administrator();
        String end = "\r\nConnection: close\r\n\r\n";
        for (String header : List.of(
                "Cookie: " + person.cookie() + "\r\nX-Long: " + "x".repeat(40_000),
                "Cookie: " + person.cookie() + "; viel=" + "x".repeat(40_000))) {
            for (String path : List.of("/konto", "/admin/konten", DEPARTMENTS)) {
                RawHttp.Answer answer =
                        RawHttp.exchange(platform, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + end);
                assertThat(answer.status()).as(path).isEqualTo(431);
            }
        }
        person.get("/admin/konten?suche=" + "x".repeat(13_000)).is(414);
    }

    @OnEachDatabase
    void bodiesHaveALimit(Platform platform) {
        Person person = platform.people().administrator();
        for (String path : List.of(NEW_ACCOUNT, SETTINGS, "/konto/kennwort", "/konto/sitzungen", DEPARTMENTS)) {
            RawHttp.Answer declared = RawHttp.exchange(
                    platform,
                    "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + person.cookie()
                            + "\r\nX-CSRF-Token: " + person.token() + "\r\nContent-Type: " + Person.FORM
                            + "\r\nExpect: 100-continue\r\nContent-Length: " + 101L * MEBIBYTE + "\r\n\r\n");
            assertThat(declared.status()).as(path).isEqualTo(413);
        }
        String large = Person.form("anmeldename", "x".repeat(300_000), "csrf", person.token());
        for (String path : List.of(NEW_ACCOUNT, SETTINGS, "/konto/kennwort", "/konto/sitzungen")) {
            assertThat(person.send("POST", path, Person.FORM, large).status())
                    .as(path)
                    .isEqualTo(413);
            assertThat(streamed(platform, person, path, Person.FORM, large).status())
                    .as(path)
                    .isEqualTo(413);
        }
    }

    @OnEachDatabase
    void formsAndAddressesHaveAThousandFields(Platform platform) {
        Person person = platform.people().administrator();
        String many = IntStream.range(0, 3_000).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
        String query = "&a".repeat(1_001);
        for (String path : List.of(NEW_ACCOUNT, SETTINGS, "/konto/kennwort", "/konto/sitzungen", "/anmelden")) {
            for (String[] token : List.of(new String[0], new String[] {"X-CSRF-Token", person.token()})) {
                Reply reply = person.send("POST", path, Person.FORM, many, token);
                assertThat(reply.status()).as(path).isEqualTo(400);
                assertThat(reply.text()).as(path).contains("mehr als 1000 Felder");
            }
        }
        for (String path : List.of("/admin/konten", "/admin/protokoll", DEPARTMENTS, "/konto")) {
            person.get(path + "?x" + query).is(400);
        }
    }

    /** Of a form of parts a few are read, to find its token: a thousand are refused before anybody does anything. */
    @OnEachDatabase
    void aThousandPartsAreTooMany(Platform platform) {
        Person person = platform.people().administrator();
        String parts = IntStream.range(0, 1_000)
                        .mapToObj(i -> "--grenze\r\nContent-Disposition: form-data; name=\"p" + i + "\"\r\n\r\nx\r\n")
                        .collect(Collectors.joining())
                + "--grenze--\r\n";
        String token = "--grenze\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + person.token() + "\r\n";
        for (String path : List.of(NEW_ACCOUNT, SETTINGS, "/konto/kennwort")) {
            assertThat(person.send("POST", path, MULTIPART, token + parts).status())
                    .as(path)
                    .isEqualTo(400);
        }
        person.send("POST", NEW_ACCOUNT, MULTIPART, parts, "X-CSRF-Token", person.token())
                .is(400);
        person.send("POST", DEPARTMENTS, MULTIPART, parts, "X-CSRF-Token", person.token())
                .is(415);
    }

    @OnEachDatabase
    void jsonHasALimit(Platform platform) {
        Person person = platform.people().administrator();
        String large = "{\"shortName\":\"GR\",\"name\":\"" + "x".repeat(3 * MEBIBYTE) + "\"}";
        String blanks = "{\"shortName\":\"GR\"," + " ".repeat(3 * MEBIBYTE) + "\"name\":\"Groß\"}";
        for (String body : List.of(large, blanks)) {
            Reply declared = person.send("POST", DEPARTMENTS, JSON, body, "X-CSRF-Token", person.token());
            assertThat(declared.is(413).field("code")).isEqualTo("request-too-large");
            streamed(platform, person, DEPARTMENTS, JSON, body).is(413);
            platform.operator().post("/api/proposals/v1/persons", JSON, body).is(413);
            platform.operator().post("/api/proposals/v1/persons", "*/*", body).is(413);
        }
        for (String nested : List.of(
                "{\"shortName\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
                "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
                "[".repeat(100_000))) {
            Reply reply = person.send("POST", DEPARTMENTS, JSON, nested, "X-CSRF-Token", person.token());
            assertThat(reply.is(400).field("code")).isEqualTo("json-malformed");
        }
    }

    /** Without saying how much will come. */
    private static Reply streamed(Platform platform, Person person, String path, String type, String body) {
        return platform.stranger()
                .send(
                        "POST",
                        path,
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))),
                        "Content-Type",
                        type,
                        "Cookie",
                        person.cookie(),
                        "X-CSRF-Token",
                        person.token());
    }
}
