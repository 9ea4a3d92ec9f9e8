package de.kreiswerk.proposals.web.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassageBlocksTest {

    private static final List<List<String>> ROWS = List.of(List.of("1", "Nord", "5 €"), List.of("2", "", "7,50 €"));

    @Test
    void tableOfTabsTakesThePlaceOfItsLines() {
        assertThat(shown(
                        List.of("Vorher\nJahr\tBetrag\n2030\t5 €\n2031\t6 €\nSumme\t11 €\nNachher", "Ende"),
                        table(
                                List.of("Jahr", "Betrag"),
                                List.of(List.of("2030", "5 €"), List.of("2031", "6 €")),
                                "11 €")))
                .containsExactly("Vorher", "TABLE", "Nachher", "Ende");
    }

    @Test
    void tableOfPipesTakesThePlaceOfItsLines() {
        assertThat(shown(
                        List.of("| Jahr | Betrag |\n|---|:-:|\n| 2030 | 5 € |"),
                        table(List.of("Jahr", "Betrag"), List.of(List.of("2030", "5 €")))))
                .containsExactly("TABLE");
    }

    @Test
    void cellsBelowEachOtherAreOneTable() {
        assertThat(shown(
                        List.of(
                                "Es erhalten:",
                                "Nr.",
                                "Ort",
                                "Betrag",
                                "1",
                                "Nord",
                                "5 €",
                                "2",
                                "7,50 €",
                                "GESAMT",
                                "12,50 €",
                                "Und so fort."),
                        table(List.of("Nr.", "Ort", "Betrag"), ROWS, "12,50 €")))
                .containsExactly("Es erhalten:", "TABLE", "Und so fort.");
    }

    @Test
    void sumsBetweenTheRowsBelongToTheTable() {
        assertThat(shown(
                        List.of("A\tB\na\t1\nSumme\t1\nb\t2\nSumme\t3"),
                        table(List.of("A", "B"), List.of(List.of("a", "1"), List.of("b", "2")), "1", "3")))
                .containsExactly("TABLE");
    }

    @Test
    void twoTablesAlikeStandEachInTheirPlace() {
        var table = table(List.of("A", "B"), List.of(List.of("a", "1")));

        assertThat(shown(List.of("A\tB\na\t1", "dazwischen", "A\tB\na\t1"), table, table))
                .containsExactly("TABLE", "dazwischen", "TABLE");
    }

    @Test
    void nothingIsTakenAwayThatTheTableDoesNotSay() {
        var wrong = table(List.of("A", "B"), List.of(List.of("a", "2")));
        PassageBlocks blocks = new PassageBlocks(List.of("A\tB\na\t1"), List.of(wrong));

        assertThat(blocks.blocks()).extracting(PassageBlocks.Block::paragraph).containsExactly("A\tB\na\t1");
        assertThat(blocks.unplaced()).containsExactly(wrong);

        assertThat(shown(
                        List.of("A\tB\na\t1\nSumme\tdrei Orte\t1"),
                        table(List.of("A", "B"), List.of(List.of("a", "1")))))
                .containsExactly("TABLE", "Summe\tdrei Orte\t1");
    }

    @Test
    void emptyTableChangesNothing() {
        assertThat(shown(List.of("a", "b"), table(List.of(), List.of()))).containsExactly("a", "b");
    }

    private static PaperSnapshot.Table table(List<String> header, List<List<String>> rows, String... totals) {
        return new PaperSnapshot.Table("Sachverhalt", header, rows, List.of(totals));
    }

    private static List<String> shown(List<String> paragraphs, PaperSnapshot.Table... tables) {
        return new PassageBlocks(paragraphs, List.of(tables))
                .blocks().stream()
                        .map(block -> block.table() == null ? block.paragraph() : "TABLE")
                        .toList();
    }
}
