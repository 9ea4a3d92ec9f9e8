package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.RawHttp;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What citizens see of a proposal: its page comes, moves and goes with it. */
class PublicPagesTest {

    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\"[^>]*rel=\"next\"");

    @OnEachDatabase
    void pageAppearsWithPublishingAndShowsThePaper(Platform platform) {
        String reference = platform.freshReference();
        String address = "/vorlagen/" + reference.replace('/', '-');
        String id = platform.papers()
                .importText(Vorlage.numbered(reference)
                        .titled("Umbau der <Alten> Wache & Feuerwehr")
                        .goesTo("Feuerschutzausschuss", "Beratung", "05.08.2031", "Ö")
                        .goesTo("Kreisausschuss", "Beratung", "12.08.2031", "N")
                        .resolving("Die Wache wird umgebaut.")
                        .stating("Das Dach ist undicht.\n\nDie Heizung ist alt.")
                        .attaching("Grundriss", "öffentlich")
                        .text())
                .field("id");
        Reply before = platform.stranger().get(address).is(404);
        assertThat(before.text()).doesNotContain("Alten");
        platform.papers().publish(id).is(200);
        Reply page = platform.stranger().get(address).is(200);

        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.text())
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"de\">")
                .contains(reference)
                .contains("Umbau der &lt;Alten&gt; Wache &amp; Feuerwehr")
                .doesNotContain("<Alten>")
                .contains("Fachdienst Schule und Kultur")
                .contains("Feuerschutzausschuss")
                .contains("05.08.2031")
                .contains("nichtöffentlich")
                .contains("Die Wache wird umgebaut.")
                .contains("Das Dach ist undicht.")
                .contains("Die Heizung ist alt.")
                .contains("Grundriss");
    }

    @OnEachDatabase
    void pageSpeaksEnglishWhenAsked(Platform platform) {
        String address = published(platform);
        Reply english = platform.stranger()
                .get(address, "Accept-Language", "en-GB,en;q=0.8")
                .is(200);

        assertThat(english.text()).contains("<html lang=\"en\">").contains("Proposed resolution");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(english.header("Vary")).containsIgnoringCase("Accept-Language");
        assertThat(platform.stranger()
                        .get("/gibt-es-nicht", "Accept-Language", "en")
                        .is(404)
                        .text())
                .contains("<html lang=\"en\">")
                .contains("Not found");
    }

    @OnEachDatabase
    void whoCanUnpackItGetsLess(Platform platform) throws IOException {
        String address = published(platform);
        String bodies = path(platform.stranger().get("/oparl/v1").json().path("body"));
        String papers = path(platform.stranger().get(bodies).json().at("/data/0/paper"));
        for (String path : List.of(address, "/vorlagen", "/vorlagen.atom", bodies, papers)) {
            Reply plain = platform.stranger().get(path).is(200);
            // Made, and then as it was kept.
            for (int i = 0; i < 2; i++) {
                Reply packed = packed(platform, path).is(200);
                assertThat(packed.header("Content-Encoding")).as(path).isEqualTo("gzip");
                assertThat(packed.headers().allValues("Vary")).as(path).contains("Accept-Encoding");
                assertThat(packed.body()).as(path).hasSizeLessThan(plain.body().length * 2 / 3);
                assertThat(packed.header("ETag")).as(path).isNotEqualTo(plain.header("ETag"));
                assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                        .as(path)
                        .isEqualTo(plain.body());
                packed(platform, path, "If-None-Match", packed.header("ETag")).is(304);
            }
            assertThat(plain.headers().allValues("Vary")).as(path).contains("Accept-Encoding");
            assertThat(plain.header("Content-Encoding")).as(path).isEmpty();
        }
    }

    private static String path(JsonNode url) {
        return URI.create(url.asText()).getRawPath();
    }

    private static Reply packed(Platform platform, String path, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Accept-Encoding", "gzip, deflate, br"));
        return platform.stranger().get(path, all.toArray(String[]::new));
    }

    @OnEachDatabase
    void withdrawnPageIsGoneAndComesBackWhenPublishedAgain(Platform platform) {
        String reference = platform.freshReference();
        Reply imported = platform.papers()
                .importAndPublish(Vorlage.numbered(reference)
                        .titled("Verschwindende Vorlage")
                        .text());
        String address = path(imported);
        platform.papers().withdraw(imported.field("id")).is(200);
        Reply gone = platform.stranger().get(address).is(410);

        assertThat(gone.text()).contains("zurückgezogen").doesNotContain("Verschwindende");
        assertThat(isListed(platform, address)).isFalse();
        assertThat(platform.papers().find(reference).path("state").asText()).isEqualTo("WITHDRAWN");
        platform.papers().publish(imported.field("id")).is(200);
        platform.stranger().get(address).is(200);
        assertThat(isListed(platform, address)).isTrue();
    }

    @OnEachDatabase
    void oldAddressLeadsToTheNewOne(Platform platform) {
        Reply imported = platform.papers()
                .importAndPublish(Vorlage.numbered(platform.freshReference()).text());
        String old = path(imported);
        String reference = platform.freshReference();
        String address = "/vorlagen/" + reference.replace('/', '-');
        Reply renumbered =
                platform.papers().renumber(imported.field("id"), reference).is(200);

        assertThat(renumbered.field("reference")).isEqualTo(reference);
        assertThat(renumbered.field("slug")).isEqualTo(reference.replace('/', '-'));
        Reply moved = platform.stranger().get(old).is(301);
        assertThat(URI.create(moved.header("Location")).getPath()).isEqualTo(address);
        assertThat(platform.stranger().get(address).is(200).text()).contains(reference);
        assertThat(isListed(platform, address)).isTrue();
        assertThat(isListed(platform, old)).isFalse();
    }

    @OnEachDatabase
    void oldAddressIsNeverGivenToAnotherPaper(Platform platform) {
        String reference = platform.freshReference();
        Reply first =
                platform.papers().importAndPublish(Vorlage.numbered(reference).text());
        platform.papers().renumber(first.field("id"), platform.freshReference()).is(200);
        Reply second = platform.papers()
                .importAndPublish(Vorlage.numbered(reference)
                        .titled("Die Nummer, zum zweiten Mal")
                        .text())
                .is(201);

        assertThat(path(second)).isNotEqualTo(path(first));
        platform.stranger().get(path(first)).is(301);
        assertThat(platform.stranger().get(path(second)).is(200).text()).contains("Die Nummer, zum zweiten Mal");
    }

    @OnEachDatabase
    void addressIsFoundTheWayPeopleWriteIt(Platform platform) {
        String reference = platform.freshReference();
        platform.papers().importAndPublish(Vorlage.numbered(reference).text()).is(201);
        String address = "/vorlagen/" + reference.replace('/', '-');

        for (String written : java.util.List.of(address + "/", "/vorlagen/" + reference)) {
            assertThat(platform.stranger().get(written).is(301).header("Location"))
                    .as(written)
                    .endsWith(address);
        }
    }

    @OnEachDatabase
    void listShowsEveryPublishedPaperAndNoOther(Platform platform) {
        String published = published(platform);
        Reply draft = platform.papers()
                .importText(Vorlage.numbered(platform.freshReference()).text());

        assertThat(isListed(platform, published)).isTrue();
        assertThat(isListed(platform, path(draft))).isFalse();
        assertThat(platform.stranger()
                        .get("/vorlagen?nach=gefälscht".replace("ä", "%C3%A4"))
                        .status())
                .isEqualTo(400);
    }

    @OnEachDatabase
    void startPageLeadsToTheList(Platform platform) {
        assertThat(platform.stranger().get("/").is(200).text()).contains("href=\"/vorlagen\"");
    }

    @OnEachDatabase
    void headIsGetWithoutTheBody(Platform platform) {
        String address = published(platform);
        Reply page = platform.stranger().get(address);
        Reply head = platform.stranger()
                .send("HEAD", address, BodyPublishers.noBody())
                .is(200);

        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo(page.header("Content-Type"));
    }

    @OnEachDatabase
    void foreignHostGetsIntoNoAnswer(Platform platform) {
        String moved = published(platform) + "/";
        for (String path : new String[] {"/", "/vorlagen", moved, "/gibt-es-nicht", "/api/proposals/v1/papers"}) {
            RawHttp.Answer answer = RawHttp.exchange(
                    platform,
                    "GET " + path + " HTTP/1.1\r\nHost: boese.example\r\nX-Forwarded-Host: boese.example\r\n"
                            + "Connection: close\r\n\r\n");
            assertThat(answer.all()).as(path).startsWith("HTTP/1.1 ").doesNotContain("boese.example");
        }
    }

    private static String published(Platform platform) {
        return path(platform.papers()
                .importAndPublish(Vorlage.numbered(platform.freshReference()).text())
                .is(201));
    }

    private static String path(Reply imported) {
        return URI.create(imported.field("url")).getPath();
    }

    private static boolean isListed(Platform platform, String address) {
        String page = "/vorlagen";
        while (page != null) {
            String text = platform.stranger().get(page).is(200).text();
            if (text.contains("href=\"" + address + "\"")) {
                return true;
            }
            Matcher next = NEXT.matcher(text);
            page = next.find() ? next.group(1) : null;
        }
        return false;
    }
}
