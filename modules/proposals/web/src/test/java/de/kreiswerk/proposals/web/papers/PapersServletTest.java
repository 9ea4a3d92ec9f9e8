package de.kreiswerk.proposals.web.papers;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.web.FileAnswers;
import de.kreiswerk.core.api.web.MadeOf;
import de.kreiswerk.proposals.web.http.FakeFiles;
import de.kreiswerk.proposals.web.http.FakeHttp;
import de.kreiswerk.proposals.web.http.FakePages;
import de.kreiswerk.proposals.web.snapshot.FakePublication;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PapersServletTest {

    private static final String NEXT = "(?s).*<a class=\"kern-btn kern-btn--primary\" href=\"([^\"]+)\" rel=\"next\".*";
    private static final String COMMITTEE = "01910000-0000-7000-8000-000000000007";

    private final FakePublication publication = new FakePublication();
    private final FakePages pages = new FakePages();
    private final FakeFiles files = new FakeFiles();
    private final PapersServlet servlet = new PapersServlet(
            publication, files, pages, Clock.fixed(Instant.parse("2026-06-01T10:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void somePapers() {
        publication.publish(
                "/organization/" + COMMITTEE,
                "Organization",
                null,
                Map.of("organization", COMMITTEE),
                "{\"name\":\"Ausschuss für Umwelt\"}");
        SampleSnapshots.publish(
                publication,
                1,
                SampleSnapshots.full("Wortlaut"),
                "paper/year/2026",
                "paper/type/wortlaut",
                "paper/organization/" + COMMITTEE,
                "paper/state/UNDER_CONSULTATION");
        SampleSnapshots.publish(
                publication, 2, SampleSnapshots.SPARSE, "paper/year/2025", "paper/state/NO_CONSULTATION");
        SampleSnapshots.publish(publication, 3, "{\"reference\":\"2026/003\",\"name\":\"geheim\"}", "paper/year/2024");
        publication.withdraw(SampleSnapshots.path(3));
        publication.addresses.put("/vorlagen/2025-900", publication.addresses.get("/vorlagen/2026-001"));
    }

    @Test
    void paperHasAPage() throws IOException {
        FakeHttp http = answer(FakeHttp.get("/2026-001"));

        assertThat(http.status).isEqualTo(200);
        assertThat(pages.page.title()).isEqualTo("Wortlaut (2026/001)");
        assertThat(http.text()).contains("Beratungsfolge");
    }

    @Test
    void anEarlierVersionThatWasPublicCanBeReadAndSaysThatItIsSuperseded() throws IOException {
        supersede(1);

        assertThat(answer(FakeHttp.get("/2026-001")).text())
                .contains("<a class=\"kern-link\" href=\"/vorlagen/2026-001/fassungen/1\">Fassung 1 vom")
                .doesNotContain("fassungen/2", "überholt");
        FakeHttp http = answer(FakeHttp.get("/2026-001/fassungen/1"));

        assertThat(http.status).isEqualTo(200);
        assertThat(http.headers).as("search engines find what holds").containsEntry("X-Robots-Tag", "noindex");
        assertThat(pages.page.title()).isEqualTo("Fassung 1 (überholt) – Alter Titel (2026/001)");
        assertThat(http.text())
                .contains("Diese Fassung ist überholt")
                .contains("Fassung 1 vom 02.01.2026, 09:00 Uhr war öffentlich, bis eine neuere an ihre Stelle trat.")
                .contains("href=\"/vorlagen/2026-001\">Zur aktuellen Fassung", "Der alte Beschluss", "22.06.2026")
                .doesNotContain("id=\"anlagen\"", "id=\"fassungen\"", "/oparl/", "noch kein Termin");
        assertThat(http.attributes.get(MadeOf.ATTRIBUTE))
                .isEqualTo(new MadeOf(
                        Set.of(SampleSnapshots.path(1), "/paperVersion/" + SampleSnapshots.id(1) + "/1"),
                        Set.of(),
                        null));
        pages.language = Locale.ENGLISH;
        answer(FakeHttp.get("/2026-001/fassungen/1"));
        assertThat(pages.page.title()).isEqualTo("Version 1 (superseded) – Alter Titel (2026/001)");
    }

    @Test
    void theNewestVersionIsThePaperItself() throws IOException {
        FakeHttp http = answer(FakeHttp.get("/2026-001/fassungen/2"));

        assertThat(http.status).as("not for ever").isEqualTo(302);
        assertThat(http.headers).containsEntry("Location", "/vorlagen/2026-001");
    }

    @Test
    void otherVersionsAreNotThereOrGone() throws IOException {
        answer(FakeHttp.get("/2026-001/fassungen/1"));
        assertThat(pages.problem.code()).isEqualTo("paper-version-not-found");
        supersede(1);
        publication.withdraw("/paperVersion/" + SampleSnapshots.id(1) + "/1");
        answer(FakeHttp.get("/2026-001/fassungen/1"));
        assertThat(pages.problem.kind()).isEqualTo(Problem.Kind.GONE);
        assertThat(pages.problem.detail().german()).contains("zurückgezogen");
        supersede(3);
        answer(FakeHttp.get("/2026-003/fassungen/1"));
        assertThat(pages.problem.code()).as("gone with its paper").isEqualTo("paper-withdrawn");
    }

    private void supersede(int paper) {
        publication.publish("/paperVersion/" + SampleSnapshots.id(paper) + "/1", "PaperVersion", null, Map.of(), """
                {"paper":"/paper/p","number":1,"created":"2026-01-02T08:00:00Z","reference":"2026/001","name":"Alter Titel",
                 "proposedResolution":{"label":"Beschlussvorschlag:","paragraphs":["Der alte Beschluss"]},"tables":[],
                 "consultations":[{"organization":"Kreisausschuss","plannedDate":"2026-06-22","visibility":"NON_PUBLIC"},
                   {"organization":"Kreistag"}]}
                """);
    }

    @Test
    void programsFindTheirWayFromTheList() throws IOException {
        assertThat(answer(FakeHttp.get(null)).text()).contains("href=\"/oparl/v1\"", "Offene Daten");
    }

    @Test
    void paperWithoutATitleIsCalledByItsReference() throws IOException {
        answer(FakeHttp.get("/2026-002"));

        assertThat(pages.page.title()).isEqualTo("Vorlage 2026/002");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /vorlagen",
        "/2025-900, /vorlagen/2026-001",
        "/2026-001/, /vorlagen/2026-001",
        "/2026/001, /vorlagen/2026-001",
        "/2026_001, /vorlagen/2026-001",
        "/2026 001, /vorlagen/2026-001",
        "/2025-900/anlagen/1, /vorlagen/2026-001/anlagen/1",
        "/2026-001/ANLAGEN/1/, /vorlagen/2026-001/anlagen/1",
        "/2025/900/Fassungen/1, /vorlagen/2026-001/fassungen/1"
    })
    void everyOtherAddressLeadsToTheOneOfToday(String pathInfo, String location) throws IOException {
        FakeHttp http = answer(FakeHttp.get(pathInfo));

        assertThat(http.status).isEqualTo(301);
        assertThat(http.headers).containsEntry("Location", location);
    }

    @Test
    void wrongCaseLeadsToTheRightOne() throws IOException {
        publication.publish("/paper/x", "Paper", "/vorlagen/vo-10-23", Map.of("paper", "x"), SampleSnapshots.SPARSE);

        assertThat(answer(FakeHttp.get("/VO-10-23")).headers).containsEntry("Location", "/vorlagen/vo-10-23");
        assertThat(answer(FakeHttp.get("/VO/10/23")).headers).containsEntry("Location", "/vorlagen/vo-10-23");
    }

    @Test
    void redirectEncodesWhatAHeaderMustNotHold() throws IOException {
        publication.addresses.put(
                "/vorlagen/alt",
                new Publication.Address("/paper/01920000-0000-7000-8000-000000000002", "/vorlagen/ä b"));

        assertThat(answer(FakeHttp.get("/alt")).headers).containsEntry("Location", "/vorlagen/%C3%A4%20b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2026-003", "/2026-003/", "/2026-003/anlagen/1"})
    void withdrawnPaperIsGone(String pathInfo) throws IOException {
        answer(FakeHttp.get(pathInfo));

        assertThat(pages.problem.kind()).isEqualTo(Problem.Kind.GONE);
        assertThat(pages.problem.detail().german()).contains("zurückgezogen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/2026-999",
                "/a\u0000b",
                "/../x",
                "//",
                "/x/anlagen/1",
                "/2026-001/anlagen",
                "/2026-001/anlagen/0",
                "/2026-001/anlagen/1/2",
                "/2026-001/anlagen/99999999999"
            })
    void unknownAddressIsAHelpful404(String pathInfo) throws IOException {
        answer(FakeHttp.get(pathInfo));

        assertThat(pages.problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(pages.problem.detail().german()).contains("/vorlagen/2026-127");
    }

    @Test
    void longAddressIsNotLookedUp() throws IOException {
        answer(FakeHttp.get("/" + "a".repeat(5000)));

        assertThat(pages.problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(publication.lookups).isZero();
    }

    @Test
    void listLeadsToEveryPaperNewestFirstAndNotToWithdrawnOnes() throws IOException {
        FakeHttp http = answer(FakeHttp.get(null));

        assertThat(http.text())
                .containsSubsequence("2 Vorlagen", "href=\"/vorlagen/2026-002\"", "href=\"/vorlagen/2026-001\"")
                .contains("Vorlage 2026/002", "Nächster Termin: Kreisausschuss, Montag, 22.06.2026 (nichtöffentlich)")
                .doesNotContain("2026-003", "geheim", "2024", "Ältere Vorlagen", "Zum Anfang");
        assertThat(pages.page.title()).isEqualTo("Vorlagen");
    }

    @Test
    void listIsReadOnByKey() throws IOException {
        for (int number = 10; number < 120; number++) {
            SampleSnapshots.publish(publication, number, "{\"reference\":\"2026/" + number + "\"}", "paper/year/2026");
        }

        String html = answer(FakeHttp.get(null).where("jahr", "2026")).text();
        assertThat(html).contains("Die neuesten 50 Vorlagen");
        int shown = html.split("kw-entries__title").length - 1;
        int pagesRead = 1;
        while (html.contains("rel=\"next\"")) {
            String next = html.replaceAll(NEXT, "$1").replace("&amp;", "&");
            assertThat(next).startsWith("/vorlagen?jahr=2026&nach=");
            html = answer(FakeHttp.get(null).at(next)).text();
            assertThat(html).contains("Zum Anfang der Liste", "href=\"/vorlagen?jahr=2026\"");
            shown += html.split("kw-entries__title").length - 1;
            pagesRead++;
        }

        assertThat(shown).isEqualTo(111);
        assertThat(pagesRead).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "jahr, 2026, Jahr: 2026",
        "art, wortlaut, Vorlageart: Wortlaut",
        "gremium, 01910000-0000-7000-8000-000000000007, Gremium: Ausschuss für Umwelt",
        "stand, in-beratung, Beratungsstand: in Beratung",
        "suche, wortlaut, Suchbegriffe: wortlaut"
    })
    void filterNarrowsTheListAndCanBeTakenAway(String name, String value, String label) throws IOException {
        FakeHttp http = answer(FakeHttp.get(null).where(name, value));

        assertThat(http.status).isEqualTo(200);
        assertThat(http.text())
                .contains("1 Vorlage<", "href=\"/vorlagen/2026-001\"", label, "href=\"/vorlagen#ergebnis\"")
                .contains("href=\"/vorlagen.atom?" + name + "=" + value + "\"")
                .doesNotContain("2026-002");
        assertThat(http.text())
                .contains(name.equals("suche") ? "value=\"wortlaut\"" : "value=\"" + value + "\" selected");
        assertThat(pages.page.title()).isEqualTo("1 Vorlage – Vorlagen");
        assertThat(pages.page.alternates())
                .singleElement()
                .satisfies(feed -> assertThat(feed.path()).isEqualTo("/vorlagen.atom?" + name + "=" + value));
    }

    @Test
    void filtersAreTakenAwayOneByOne() throws IOException {
        String html = answer(FakeHttp.get(null).where("jahr", "2026").where("suche", "größer & \"teurer\""))
                .text();

        assertThat(html)
                .contains("href=\"/vorlagen?suche=gr%C3%B6%C3%9Fer+%26+%22teurer%22#ergebnis\"")
                .contains("href=\"/vorlagen?jahr=2026#ergebnis\"")
                .contains("Alle Filter entfernen")
                .contains("Keine Vorlage gefunden", "Entfernen Sie einen der aktiven Filter");
    }

    @Test
    void yearWithoutPapersIsNoError() throws IOException {
        FakeHttp http = answer(FakeHttp.get(null).where("jahr", "1999"));

        assertThat(http.status).isEqualTo(200);
        assertThat(http.text()).contains("Keine Vorlage gefunden");
    }

    @ParameterizedTest
    @CsvSource({
        "jahr, abc, vierstellige",
        "jahr, 20266, vierstellige",
        "art, gibt-es-nicht, Diese Vorlageart gibt es hier nicht",
        "art, ../../etc/passwd, Diese Vorlageart gibt es hier nicht",
        "gremium, x' OR 1=1 --, Zu diesem Gremium",
        "stand, DECIDED, Diesen Stand gibt es nicht"
    })
    void wrongFilterIsExplainedAtItsField(String name, String value, String message) throws IOException {
        FakeHttp http = answer(FakeHttp.get(null).where(name, value));

        assertThat(http.status).isEqualTo(400);
        assertThat(http.text())
                .contains("Bitte prüfen Sie Ihre Angaben", "<a class=\"kern-link\" href=\"#" + name + "\">", message)
                .contains("aria-invalid=\"true\"", "id=\"" + name + "-fehler\"")
                .doesNotContain("href=\"/vorlagen/2026-001\"");
        assertThat(pages.page.title()).isEqualTo("Bitte prüfen Sie Ihre Angaben – Vorlagen");
        assertThat(http.attributes).as("is not kept").doesNotContainKey(MadeOf.ATTRIBUTE);
    }

    @Test
    void searchTextOfAnyKindIsHarmless() throws IOException {
        assertThat(answer(FakeHttp.get(null).where("suche", "<script>alert(1)</script>\""))
                        .text())
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "</script>\"");
        FakeHttp controls = answer(FakeHttp.get(null).where("suche", "wort\u0000laut\u001b"));
        assertThat(controls.status).isEqualTo(200);
        assertThat(controls.text()).contains("value=\"wort laut\"");
        FakeHttp tooLong = answer(FakeHttp.get(null).where("suche", "a".repeat(10_000)));
        assertThat(tooLong.status).isEqualTo(400);
        assertThat(tooLong.text()).contains("höchstens 200 Zeichen").doesNotContain("a".repeat(201));
    }

    @Test
    void fieldsLeftEmptyLeaveTheAddress() throws IOException {
        FakeHttp http = answer(
                FakeHttp.get(null).where("jahr", "2026").where("suche", " ").where("art", ""));

        assertThat(http.status).isEqualTo(301);
        assertThat(http.headers).containsEntry("Location", "/vorlagen?jahr=2026");
    }

    /** Encoded it is three times as long, which no header takes. */
    @Test
    void anAddressThatWouldGetTooLongIsAnsweredAsItIs() throws IOException {
        FakeHttp http = answer(FakeHttp.get(null).where("jahr", "").where("suche", ",".repeat(10_240)));

        assertThat(http.status).isEqualTo(400);
        assertThat(http.text()).contains("höchstens 200 Zeichen");
    }

    @Test
    void pagesSayWhatTheyAreMadeOf() throws IOException {
        MadeOf list = (MadeOf)
                answer(FakeHttp.get(null).where("jahr", "2026")).attributes.get(MadeOf.ATTRIBUTE);
        assertThat(list.lists()).contains("paper/published", "paper/year/2026", "organization");
        assertThat(list.until()).isEqualTo("2026-06-01T22:00:00Z");

        MadeOf page = (MadeOf) answer(FakeHttp.get("/2026-001")).attributes.get(MadeOf.ATTRIBUTE);
        assertThat(page.paths()).containsExactly(SampleSnapshots.path(1));
        assertThat(page.lists()).containsExactly("body");
        assertThat(page.until()).isEqualTo("2026-06-01T22:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1", "' OR 1=1 --", "01920000-0000-7000-8000-00000000000", "\u0000", "<script>"})
    void forgedKeyGetsAClearAnswer(String key) throws IOException {
        answer(FakeHttp.get(null).where("nach", key));

        assertThat(pages.problem.kind()).isEqualTo(Problem.Kind.MALFORMED);
        assertThat(pages.problem.detail().german())
                .contains("am Anfang der Liste")
                .doesNotContain("<script>");
    }

    @Test
    void listBeyondItsEndSaysSo() throws IOException {
        FakeHttp http = answer(
                FakeHttp.get(null).where("nach", "1970-01-01T00:00:00.000Z 00000000-0000-7000-8000-000000000000"));

        assertThat(http.text()).contains("Hier endet die Liste", "Zum Anfang der Liste");
    }

    @Test
    void listWithoutPapersSaysSo() throws IOException {
        publication.withdraw(SampleSnapshots.path(1));
        publication.withdraw(SampleSnapshots.path(2));

        assertThat(answer(FakeHttp.get(null)).text()).contains("Es sind noch keine Vorlagen veröffentlicht.");
    }

    @Test
    void titlesInTheListAreEscaped() throws IOException {
        SampleSnapshots.publish(
                publication, 1, SampleSnapshots.full("\"><script>alert(1)</script>"), "paper/type/script");

        assertThat(answer(FakeHttp.get(null)).text()).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void fileOfAnAttachmentIsSent() throws IOException {
        FakeHttp http = answer(FakeHttp.get("/2026-001/anlagen/1"));

        assertThat(http.status).isEqualTo(200);
        assertThat(files.sent)
                .isEqualTo(new FileAnswers.StoredFile(
                        SampleSnapshots.SHA256,
                        "Plan Wortlaut.pdf",
                        "application/pdf",
                        Instant.parse("2026-01-02T03:04:05.678Z")));
    }

    @ParameterizedTest
    @CsvSource({"/2026-001/anlagen/2, attachment-file-missing", "/2026-001/anlagen/7, attachment-not-found"})
    void fileThatIsNotThereIsExplained(String pathInfo, String code) throws IOException {
        answer(FakeHttp.get(pathInfo));

        assertThat(pages.problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(pages.problem.code()).isEqualTo(code);
    }

    @Test
    void bytesThatTheStoreLostAreAMissingFile() throws IOException {
        files.lost = true;

        answer(FakeHttp.get("/2026-001/anlagen/1"));

        assertThat(pages.problem.code()).isEqualTo("attachment-file-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE"})
    void onlyReadingIsAllowed(String method) throws IOException {
        FakeHttp http = answer(new FakeHttp(method, "/2026-001"));

        assertThat(http.status).isEqualTo(405);
        assertThat(http.headers).containsEntry("Allow", "GET, HEAD, OPTIONS");
    }

    private FakeHttp answer(FakeHttp http) throws IOException {
        servlet.service(http.request(), http.response());
        return http;
    }
}
