package de.kreiswerk.proposals.importer;

import static de.kreiswerk.proposals.importer.Vorlage.findings;
import static de.kreiswerk.proposals.importer.Vorlage.paper;
import static de.kreiswerk.proposals.importer.Vorlage.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.ClimateCheck;
import de.kreiswerk.proposals.api.PaperDocument.ClimateCheck.Rating;
import de.kreiswerk.proposals.api.PaperDocument.Passage;
import de.kreiswerk.proposals.api.PaperDocument.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClimateCheckTest {

    @ParameterizedTest
    @CsvSource({
        "stark positive Klimawirkung,STRONGLY_POSITIVE",
        "positive Klimawirkung,POSITIVE",
        "keine oder geringe Klimawirkung,NONE_OR_LOW",
        "negative Klimawirkung,NEGATIVE",
        "stark negative Klimawirkung,STRONGLY_NEGATIVE"
    })
    void readsEachOfTheFiveBoxes(String wording, Rating rating) {
        for (String box : List.of("x ", "X ", "[x] ", "☒ ", "- [x] ")) {
            assertThat(climate(form().replace("\n" + wording, "\n" + box + wording)))
                    .isEqualTo(new ClimateCheck(rating, wording, null));
        }
    }

    @Test
    void noBoxTickedIsNoRating() {
        assertThat(climate(form())).isEqualTo(new ClimateCheck(null, null, null));
    }

    @Test
    void twoBoxesTickedAreNoRating() {
        ClimateCheck climate =
                climate(form().replace("\npositive", "\nx positive").replace("\nstark neg", "\nx stark neg"));
        assertThat(climate.rating()).isNull();
        assertThat(climate.wording()).isEqualTo("positive Klimawirkung; stark negative Klimawirkung");
    }

    @Test
    void theOnlyRatingLeftInTheFormIsChosen() {
        assertThat(climate("Klimacheck:\n\nnegative Klimawirkung\n").rating()).isEqualTo(Rating.NEGATIVE);
    }

    @Test
    void theHeadMayStateIt() {
        assertThat(climate("Klimacheck: stark positive Klimawirkung\n").rating())
                .isEqualTo(Rating.STRONGLY_POSITIVE);
        assertThat(climate("Klimacheck: ungeprüft\n")).isEqualTo(new ClimateCheck(null, "ungeprüft", null));
    }

    @Test
    void thePastedTableIsTheResult() {
        PaperDocument paper =
                paper(form().replace("\npositive", "\nx positive") + "\nBereich\tWirkung\nVerkehr\t+2\nStrom\t-1\n");
        assertThat(paper.climateCheck().result())
                .isEqualTo(
                        new Passage("Ergebnis des KlimaChecks", List.of("Bereich\tWirkung\nVerkehr\t+2\nStrom\t-1")));
        assertThat(paper.tables())
                .containsExactly(new Table(
                        "Ergebnis des KlimaChecks",
                        List.of("Bereich", "Wirkung"),
                        List.of(List.of("Verkehr", "+2"), List.of("Strom", "-1")),
                        List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sachverhalt:\nWir bauen.\n\nKlimacheck:\nx positive Klimawirkung\n",
                "### Klimacheck\nx positive Klimawirkung\n",
                "Klimacheck:\nx positive Klimawirkung\nErgebnis des KlimaChecks:\n"
            })
    void resultsThatLookLikeFieldsStayResults(String section) {
        PaperDocument paper = paper(section + "Datum: 03.02.2031\nStatus: öffentlich\nVerantwortlich: Klimaschutz\n");
        assertThat(paper.climateCheck().result().paragraphs())
                .containsExactly("Datum: 03.02.2031\nStatus: öffentlich\nVerantwortlich: Klimaschutz");
        assertThat(paper.visibility()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Klimacheck:\nstark positive Klimawirkung ☐\n",
                "Klimacheck: stark positive Klimawirkung [ ]\n",
                "Klimacheck: ☐ stark positive Klimawirkung\n",
                "Klimacheck:\nstark positive Klimawirkung ☐ positive Klimawirkung ☐\n"
            })
    void anEmptyBoxBehindARatingIsNoRating(String text) {
        assertThat(climate(text)).isEqualTo(new ClimateCheck(null, null, null));
        assertThat(findings("climate-rating-ambiguous", with(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Klimacheck:\nstark positive Klimawirkung ☐\npositive Klimawirkung ☒\n",
                "Klimacheck:\nstark positive Klimawirkung ☐ positive Klimawirkung ☒\n",
                "Klimacheck:\n[ ] stark positive Klimawirkung [x] positive Klimawirkung\n",
                "Klimacheck:\nstark positive Klimawirkung x positive Klimawirkung\n",
                "Klimacheck: stark positive Klimawirkung ☐ positive Klimawirkung ☒\n"
            })
    void boxesMayStandBehindTheRatingsAndOnOneLine(String text) {
        assertThat(climate(text)).isEqualTo(new ClimateCheck(Rating.POSITIVE, "positive Klimawirkung", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stark positive Klimawirkung ☒ positive Klimawirkung",
                "stark positive Klimawirkung positive Klimawirkung x",
                "☐ stark positive Klimawirkung\npositive Klimawirkung"
            })
    void aTickThatBelongsToNoRatingForCertainIsNoRating(String lines) {
        String text = with("Klimacheck:\n" + lines + "\n");
        assertThat(Vorlage.read(text).document().climateCheck().rating()).isNull();
        assertThat(findings("climate-rating-ambiguous", text)).hasSize(1);
    }

    private static String form() {
        return """
                ### Klimacheck:

                Was für eine Klimawirkung hat das Vorhaben?
                stark positive Klimawirkung
                positive Klimawirkung
                keine oder geringe Klimawirkung
                negative Klimawirkung
                stark negative Klimawirkung
                Ergebnis des KlimaChecks (in Tabellenform) einfügen:
                """;
    }

    private static ClimateCheck climate(String text) {
        PaperDocument paper = paper(text);
        assertThat(paper.otherSections()).isEmpty();
        return paper.climateCheck();
    }
}
