package de.kreiswerk.proposals.web.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.proposals.web.http.Today;
import de.kreiswerk.proposals.web.snapshot.PublicBody;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperPageTest {

    private static final String EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;";

    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final PublicBody BODY =
            new PublicBody("/body/b", Instant.EPOCH, "Landkreis Musterkreis", "https://www.govdata.de/dl-de/by-2-0");

    @Test
    void everythingThatIsPublicIsShown() {
        String html = page(SampleSnapshots.full("Wortlaut"), Locale.GERMAN);

        assertThat(html)
                .contains("<h1", "Wortlaut 2026/001")
                .contains("10.06.2026, 16:00 Uhr")
                .contains("datetime=\"2026-06-10T14:00:00Z\"")
                .contains("<time class=\"kw-nobreak\" datetime=\"2026-06-22\">22.06.2026</time>")
                .contains("<a class=\"kern-link\" href=\"/sitzungen/2026-06-10-umwelt\">10.06.2026, 16:00 Uhr</a>")
                .contains("href=\"/oparl/v1/paper/01920000-0000-7000-8000-000000000001\"")
                .contains("Datenlizenz Deutschland – Namensnennung – Version 2.0")
                .contains("Beratungsstand", "in Beratung")
                .contains("Beschlussempfehlung", "Entscheidung")
                .contains(">nichtöffentlich<", ">öffentlich<")
                .contains("Zeile 1\nZeile 2")
                .contains("1.234,50 €", "im Haushaltsplan veranschlagt", "klärungsbedürftig")
                .contains("Wortlaut (03.02.2026)")
                .contains("href=\"/vorlagen/2026-001/anlagen/1\"", "(PDF, 1,2 MB)")
                .contains("Datei fehlt (laut Vorlage Wortlaut)", "ihre Datei liegt aber noch nicht vor")
                .contains("Tabelle aus diesem Abschnitt", "Wortlaut2", "Summe:")
                .contains("Fassung 2 vom 02.07.2026, 10:00 Uhr (aktuell)", "Fassung 1 vom 02.01.2026, 09:00 Uhr")
                .contains("03.07.2026");
        assertThat(html.indexOf("Fassung 2")).isLessThan(html.indexOf("Fassung 1"));
        assertThat(html.indexOf("Anlage 1")).isLessThan(html.indexOf("Anlage 2"));
    }

    @Test
    void whatPeopleWroteNeverBecomesMarkup() {
        for (Locale language : new Locale[] {Locale.GERMAN, Locale.ENGLISH}) {
            String html = page(SampleSnapshots.full(EVIL), language);

            assertThat(html).contains("&lt;script&gt;").doesNotContain("<script", "<img");
            assertThat(html).as("ends an attribute").contains("=\"&#34;").doesNotContain("=\"\"'");
            assertThat(tags(html)).isEqualTo(tags(page(SampleSnapshots.full("Wortlaut"), language)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void paperThatStatesNothingIsStillAPage(String language) {
        String html = page(SampleSnapshots.SPARSE, Locale.forLanguageTag(language));

        assertThat(html).contains("2026/002").doesNotContain("null", "beschlussvorschlag", "sachverhalt");
    }

    @Test
    void whatIsNotStatedIsSaidNotToBeStated() {
        assertThat(page(SampleSnapshots.SPARSE, Locale.GERMAN))
                .contains("Die Vorlage macht zu finanziellen Auswirkungen keine Angaben.")
                .contains("Die Vorlage enthält keinen Klimacheck.")
                .contains("Die Vorlage nennt keine Beratungsfolge.")
                .contains("Die Vorlage hat keine öffentlichen Anlagen.");

        String unanswered = page(SampleSnapshots.UNANSWERED, Locale.GERMAN);
        assertThat(unanswered)
                .containsSubsequence(
                        "a) Kosten",
                        "keine Angabe",
                        "b) Folgekosten",
                        "keine Angabe",
                        "c) Haushaltsrechtlich",
                        "keine Angabe",
                        "d) Mögliche Einnahmen",
                        "keine Angabe",
                        "Klimawirkung",
                        "keine Angabe")
                .doesNotContain("Umsatzsteuerliche", "0,00 €", "id=\"beschlussvorschlag\"");
    }

    @Test
    void blockInFreeWordsIsNotAskedTheFormsQuestions() {
        String html = page("""
                {"reference":"2026/004","financialImpact":{"coverage":[],"followUpCost":{"wording":"rund 500 €"},
                 "wording":{"label":"Kosten","paragraphs":["Es entstehen geringe Kosten."]}}}
                """, Locale.GERMAN);

        assertThat(html).contains("Es entstehen geringe Kosten.", "rund 500 €").doesNotContain("a) Kosten");
    }

    @Test
    void nonPublicPartsStopHereEvenIfASnapshotHeldThem() {
        String html = page("""
                {"reference":"2026/005",
                 "consultations":[{"organization":"Kreisausschuss","visibility":"NON_PUBLIC","result":"geheim",
                   "resolutionText":"geheim",
                   "meeting":{"name":"geheim","start":"2026-06-22T14:00:00Z","place":"geheim"},"plannedDate":"2026-06-22"}],
                 "attachments":[{"number":1,"name":"geheim","visibility":"NON_PUBLIC"}],
                 "persons":{"author":"geheim"}}
                """, Locale.GERMAN);

        assertThat(html)
                .contains("Kreisausschuss", "nichtöffentlich", "22.06.2026")
                .doesNotContain("geheim", "16:00");
    }

    @Test
    void whatWasResolvedOtherwiseIsShownInItsOwnWords() {
        String html = page("""
                {"reference":"2026/010","state":"DECIDED","consultations":[
                  {"organization":"Kreisausschuss","visibility":"NON_PUBLIC"},
                  {"organization":"Kreistag","role":"DECISION","visibility":"PUBLIC","result":"geändert beschlossen",
                   "resolutionText":"Elf statt neun.\\n\\nZwei davon <b>anders</b>.",
                   "meeting":{"name":"Kreistag","start":"2026-05-20T14:00:00Z"}}]}
                """, Locale.GERMAN);

        assertThat(html)
                .containsSubsequence(
                        "Geänderter Wortlaut: Kreistag, 20.05.2026",
                        "<p>Elf statt neun.</p>",
                        "<p>Zwei davon &lt;b&gt;anders&lt;/b&gt;.</p>")
                .as("the date will not come any more")
                .doesNotContain("noch kein Termin");
        assertThat(page(SampleSnapshots.full("Wortlaut"), Locale.GERMAN)).doesNotContain("Geänderter Wortlaut");
    }

    @Test
    void codesOfALaterVersionDoNotBreakThePage() {
        String html = page("""
                {"reference":"2026/006","financialImpact":{"coverage":["LOTTERY"],"revenue":"PERHAPS"},
                 "climateCheck":{"rating":"MIXED","wording":"gemischt"},
                 "consultations":[{"organization":"Beirat","role":"APPLAUSE","roleWording":"Applaus","visibility":"HALF"}]}
                """, Locale.GERMAN);

        assertThat(html).contains("Applaus", "gemischt", "keine Angabe").doesNotContain("LOTTERY", "PERHAPS", "HALF");
    }

    @Test
    void dateThatDoesNotExistIsShownAsWritten() {
        String html = page("""
                {"reference":"2026/007","consultations":[
                  {"organization":"A","dateWording":"31.06.2026"},{"organization":"B"}]}
                """, Locale.GERMAN);

        assertThat(html).contains("31.06.2026", "noch kein Termin").doesNotContain("<time");
    }

    @Test
    void movedMeetingSaysWhatThePaperPlanned() {
        String html = page("""
                {"reference":"2026/008","consultations":[{"organization":"Kreistag","plannedDate":"2026-06-25",
                  "meeting":{"name":"Kreistag","start":"2026-07-01T22:30:00Z"}}]}
                """, Locale.GERMAN);

        assertThat(html).contains("02.07.2026, 00:30 Uhr", "in der Vorlage geplant für 25.06.2026");
    }

    @Test
    void englishPageMarksTheGermanWordsOfThePaper() {
        String html = page(SampleSnapshots.full("Wortlaut"), Locale.ENGLISH);

        assertThat(html)
                .contains("Consultations", "Proposed resolution", "not public", "10 June 2026, 16:00", "(PDF, 1.2 MB)")
                .contains("<h1 class=\"kern-heading-large kw-title\" lang=\"de\">Wortlaut</h1>")
                .contains("<p lang=\"de\">Wortlaut</p>")
                .contains("to be clarified", "positive effect")
                .doesNotContain("keine Angabe", "Uhr");
    }

    @Test
    void englishPageMarksTheGermanNamesOfTablesToo() {
        String snapshot = """
                {"reference":"2026/009","tables":[
                  {"section":"Kosten","header":["Posten","Betrag"],"rows":[["Bau","1"]],"totals":["1"]}]}
                """;

        assertThat(page(snapshot, Locale.ENGLISH))
                .contains(
                        "<p class=\"kw-scroll__caption\" lang=\"de\">Kosten</p>",
                        "role=\"region\" lang=\"de\" aria-label=\"Kosten\"",
                        "<tfoot class=\"kw-total\" lang=\"en\">");
        assertThat(page(snapshot, Locale.GERMAN)).doesNotContain("lang=\"de\"", "lang=\"en\"");
    }

    @Test
    void snapshotThatCannotBeReadNamesItsObject() {
        assertThatThrownBy(() -> SampleSnapshots.paper("{"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/paper/01920000-0000-7000-8000-000000000001");
    }

    private static long tags(String html) {
        return html.chars().filter(character -> character == '<').count();
    }

    private static String page(String content, Locale language) {
        return page(content, language, TODAY);
    }

    private static String page(String content, Locale language, LocalDate today) {
        return Templates.paper(new PaperViews(language, new Today(today))
                .view(SampleSnapshots.paper(content), SampleSnapshots.path(1), "/vorlagen/2026-001", BODY));
    }
}
