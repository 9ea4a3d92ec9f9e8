package de.kreiswerk.proposals.importer;

import static de.kreiswerk.proposals.importer.Vorlage.paper;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.proposals.api.PaperDocument.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ways in which tables come out of copied texts. */
class TablesTest {

    @Test
    void cellsBelowEachOther() {
        assertThat(tables(
                        "Es erhalten:",
                        "Nr.",
                        "Ort",
                        "Betrag",
                        "1",
                        "Nord",
                        "5 €",
                        "2",
                        "Süd",
                        "7,50 €",
                        "Und so fort."))
                .containsExactly(new Table(
                        "Sachverhalt",
                        List.of("Nr.", "Ort", "Betrag"),
                        List.of(List.of("1", "Nord", "5 €"), List.of("2", "Süd", "7,50 €")),
                        List.of()));
    }

    @Test
    void cellsBelowEachOtherWithEmptyOnesAndSums() {
        assertThat(tables(
                        "Es erhalten die folgenden Orte diese Beträge aus dem Topf, der noch voll ist und es lange bleiben wird:",
                        "",
                        "",
                        "Ort",
                        "Betrag",
                        "1",
                        "Nord",
                        "5 EUR",
                        "2",
                        "",
                        "7 EUR",
                        "",
                        "",
                        "GESAMT",
                        "",
                        "12 EUR"))
                .containsExactly(new Table(
                        "Sachverhalt",
                        List.of("", "Ort", "Betrag"),
                        List.of(List.of("1", "Nord", "5 EUR"), List.of("2", "", "7 EUR")),
                        List.of("12 EUR")));
    }

    @Test
    void cellsBelowEachOtherWithoutBlankLines() {
        assertThat(paper("Sachverhalt:\nNr.\nOrt\n1\nNord\n2\nSüd\n3\nOst\n").tables())
                .containsExactly(new Table(
                        "Sachverhalt",
                        List.of("Nr.", "Ort"),
                        List.of(List.of("1", "Nord"), List.of("2", "Süd"), List.of("3", "Ost")),
                        List.of()));
    }

    @Test
    void aSingleRowBelowANumberHead() {
        assertThat(tables("Nr.", "Ort", "1", "Nord").get(0).rows()).containsExactly(List.of("1", "Nord"));
    }

    @Test
    void tabsBetweenCells() {
        assertThat(paper("Sachverhalt:\nJahr\tBetrag\n2030\t5 €\n2031\t6 €\nSumme\t11 €\n")
                        .tables())
                .containsExactly(new Table(
                        "Sachverhalt",
                        List.of("Jahr", "Betrag"),
                        List.of(List.of("2030", "5 €"), List.of("2031", "6 €")),
                        List.of("11 €")));
    }

    @Test
    void pipesBetweenCells() {
        assertThat(paper("Sachverhalt:\n| Jahr | Betrag |\n|---|---|\n| 2030 | 5 € |\n")
                        .tables())
                .containsExactly(new Table(
                        "Sachverhalt", List.of("Jahr", "Betrag"), List.of(List.of("2030", "5 €")), List.of()));
    }

    @Test
    void theWordsStayInThePassage() {
        var paper = paper("Sachverhalt:\nJahr\tBetrag\n2030\t5 €\n");
        assertThat(paper.statementOfFacts().paragraphs()).containsExactly("Jahr\tBetrag\n2030\t5 €");
    }

    @Test
    void numberedPointsAreNoTable() {
        assertThat(paper("Sachverhalt:\n\n1. eins\n\n2. zwei\n\n3. drei\n").tables())
                .isEmpty();
        assertThat(tables("1", "Nord", "vier", "zwei")).isEmpty();
    }

    private static List<Table> tables(String... cells) {
        return paper("Sachverhalt:\n\n" + String.join("\n\n", cells) + "\n").tables();
    }
}
