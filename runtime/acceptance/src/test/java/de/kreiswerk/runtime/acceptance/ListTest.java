package de.kreiswerk.runtime.acceptance;

import static de.kreiswerk.runtime.acceptance.fixture.PapersClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.PapersClient;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.util.ArrayList;
import java.util.List;

/** The list of proposals inside: its filters and its pages. */
class ListTest {

    private static final int PAPERS = 25;
    private static final int PAGE = 10;
    private static final int LARGEST_PAGE = 1_000;

    @OnEachDatabase
    void pagesAreStableWhilePapersComeIn(Platform platform) {
        PapersClient papers = platform.papers();
        List<String> sent = new ArrayList<>();
        for (int i = 1; i <= PAPERS; i++) {
            String reference = String.format("2051/%03d", i);
            papers.importText(Vorlage.numbered(reference).text()).is(201);
            sent.add(reference);
        }

        List<String> read = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String after = "";
        for (boolean more = true; more; ) {
            JsonNode page =
                    papers.list("year=2051&limit=" + PAGE + after).is(200).json();
            page.path("data").forEach(line -> read.add(line.path("reference").asText()));
            sizes.add(page.path("data").size());
            more = page.has("next");
            after = "&after=" + page.path("next").asText();
            // What came in before the key stays before it, whatever happens to it.
            papers.importText(Vorlage.numbered(sent.get(0))
                            .titled("Geändert, Seite " + sizes.size())
                            .text())
                    .is(200);
        }

        assertThat(sizes).containsExactly(PAGE, PAGE, PAPERS - 2 * PAGE);
        assertThat(read).isEqualTo(sent);
    }

    @OnEachDatabase
    void lastPageHasNoNextEvenWhenItIsFull(Platform platform) {
        PapersClient papers = platform.papers();
        for (int i = 1; i <= 4; i++) {
            papers.importText(Vorlage.numbered("2052/" + i).text()).is(201);
        }
        JsonNode first = papers.list("year=2052&limit=2").is(200).json();
        JsonNode second = papers.list(
                        "year=2052&limit=2&after=" + first.path("next").asText())
                .is(200)
                .json();

        assertThat(first.path("data")).hasSize(2);
        assertThat(second.path("data")).hasSize(2);
        assertThat(second.has("next")).isFalse();
    }

    @OnEachDatabase
    void largestPageIsFollowedByAnother(Platform platform) {
        assumeTrue(Boolean.getBoolean("kreiswerk.full"), "skipped: takes 1,001 papers, run it with -Pfull");
        PapersClient papers = platform.papers();
        for (int i = 1; i <= LARGEST_PAGE + 1; i++) {
            papers.importText(Vorlage.numbered("2056/" + i).text()).is(201);
        }
        JsonNode page = papers.list("year=2056&limit=" + LARGEST_PAGE).is(200).json();

        assertThat(page.path("data")).hasSize(LARGEST_PAGE);
        assertThat(references(papers, "year=2056&after=" + page.path("next").asText()))
                .containsExactly("2056/" + (LARGEST_PAGE + 1));
    }

    @OnEachDatabase
    void lineOfTheListSaysWhatThePaperIs(Platform platform) {
        String reference = platform.freshReference();
        String id = platform.papers()
                .importAndPublish(
                        Vorlage.numbered(reference).titled("Ampel am Markt").text())
                .field("id");
        JsonNode line = platform.papers().find(reference);

        assertThat(line.path("id").asText()).isEqualTo(id);
        assertThat(line.path("slug").asText()).isEqualTo(reference.replace('/', '-'));
        assertThat(line.path("name").asText()).isEqualTo("Ampel am Markt");
        assertThat(line.path("paperType").asText()).isEqualTo("Beschlussvorlage");
        assertThat(line.path("underDirectionOf").asText()).isEqualTo("Fachdienst Schule und Kultur");
        assertThat(line.path("visibility").asText()).isEqualTo("PUBLIC");
        assertThat(line.path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(line.path("version").asInt()).isEqualTo(1);
        assertThat(java.time.Instant.parse(line.path("modified").asText())).isNotNull();
    }

    @OnEachDatabase
    void filtersNarrowTheList(Platform platform) {
        PapersClient papers = platform.papers();
        papers.importText(Vorlage.numbered("2053/1")
                        .ofType("Berichtsvorlage")
                        .titled("Ärger über die Straßenlaternen")
                        .goesTo("Ausschuss für Licht", "Beratung", "01.02.2053", "Ö")
                        .text())
                .is(201);
        papers.importText(Vorlage.numbered("2053/2")
                        .ofType("Anfrage")
                        .stating("Von 100% der Straßenlaternen sind 5 dunkel.")
                        .goesTo("Ausschuss für Licht", "Beratung", "01.02.2053", "Ö")
                        .goesTo("Ausschuss für Schatten", "Beratung", "02.02.2053", "N")
                        .text())
                .is(201);
        papers.importText(Vorlage.numbered("2054/3").ofType("Anfrage").text()).is(201);

        assertThat(references(papers, "year=2053")).containsExactly("2053/1", "2053/2");
        assertThat(references(papers, "year=2053&type=berichtsVORLAGE")).containsExactly("2053/1");
        assertThat(references(papers, "year=2054&type=Anfrage")).containsExactly("2054/3");
        assertThat(references(papers, "organization=" + encoded("ausschuss für licht")))
                .containsExactly("2053/1", "2053/2");
        assertThat(references(papers, "organization=" + encoded("Ausschuss für Schatten")))
                .containsExactly("2053/2");
        assertThat(references(papers, "organization=Ausschuss")).isEmpty();
        assertThat(references(papers, "year=2053&text=" + encoded("straßenlaternen")))
                .containsExactly("2053/1", "2053/2");
        assertThat(references(papers, "year=2053&text=" + encoded("ÄRGER laternen")))
                .containsExactly("2053/1");
        assertThat(references(papers, "year=2053&text=" + encoded("100%"))).containsExactly("2053/2");
        assertThat(references(papers, "year=2053&text=" + encoded("1_0%"))).isEmpty();
        assertThat(references(papers, "year=2053&text=" + encoded("2053/1"))).containsExactly("2053/1");
        assertThat(references(papers, "year=1999")).isEmpty();
    }

    @OnEachDatabase
    void filterByTextSeesTheNewestVersionOnly(Platform platform) {
        PapersClient papers = platform.papers();
        Vorlage text = Vorlage.numbered("2055/1").titled("Schwebebahn");
        papers.importText(text.text()).is(201);
        papers.importText(text.titled("Seilbahn").text()).is(200);

        assertThat(references(papers, "year=2055&text=schwebebahn")).isEmpty();
        assertThat(references(papers, "year=2055&text=seilbahn")).containsExactly("2055/1");
    }

    @OnEachDatabase
    void unreadableParametersAreRefusedByName(Platform platform) {
        for (String query : List.of(
                "limit=0", "limit=1001", "limit=viele", "year=MMXXVI", "year=99999", "after=" + "x".repeat(37))) {
            Problem.of(platform.papers().list(query), 400).saying(query.substring(0, query.indexOf('=')));
        }
    }

    @OnEachDatabase
    void forgedKeysAndStrangeCharactersNeverBreakTheList(Platform platform) {
        for (String parameter : List.of("after", "text", "type", "organization", "reference")) {
            for (String value : List.of("'%20or%20'1'='1", "%00", "a%00b", "%EF%BF%BF", "%F0%9F%8F%9B", "%5C", "!")) {
                int status = platform.papers().list(parameter + "=" + value).status();
                assertThat(status).as(parameter + "=" + value).isIn(200, 400);
            }
        }
    }

    private static List<String> references(PapersClient papers, String query) {
        List<String> references = new ArrayList<>();
        papers.list(query)
                .is(200)
                .json()
                .path("data")
                .forEach(line -> references.add(line.path("reference").asText()));
        return references;
    }
}
