package de.kreiswerk.proposals.importer;

import static de.kreiswerk.proposals.importer.Vorlage.paper;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.Passage;
import de.kreiswerk.proposals.api.PaperDocument.Section;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which labels count, and where. */
class SectionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sachverhalt",
                "Sachlage",
                "Sachlage des Antragstellers",
                "Kurze Sachdarstellung",
                "Sachdarstellung",
                "Sach- und Rechtslage",
                "Begründung",
                "SACHVERHALT"
            })
    void knowsTheLabelsOfTheStatementOfFacts(String label) {
        assertThat(paper("\n" + label + ":\n\nSo ist es.\n").statementOfFacts())
                .isEqualTo(new Passage(label, List.of("So ist es.")));
        assertThat(paper("\n### " + label + "\n\nSo ist es.\n")
                        .statementOfFacts()
                        .label())
                .isEqualTo(label);
        assertThat(paper("\n**" + label + ":** So ist es.\n").statementOfFacts().paragraphs())
                .containsExactly("So ist es.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Beschlussvorschlag", "Beschlussvorschlag Antragsteller", "Beschlussentwurf"})
    void knowsTheLabelsOfTheResolution(String label) {
        assertThat(paper("\n" + label + "\n\n1. Ja.\n\nAlternativ:\n\n1. Nein.\n")
                        .proposedResolution())
                .isEqualTo(new Passage(label, List.of("1. Ja.", "Alternativ:", "1. Nein.")));
    }

    @Test
    void linesOfAParagraphStayTogether() {
        assertThat(paper("Sachverhalt:\n\neins\nzwei\n\n\ndrei\n")
                        .statementOfFacts()
                        .paragraphs())
                .containsExactly("eins\nzwei", "drei");
    }

    @Test
    void aTableOfContentsIsNoSection() {
        PaperDocument paper = paper("""
                Beratungsfolge:
                Kreistag
                05.05.2031

                Sachverhalt
                Finanzielle Auswirkungen
                Anlage/n
                Beschlussvorschlag

                Beschlussvorschlag:

                Es wird gebaut.

                Sachverhalt:

                Der Platz ist frei.
                """);
        assertThat(paper.proposedResolution().paragraphs()).containsExactly("Es wird gebaut.");
        assertThat(paper.statementOfFacts().paragraphs()).containsExactly("Der Platz ist frei.");
        assertThat(paper.financialImpact()).isNull();
        assertThat(paper.otherSections()).isEmpty();
    }

    @Test
    void theLastBareLabelBeforeRunningTextIsALabel() {
        assertThat(paper("Beschlussvorschlag\nSachverhalt\nDer Platz ist frei.\n")
                        .statementOfFacts()
                        .paragraphs())
                .containsExactly("Der Platz ist frei.");
    }

    @Test
    void aDoubledHeadingCountsOnce() {
        assertThat(paper("Beschlussvorschlag\n\n\nBeschlussvorschlag:\n\nJa.\n").proposedResolution())
                .isEqualTo(new Passage("Beschlussvorschlag", List.of("Ja.")));
        assertThat(paper("Sachverhalt\n\n\nSachlage:\n\nJa.\n").statementOfFacts())
                .isEqualTo(new Passage("Sachverhalt", List.of("Sachlage:", "Ja.")));
    }

    @Test
    void theTwoViewsOfAMotionFollowEachOther() {
        PaperDocument paper = paper("""
                Beschlussvorschlag Antragsteller:
                Bauen.

                Sachlage des Antragstellers:
                Es fehlt.

                Beschlussvorschlag:
                Ablehnen.
                """);
        assertThat(paper.proposedResolution())
                .isEqualTo(new Passage(
                        "Beschlussvorschlag Antragsteller", List.of("Bauen.", "Beschlussvorschlag:", "Ablehnen.")));
        assertThat(paper.statementOfFacts().paragraphs()).containsExactly("Es fehlt.");
    }

    @Test
    void theReasonsOfTheFinancialFormAreNotTheFacts() {
        PaperDocument paper = paper("""
                Finanzielle Auswirkungen:
                a) für die Umsetzung der Maßnahmen: 10 €
                c) Haushaltsrechtlich gesichert:
                Begründung:
                Die Kasse ist gefüllt.
                Sonstiges:
                """);
        assertThat(paper.statementOfFacts()).isNull();
        assertThat(paper.financialImpact().justification()).isEqualTo("Die Kasse ist gefüllt.");
    }

    @Test
    void theReasonsOfTheClimateCheckAreNotTheFacts() {
        PaperDocument paper = paper("Klimacheck:\nx positive Klimawirkung\n\nBegründung:\nWeniger Wege.\n");
        assertThat(paper.statementOfFacts()).isNull();
        assertThat(paper.climateCheck().result().paragraphs()).containsExactly("Begründung:\nWeniger Wege.");
    }

    @Test
    void belowFreeTextAboutMoneyReasonsAreTheFacts() {
        PaperDocument paper = paper("Finanzielle Auswirkungen: keine\n\nBegründung:\n\nEs kostet nichts.\n");
        assertThat(paper.financialImpact().wording())
                .isEqualTo(new Passage("Finanzielle Auswirkungen", List.of("keine")));
        assertThat(paper.statementOfFacts().paragraphs()).containsExactly("Es kostet nichts.");
    }

    @Test
    void aHeadingOfTheSameRankEndsASectionADeeperOneDoesNot() {
        PaperDocument paper = paper("### Sachverhalt\neins\n#### Lage\nzwei\n### Folgen\ndrei\n");
        assertThat(paper.statementOfFacts().paragraphs()).containsExactly("eins\nLage\nzwei");
        assertThat(paper.otherSections()).containsExactly(new Section("Folgen", 7, "drei"));
    }

    @Test
    void anUnknownHeadingWithoutTextIsKept() {
        assertThat(paper("### Sachverhalt\neins\n### Verteiler\n").otherSections())
                .containsExactly(new Section("Verteiler", 4, "Verteiler"));
    }

    @Test
    void fieldsBelowTheConsultationsBelongToTheHead() {
        PaperDocument paper = paper("Beratungsfolge:\nKreistag\n05.05.2031\nFederführend: Schulen\n");
        assertThat(paper.underDirectionOf()).isEqualTo("Schulen");
        assertThat(paper.consultations()).hasSize(1);
    }

    @Test
    void theHeadDoesNotBeginAgainInsideAPassage() {
        assertThat(paper("Sachverhalt:\n\nGrunddaten\n\nzehn Meter\n")
                        .statementOfFacts()
                        .paragraphs())
                .containsExactly("Grunddaten", "zehn Meter");
    }

    @Test
    void commonWordsAreLabelsOnlyWithAColonOrInBold() {
        assertThat(paper("Sachverhalt:\n\nSiehe\n\nAnlage\n\nund\n")
                        .statementOfFacts()
                        .paragraphs())
                .containsExactly("Siehe", "Anlage", "und");
    }
}
