package de.kreiswerk.runtime.acceptance;

import static de.kreiswerk.runtime.acceptance.fixture.oparl.OParlClient.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.PapersClient;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import de.kreiswerk.runtime.acceptance.fixture.WithCouncil;
import de.kreiswerk.runtime.acceptance.fixture.oparl.OParlClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** OParl's protocol as a client depends on it: lists and filters, deletion, files, canonical addresses, errors. */
class OParlProtocolTest {

    private static final Map<String, String> INTERNAL = Map.of("Person", "membership", "Meeting", "agendaItem");

    @OnEachDatabase
    void systemAndBodySayWhoAndUnderWhichLicence(@WithCouncil Platform platform) {
        OParlClient client = new OParlClient(platform);
        JsonNode system = client.json(client.root());
        JsonNode body = client.body();

        assertThat(system.path("type").asText()).isEqualTo(SCHEMA + "System");
        assertThat(system.path("oparlVersion").asText()).isEqualTo(SCHEMA);
        for (JsonNode one : List.of(system, body)) {
            assertThat(one.path("license").asText()).isEqualTo("https://www.govdata.de/dl-de/by-2-0");
        }
        assertThat(body.path("system").asText()).isEqualTo(client.root());
        assertThat(body.path("name").asText()).isEqualTo("Landkreis Lüneburg");
        assertThat(body.path("ags").asText()).matches("\\d{8}");
        assertThat(body.path("legislativeTerm").isArray()).isTrue();
        assertThat(client.json(body.path("id").asText())).isEqualTo(body);
    }

    @OnEachDatabase
    void answersAreJsonInUtf8AndNothingElse(Platform platform) {
        String title = "Straße & „Weg“ <b>fett</b> \\ 'x' \uD83D\uDEB2";
        String id =
                published(platform, Vorlage.numbered(platform.freshReference()).titled(title));
        OParlClient client = new OParlClient(platform);
        Reply reply = client.get(client.paper(id)).is(200);

        assertThat(reply.header("Content-Type").toLowerCase(Locale.ROOT).replace(" ", ""))
                .isEqualTo("application/json;charset=utf-8");
        assertThat(reply.body()[0]).isEqualTo((byte) '{');
        assertThat(reply.text()).contains("Straße & „Weg“ <b>fett</b>").doesNotContain("&amp;", "\\u00df", "\\u0026");
        assertThat(reply.json().path("name").asText()).isEqualTo(title);
    }

    @OnEachDatabase
    void controlCharactersNeverBreakTheJson(Platform platform) {
        String id = published(
                platform,
                Vorlage.numbered(platform.freshReference())
                        .titled("Zeile\u0007 mit\tTabulator \"und\" \u2028Umbruch")
                        .stating("Absatz\u001b[31m\n\nzweiter \u0001Absatz"));
        OParlClient client = new OParlClient(platform);

        assertThat(client.json(client.paper(id)).path("name").asText()).contains("\"und\"");
        assertThat(client.list(client.listOf("Paper"))).containsKey(client.paper(id));
    }

    @OnEachDatabase
    void everyListTakesEveryFilterAndKeepsItInItsLinks(@WithCouncil Platform platform) {
        OParlClient client = new OParlClient(platform);
        for (String type : OParlClient.LISTS.keySet()) {
            String list = client.listOf(type);
            int all = client.list(list).size();
            for (String filter : List.of(
                    "created_since=2001-01-01T00%3A00%3A00%2B01%3A00",
                    "created_until=2999-01-01T00%3A00%3A00%2B01%3A00",
                    "modified_since=2001-01-01T00%3A00%3A00%2B01%3A00",
                    "modified_until=2999-01-01T00%3A00%3A00%2B01%3A00")) {
                List<JsonNode> pages = client.pages(canonical(client, list + "?limit=1&" + filter));
                int found = 0;
                for (JsonNode page : pages) {
                    for (JsonNode object : page.path("data")) {
                        found += object.path("deleted").asBoolean() ? 0 : 1;
                    }
                    page.path("links")
                            .forEach(link -> assertThat(link.asText())
                                    .contains(filter.substring(0, filter.indexOf('=')), "limit=1"));
                }
                assertThat(found).as(type + " " + filter).isEqualTo(all);
            }
            for (String nothing : List.of(
                    "created_until=2001-01-01T00%3A00%3A00%2B01%3A00",
                    "modified_since=2999-01-01T00%3A00%3A00%2B01%3A00")) {
                JsonNode empty = client.json(list + "?" + nothing);
                assertThat(empty.path("data").isArray()).as(type).isTrue();
                assertThat(empty.path("data")).as(type).isEmpty();
                assertThat(empty.path("links").isObject()).as(type).isTrue();
                assertThat(empty.path("pagination").isObject()).as(type).isTrue();
                assertThat(empty.path("links").has("next")).as(type).isFalse();
            }
        }
    }

    @OnEachDatabase
    void filterCountsTheSecondsItNames(Platform platform) {
        OParlClient client = new OParlClient(platform);
        String url = client.paper(published(platform, Vorlage.numbered(platform.freshReference())));
        JsonNode paper = client.json(url);
        String list = client.listOf("Paper");
        for (String time : List.of("created", "modified")) {
            String then = paper.path(time).asText();
            OffsetDateTime moment = OffsetDateTime.parse(then);
            assertThat(client.list(list + "?" + time + "_since=" + PapersClient.encoded(then)))
                    .containsKey(url);
            assertThat(client.list(list + "?" + time + "_until=" + PapersClient.encoded(then)))
                    .containsKey(url);
            assertThat(client.list(list + "?" + time + "_until=" + time(moment.minusSeconds(1))))
                    .doesNotContainKey(url);
            assertThat(client.list(list + "?" + time + "_since=" + time(moment.plusSeconds(1))))
                    .doesNotContainKey(url);
        }
    }

    @OnEachDatabase
    void sameMomentIsUnderstoodHoweverItIsWritten(Platform platform) {
        OParlClient client = new OParlClient(platform);
        published(platform, Vorlage.numbered(platform.freshReference()));
        String list = client.listOf("Paper");
        List<String> expected = new ArrayList<>(client.list(list + "?created_since=2020-01-01T00%3A00%3A00%2B01%3A00")
                .keySet());

        assertThat(expected).isNotEmpty();
        for (String written : List.of(
                "2020-01-01T00:00:00%2B01:00",
                "2020-01-01T00:00:00+01:00",
                "2020-01-01T00%3A00%3A00+01%3A00",
                "2020-01-01T00:00:00%2b01:00",
                "2019-12-31T23:00:00Z",
                "2019-12-31T18:00:00-05:00")) {
            String url = canonical(client, list + "?created_since=" + written);
            assertThat(client.list(url).keySet()).as(written).containsExactlyElementsOf(expected);
        }
    }

    @OnEachDatabase
    void pagesFollowEachOtherByKeyThoughPapersComeIn(Platform platform) {
        OParlClient client = new OParlClient(platform);
        List<String> before = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            before.add(client.paper(published(platform, Vorlage.numbered(platform.freshReference()))));
        }
        Map<String, JsonNode> found = new LinkedHashMap<>();
        String next = client.listOf("Paper") + "?limit=2";
        while (!next.isEmpty()) {
            JsonNode page = client.json(next);
            page.path("data")
                    .forEach(paper -> assertThat(found.put(paper.path("id").asText(), paper))
                            .isNull());
            assertThat(page.path("pagination").path("elementsPerPage").asInt()).isEqualTo(2);
            next = page.path("links").path("next").asText();
            if (!next.isEmpty()) {
                assertThat(page.path("data")).hasSize(2);
                if (found.size() % 4 == 0) {
                    published(platform, Vorlage.numbered(platform.freshReference()));
                }
            }
            if (found.size() > 2_000) {
                throw new AssertionError("The list grows faster than it is read");
            }
        }
        assertThat(found.keySet()).containsSubsequence(before);
    }

    @OnEachDatabase
    void limitIsAWish(@WithCouncil Platform platform) {
        OParlClient client = new OParlClient(platform);
        String list = client.listOf("Consultation");

        assertThat(client.json(list + "?limit=1").path("data")).hasSize(1);
        for (String much : List.of("100", "101", "1000", "2147483648", "99999999999999999999")) {
            JsonNode page = client.json(canonical(client, list + "?limit=" + much));
            assertThat(page.path("data").size()).isBetween(1, 100);
        }
        for (String wrong : List.of("0", "-1", "1.5", "viele", "%20", "")) {
            assertError(client.get(list + "?limit=" + wrong), 400);
        }
    }

    @OnEachDatabase
    void internalListsCanBeLeftOut(@WithCouncil Platform platform) {
        Sitting.on(platform, "Kurz" + platform.freshReference().replace("/", "X"));
        OParlClient client = new OParlClient(platform);
        INTERNAL.forEach((type, member) -> {
            Map<String, JsonNode> whole = client.list(client.listOf(type));
            Map<String, JsonNode> brief = client.list(client.listOf(type) + "?omit_internal=true");
            assertThat(whole.values()).as(type).anyMatch(object -> object.has(member));
            assertThat(brief.values()).as(type).noneMatch(object -> object.has(member));
            assertThat(brief.keySet()).containsExactlyElementsOf(whole.keySet());
        });
        String bodies = client.json(client.root()).path("body").asText();
        assertThat(client.json(bodies + "?omit_internal=true")
                        .path("data")
                        .path(0)
                        .has("legislativeTerm"))
                .isFalse();
        assertThat(client.list(client.listOf("Paper") + "?omit_internal=true").values())
                .noneMatch(paper -> paper.has("auxiliaryFile") || paper.has("location"));
    }

    @OnEachDatabase
    void withdrawnPaperIsDeletedWithAllItsParts(@WithCouncil Platform platform) {
        Sitting sitting =
                Sitting.on(platform, "Rückzug" + platform.freshReference().replace("/", "X"));
        OParlClient client = new OParlClient(platform);
        JsonNode paper = client.json(client.paper(sitting.paper()));
        JsonNode file = paper.path("auxiliaryFile").path(0);
        String item = client.root() + "/agendaItem/" + sitting.item();
        JsonNode itemBefore = client.json(item);
        assertThat(itemBefore.path("consultation").asText()).endsWith(sitting.consultation());
        platform.papers().withdraw(sitting.paper()).is(200);

        for (String url : List.of(
                paper.path("id").asText(),
                client.root() + "/consultation/" + sitting.consultation(),
                file.path("id").asText())) {
            JsonNode gone = client.json(url);
            assertThat(gone.path("deleted").asBoolean()).as(url).isTrue();
            assertThat(gone.path("id").asText()).isEqualTo(url);
            assertThat(gone.path("type").asText()).startsWith(SCHEMA);
            assertThat(gone.has("created")).isTrue();
            assertThat(OffsetDateTime.parse(gone.path("modified").asText()))
                    .isAfterOrEqualTo(OffsetDateTime.parse(gone.path("created").asText()));
            assertThat(gone.size())
                    .as("nothing but that it is deleted: " + gone)
                    .isEqualTo(5);
            String type = gone.path("type").asText().substring(SCHEMA.length());
            assertThat(client.list(client.listOf(type))).doesNotContainKey(url);
            assertThat(client.list(client.listOf(type) + "?created_since=2001-01-01T00%3A00%3A00%2B00%3A00"))
                    .doesNotContainKey(url);
            assertThat(client.list(client.listOf(type) + "?modified_since="
                                    + PapersClient.encoded(gone.path("modified").asText()))
                            .get(url))
                    .isEqualTo(gone);
        }
        assertThat(client.get(file.path("accessUrl").asText()).status()).isEqualTo(410);
        assertThat(client.get(file.path("downloadUrl").asText()).status()).isEqualTo(410);
        assertThat(client.json(item).has("consultation")).isFalse();
        assertThat(client.json(client.root() + "/meeting/" + sitting.meeting()).toString())
                .doesNotContain(sitting.consultation(), sitting.paper());
    }

    @OnEachDatabase
    void meetingThatIsTakenBackIsDeletedAndNobodyRefersToIt(@WithCouncil Platform platform) {
        Sitting sitting =
                Sitting.on(platform, "Absage" + platform.freshReference().replace("/", "X"));
        OParlClient client = new OParlClient(platform);
        String meeting = client.root() + "/meeting/" + sitting.meeting();
        String consultation = client.root() + "/consultation/" + sitting.consultation();
        assertThat(client.json(consultation).path("meeting").asText()).isEqualTo(meeting);
        platform.council().remove("meetings", sitting.meeting()).is(204);

        assertThat(client.json(meeting).path("deleted").asBoolean()).isTrue();
        assertThat(client.json(client.root() + "/agendaItem/" + sitting.item())
                        .path("deleted")
                        .asBoolean())
                .isTrue();
        assertThat(client.json(consultation).has("meeting")).isFalse();
        assertThat(client.json(consultation).has("agendaItem")).isFalse();
        assertThat(client.json(client.root() + "/organization/" + sitting.committee())
                        .path("deleted")
                        .asBoolean())
                .isFalse();
    }

    @OnEachDatabase
    void meetingKeepsItsIdWhenItsDateMoves(@WithCouncil Platform platform) {
        Sitting sitting =
                Sitting.on(platform, "Verlegung" + platform.freshReference().replace("/", "X"));
        OParlClient client = new OParlClient(platform);
        String url = client.root() + "/meeting/" + sitting.meeting();
        JsonNode before = client.json(url);
        platform.council()
                .change(
                        "meetings",
                        sitting.meeting(),
                        Sitting.meeting(sitting.committee(), sitting.name(), "2031-06-03T15:00:00Z"))
                .is(200);
        JsonNode after = client.json(url);

        assertThat(before.path("start").asText()).isEqualTo("2031-05-06T17:00:00+02:00");
        assertThat(after.path("start").asText()).isEqualTo("2031-06-03T17:00:00+02:00");
        assertThat(after.path("created")).isEqualTo(before.path("created"));
        assertThat(after.path("agendaItem").path(0).path("id"))
                .isEqualTo(before.path("agendaItem").path(0).path("id"));
        assertThat(client.get(before.path("web").asText()).is(301).header("Location"))
                .isIn(
                        after.path("web").asText(),
                        after.path("web")
                                .asText()
                                .substring(platform.url().toString().length()));
    }

    @OnEachDatabase
    void plannedDateMakesNoMeeting(Platform platform) {
        OParlClient client = new OParlClient(platform);
        String id = published(
                platform,
                Vorlage.numbered(platform.freshReference())
                        .goesTo("Ausschuss für Pläne", "Beratung", "07.08.2031", "Ö")
                        .goesTo("Kreisausschuss", "Entscheidung", "08.08.2031", "N"));
        JsonNode consultations = client.json(client.paper(id)).path("consultation");

        assertThat(consultations).hasSize(2);
        assertThat(consultations.path(0).path("kreiswerk:plannedDate").asText()).isEqualTo("2031-08-07");
        assertThat(consultations.path(0).path("authoritative").asBoolean(true)).isFalse();
        assertThat(consultations.path(0).path("role").asText()).isEqualTo("Beratung");
        assertThat(consultations.path(1).path("authoritative").asBoolean()).isTrue();
        assertThat(consultations.path(1).path("kreiswerk:public").asBoolean(true))
                .isFalse();
        consultations.forEach(one -> assertThat(one.has("meeting")).isFalse());
    }

    @OnEachDatabase
    void attachmentThatIsOnlyNamedHasNoFile(Platform platform) {
        OParlClient client = new OParlClient(platform);
        String id =
                published(platform, Vorlage.numbered(platform.freshReference()).attaching("Nur genannt", "öffentlich"));

        assertThat(client.json(client.paper(id)).has("auxiliaryFile")).isFalse();
        platform.papers()
                .attach(id, 1, "da.pdf", "application/pdf", Sitting.BYTES)
                .is(200);
        JsonNode files = client.json(client.paper(id)).path("auxiliaryFile");
        assertThat(files.isArray()).isTrue();
        assertThat(files.path(0).path("mimeType").asText()).isEqualTo("application/pdf");
        assertThat(files.path(0).path("size").asInt()).isEqualTo(Sitting.BYTES.length);
        assertThat(files.path(0).path("type").asText()).isEqualTo(SCHEMA + "File");
    }

    @OnEachDatabase
    void newNumberChangesNoAddress(Platform platform) {
        OParlClient client = new OParlClient(platform);
        String id = published(platform, Vorlage.numbered(platform.freshReference()));
        String reference = platform.freshReference();
        JsonNode before = client.json(client.paper(id));
        platform.papers().renumber(id, reference).is(200);
        JsonNode after = client.json(client.paper(id));

        assertThat(after.path("reference").asText()).isEqualTo(reference);
        assertThat(after.path("created")).isEqualTo(before.path("created"));
        assertThat(client.paper(id)).doesNotContain(reference.substring(0, 4) + "-");
    }

    @OnEachDatabase
    void scriptsOfOtherSitesMayReadEverything(@WithCouncil Platform platform) {
        Sitting sitting =
                Sitting.on(platform, "Ursprung" + platform.freshReference().replace("/", "X"));
        OParlClient client = new OParlClient(platform);
        String paper = client.paper(sitting.paper());
        JsonNode file = client.json(paper).path("auxiliaryFile").path(0);
        List<Reply> replies = List.of(
                client.get(client.root()),
                client.get(paper, "Origin", "https://andere.example"),
                client.get(paper, "If-None-Match", client.get(paper).header("ETag")),
                client.get(client.listOf("Paper")),
                client.get(paper + "/"),
                client.get(client.root() + "/paper/gibt-es-nicht"),
                client.get(client.listOf("Paper") + "?limit=viele"),
                client.get(file.path("accessUrl").asText()),
                client.get(file.path("downloadUrl").asText()));

        assertThat(replies).extracting(Reply::status).containsExactly(200, 200, 304, 200, 301, 404, 400, 200, 200);
        for (Reply reply : replies) {
            assertThat(reply.header("Access-Control-Allow-Origin"))
                    .as(reply.request())
                    .isEqualTo("*");
        }
        Reply preflight = platform.stranger()
                .send(
                        "OPTIONS",
                        paper.substring(platform.url().toString().length()),
                        BodyPublishers.noBody(),
                        "Origin",
                        "https://andere.example",
                        "Access-Control-Request-Method",
                        "GET");
        assertThat(preflight.status()).isIn(200, 204);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("GET");
    }

    @OnEachDatabase
    void fileIsShownAndSavedInPartsAndNotTwice(Platform platform) {
        OParlClient client = new OParlClient(platform);
        String id =
                published(platform, Vorlage.numbered(platform.freshReference()).attaching("Plan", "öffentlich"));
        platform.papers()
                .attach(id, 1, "Übersicht Süd.pdf", "application/pdf", Sitting.BYTES)
                .is(200);
        JsonNode file = client.json(client.paper(id)).path("auxiliaryFile").path(0);
        String access = file.path("accessUrl").asText();
        Reply shown = client.get(access).is(200);

        assertThat(shown.body()).isEqualTo(Sitting.BYTES);
        assertThat(shown.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(shown.header("Content-Length")).isEqualTo(String.valueOf(Sitting.BYTES.length));
        assertThat(shown.header("Content-Disposition")).doesNotContain("attachment");
        assertThat(shown.header("ETag")).isNotBlank();
        assertThat(shown.header("Last-Modified")).matches("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
        assertThat(client.get(access, "If-None-Match", shown.header("ETag")).status())
                .isEqualTo(304);
        assertThat(client.get(access, "If-Modified-Since", shown.header("Last-Modified"))
                        .status())
                .isEqualTo(304);
        assertThat(client.get(access, "If-Modified-Since", "Mon, 01 Jan 2001 00:00:00 GMT")
                        .status())
                .isEqualTo(200);
        Reply part = client.get(access, "Range", "bytes=5-7").is(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(Sitting.BYTES, 5, 8));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 5-7/" + Sitting.BYTES.length);
        assertThat(client.get(access, "Range", "bytes=999-").is(416).header("Content-Range"))
                .isEqualTo("bytes */" + Sitting.BYTES.length);
        Reply saved = client.get(file.path("downloadUrl").asText()).is(200);
        assertThat(saved.body()).isEqualTo(Sitting.BYTES);
        assertThat(saved.header("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''%C3%9Cbersicht");
        assertThat(platform.stranger()
                        .send("HEAD", access.substring(platform.url().toString().length()), BodyPublishers.noBody())
                        .is(200)
                        .body())
                .isEmpty();
    }

    @OnEachDatabase
    void scriptIsNeverRunAsAPageOfTheCounty(Platform platform) {
        OParlClient client = new OParlClient(platform);
        String id =
                published(platform, Vorlage.numbered(platform.freshReference()).attaching("Seite", "öffentlich"));
        for (String type : List.of("text/html", "image/svg+xml", "application/xhtml+xml", "text/xml")) {
            platform.papers()
                    .attach(
                            id,
                            1,
                            "seite.html",
                            type,
                            "<script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .is(200);
            JsonNode file = client.json(client.paper(id)).path("auxiliaryFile").path(0);
            Reply shown = client.get(file.path("accessUrl").asText()).is(200);
            boolean inert = !shown.header("Content-Type").matches("(?i).*(html|xml).*");
            assertThat(inert || shown.header("Content-Security-Policy").contains("sandbox"))
                    .as(type + " is sent as " + shown.header("Content-Type"))
                    .isTrue();
            assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @OnEachDatabase
    void objectsAndListsAreNotSentTwice(Platform platform) {
        OParlClient client = new OParlClient(platform);
        String paper = client.paper(published(platform, Vorlage.numbered(platform.freshReference())));
        for (String url : List.of(client.root(), paper, client.listOf("Paper"))) {
            String tag = client.get(url).is(200).header("ETag");
            assertThat(tag).as(url).isNotBlank();
            assertThat(client.get(url, "If-None-Match", tag).is(304).body()).isEmpty();
            assertThat(client.get(url, "If-None-Match", "\"anders\"").status()).isEqualTo(200);

            String path = url.substring(platform.url().toString().length());
            Client operator = platform.operator();
            assertThat(operator.get(path).is(200).header("ETag")).as(url).isEqualTo(tag);
            assertThat(operator.get(path, "If-None-Match", tag).is(304).body()).isEmpty();
            Reply head = operator.send("HEAD", path, BodyPublishers.noBody()).is(200);
            assertThat(head.header("ETag")).as(url).isEqualTo(tag);
            assertThat(head.header("Content-Length")).isEqualTo(client.get(url).header("Content-Length"));
            operator.send("HEAD", path, BodyPublishers.noBody(), "If-None-Match", tag)
                    .is(304);
        }
    }

    @OnEachDatabase
    void otherWaysToWriteAnAddressLeadToTheOne(Platform platform) {
        OParlClient client = new OParlClient(platform);
        String paper = client.paper(published(platform, Vorlage.numbered(platform.freshReference())));
        String list = client.listOf("Paper");
        Map<String, String> written = new LinkedHashMap<>();
        written.put(paper + "/", paper);
        written.put(paper.replace("/paper/", "/Paper/"), paper);
        written.put(
                paper.substring(0, paper.length() - 12)
                        + paper.substring(paper.length() - 12).toUpperCase(Locale.ROOT),
                paper);
        written.put(paper + "?utm_source=x", paper);
        written.put(client.root() + "/", client.root());
        written.put(client.root().replace("/v1", "/V1"), client.root());
        written.put(list + "/", list);
        written.put(list + "?limit=100", list);
        written.put(
                list + "?limit=2&created_since=2020-01-01T00%3A00%3A00%2B01%3A00",
                list + "?created_since=2020-01-01T00%3A00%3A00%2B01%3A00&limit=2");
        written.put(list + "?omit_internal=false", list);

        written.forEach((one, canonical) -> {
            Reply reply = client.get(one);
            assertThat(reply.status()).as(one).isEqualTo(301);
            assertThat(reply.header("Location")).as(one).isEqualTo(canonical);
            client.get(canonical).is(200);
        });
    }

    @OnEachDatabase
    void whatIsWrongIsSaidAsAnErrorOfOParl(Platform platform) {
        OParlClient client = new OParlClient(platform);
        String list = client.listOf("Paper");
        assertError(client.get(client.root() + "/paper/00000000-0000-7000-8000-000000000000"), 404);
        assertError(client.get(client.root() + "/paper/nein"), 404);
        assertError(client.get(client.root() + "/quatsch"), 404);
        assertError(client.get(client.root().replace("/v1", "/v2")), 404);
        assertError(client.get(list + "/zu/tief"), 404);
        assertError(client.get(client.root() + "/paper/2026%2F127"), 400);
        assertError(client.get(client.root() + "/paper/%ff"), 400);
        assertError(client.get(list + "?created_since=gestern"), 400);
        assertError(client.get(list + "?limit=1&limit=2"), 400);
        assertError(client.get(list + "?after=gef%C3%A4lscht"), 400);
        assertError(platform.stranger().send("DELETE", "/oparl/v1", BodyPublishers.noBody()), 405);
        assertError(platform.stranger().get("/oparl/v1/paper/" + "x".repeat(10_000)), 404, 414, 431);
    }

    private static void assertError(Reply reply, Integer... statuses) {
        assertThat(reply.status()).as(reply.request()).isIn((Object[]) statuses);
        assertThat(reply.header("Content-Type")).as(reply.request()).startsWith("application/json");
        assertThat(reply.field("type")).as(reply.request()).isEqualTo(SCHEMA + "Error");
        assertThat(reply.field("message")).as(reply.request()).isNotBlank();
        assertThat(reply.field("debug")).as(reply.request()).isNotBlank();
        assertThat(reply.header("Access-Control-Allow-Origin"))
                .as(reply.request())
                .isEqualTo("*");
        assertThat(reply.text()).doesNotContain("Exception", "de.kreiswerk", "\\tat ");
    }

    /** Follows the redirect from an address that is not written canonically. */
    private static String canonical(OParlClient client, String url) {
        Reply reply = client.get(url);
        return reply.status() == 301 ? reply.header("Location") : url;
    }

    private static String time(OffsetDateTime time) {
        return PapersClient.encoded(java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx")
                .format(time));
    }

    private static String published(Platform platform, Vorlage text) {
        return platform.papers().importAndPublish(text.text()).is(201).field("id");
    }
}
