package de.kreiswerk.proposals.importer;

import static de.kreiswerk.proposals.importer.Vorlage.findings;
import static de.kreiswerk.proposals.importer.Vorlage.paper;
import static de.kreiswerk.proposals.importer.Vorlage.read;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.proposals.api.Finding;
import org.junit.jupiter.api.Test;

class NoiseTest {

    private static final String PORTAL_PAGE = """
            https://rat.example/vo020?id=7
            Danach suchen andere
            Zum Inhalt springen
            Ein Foto vom Rathaus bei Nacht.

            Inhalt

            Vorlage - 2031/014

            Betreff: Bänke
            Reduzieren
            Sachverhalt
            Reduzieren
            Es fehlen Bänke.
            ![Wappen](wappen.png)
            Seite 1 von 2
            """;

    @Test
    void thePageAroundAPaperIsLeftOutAndToldOnce() {
        var read = read(PORTAL_PAGE);
        assertThat(read.document().statementOfFacts().paragraphs()).containsExactly("Es fehlen Bänke.");
        assertThat(read.document().otherSections()).isEmpty();
        assertThat(findings("noise-left-out", PORTAL_PAGE)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.INFO);
            assertThat(finding.line()).isEqualTo(1);
            assertThat(finding.message().german()).contains("9", "Danach suchen andere");
        });
    }

    @Test
    void ordinaryWordsAreNoiseAtTheTopOnly() {
        assertThat(paper("Sachverhalt:\n" + "Zeile\n".repeat(20) + "\nInhalt\n")
                        .statementOfFacts()
                        .paragraphs())
                .contains("Inhalt");
    }

    @Test
    void aBlockThatStatesFieldsIsNoNavigation() {
        assertThat(read("Zum Inhalt springen\nVorlagennummer: 2031/014\nBetreff: Bänke\n")
                        .document()
                        .name())
                .isEqualTo("Bänke");
    }

    @Test
    void aLetterheadNamesNobody() {
        var paper = paper("Anlagen:\n1 - Plan\n\nLANDKREIS MUSTERLAND\nDIE LANDRÄTIN\n\n2 - Schnitt\n");
        assertThat(paper.attachments()).hasSize(2);
        assertThat(paper.otherSections()).isEmpty();
    }

    @Test
    void capitalsAloneAreNoLetterhead() {
        assertThat(paper("Sachverhalt:\nLANDKREIS MUSTERLAND\n\nGuten Tag.\n")
                        .statementOfFacts()
                        .paragraphs())
                .containsExactly("LANDKREIS MUSTERLAND", "Guten Tag.");
    }
}
