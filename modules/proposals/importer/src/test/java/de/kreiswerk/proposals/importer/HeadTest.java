package de.kreiswerk.proposals.importer;

import static de.kreiswerk.proposals.importer.Vorlage.findings;
import static de.kreiswerk.proposals.importer.Vorlage.paper;
import static de.kreiswerk.proposals.importer.Vorlage.read;
import static de.kreiswerk.proposals.importer.Vorlage.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.proposals.api.Finding.Severity;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.ClimateCheck;
import de.kreiswerk.proposals.api.PaperDocument.ClimateCheck.Rating;
import de.kreiswerk.proposals.api.PaperDocument.Persons;
import de.kreiswerk.proposals.api.PaperDocument.Section;
import de.kreiswerk.proposals.api.Visibility;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022/346",
                "2021/262-1",
                "VO/10534/23",
                "0067/2023",
                "2021/FB I/3568",
                "BV/0351/2021-2026",
                "V-KA/22/702/1",
                "An0033/2021-2026VO"
            })
    void knowsTheSpellingsOfANumber(String number) {
        assertThat(read("Vorlagennummer: " + number).document().reference()).isEqualTo(number);
        assertThat(read("Vorlage-Nr.: " + number + "\n").document().reference()).isEqualTo(number);
        assertThat(read("Vorlage - " + number + "  ").document().reference()).isEqualTo(number);
        assertThat(read("# Beschlussvorlage " + number).document().reference()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VORLAGENNUMMER", "Vorlagenummer", "vorlagen-nummer", "Drucksachen Nr.", "Vorlagen-Nr. "})
    void knowsHowFormsAndPeopleSpellItsLabel(String label) {
        assertThat(read(label + ": 2031/17\n").document().reference()).isEqualTo("2031/17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vorlagennummer\t2031/17\nBetreff\tNeue Bänke\nVerfasser\tMuster, Clara\nStatus\töffentlich\n",
                "| Vorlagennummer: | 2031/17 |\n| --- | --- |\n| Betreff | Neue Bänke |\n| Verfasser | Muster, Clara |\n"
                        + "| Status | öffentlich |\n",
                "| Vorlagennummer | 2031/17 | Betreff | Neue Bänke |\n| Verfasser | Muster, Clara | Status | öffentlich |\n",
                "Vorlagennummer\n2031/17\nBetreff\nNeue Bänke\nVerfasser\nMuster, Clara\nStatus\nöffentlich\n"
            })
    void headsThatAreTablesOrLabelsAboveTheirValuesAreRead(String head) {
        PaperDocument paper = read(head).document();

        assertThat(paper.reference()).isEqualTo("2031/17");
        assertThat(paper.name()).isEqualTo("Neue Bänke");
        assertThat(paper.persons().author()).isEqualTo("Muster, Clara");
        assertThat(paper.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(paper.otherSections()).isEmpty();
    }

    @Test
    void labelsInCapitalsAreLabels() {
        PaperDocument paper =
                paper("BETREFF: Neue Bänke\nVERFASSER: Muster, Clara\nÖFFENTLICHKEITSSTATUS: nichtöffentlich\n");

        assertThat(paper.name()).isEqualTo("Neue Bänke");
        assertThat(paper.persons().author()).isEqualTo("Muster, Clara");
        assertThat(paper.visibility()).isEqualTo(Visibility.NON_PUBLIC);
    }

    @Test
    void theSameNumberTwiceIsOneNumber() {
        PaperDocument paper = read("Beschlussvorlage - 2031/014\n\nVorlagennummer: 2031/014\n")
                .document();
        assertThat(paper.reference()).isEqualTo("2031/014");
        assertThat(paper.paperType()).isEqualTo("Beschlussvorlage");
    }

    @Test
    void numbersInRunningTextAndAddressesAreThoseOfOthers() {
        PaperDocument paper = paper("""
                Betreff: Ergänzung zu Vorlage 2029/111
                Sachverhalt:
                Siehe Vorlage 2030/222 und https://rat.example/vorlage/2030/333.
                Mit der Vorlage - 2030/444 wurde begonnen.
                """);
        assertThat(paper.reference()).isEqualTo("2031/014");
    }

    @Test
    void otherKindsNameTheirNumberInTheHeadingWhenNothingElseDoes() {
        PaperDocument paper =
                read("Antrag an Fachausschüsse - 2031/077\n\nBetreff: Bänke\n").document();
        assertThat(paper.reference()).isEqualTo("2031/077");
        assertThat(paper.paperType()).isEqualTo("Antrag an Fachausschüsse");
        assertThat(paper("Betreff: Jahresbericht\n\nJahresbericht - 2029/2030\n")
                        .reference())
                .isEqualTo("2031/014");
    }

    @Test
    void wordsBehindTheNumberAreKept() {
        PaperDocument paper = read("Vorlagennummer: 2031/014 (Tischvorlage)\n").document();
        assertThat(paper.reference()).isEqualTo("2031/014");
        assertThat(paper.otherSections()).containsExactly(new Section("Vorlagennummer", 1, "(Tischvorlage)"));
    }

    @Test
    void fieldsThatRanTogetherComeApart() {
        PaperDocument paper = paper("""
                Status:öffentlichVorlage-Art:Berichtsvorlage
                Verantwortlich:Beispiel, RosaAktenzeichen:12/3
                Federführend:Schulen / Sport Bearbeiter/-in: Beispiel, Otto
                Verfasser:Otto Beispiel
                Beteiligt:Bauamt; Kasse
                """);
        assertThat(paper.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(paper.paperType()).isEqualTo("Berichtsvorlage");
        assertThat(paper.underDirectionOf()).isEqualTo("Schulen / Sport");
        assertThat(paper.persons()).isEqualTo(new Persons("Beispiel, Rosa", "Otto Beispiel", "Beispiel, Otto"));
        assertThat(paper.involved()).containsExactly("Bauamt", "Kasse");
        assertThat(paper.otherSections()).containsExactly(new Section("Aktenzeichen", 3, "12/3"));
    }

    @Test
    void fieldsAsAListOfLabelsAndValues() {
        PaperDocument paper = paper("""
                Grunddaten
                - Betreff:
                -
                Neue Bänke am Kanal
                - Vorlageart:
                - Mitteilungsvorlage
                - Bearbeitung:
                - Rosa Beispiel
                - Klimacheck:
                - keine oder geringe Klimawirkung
                """);
        assertThat(paper.name()).isEqualTo("Neue Bänke am Kanal");
        assertThat(paper.paperType()).isEqualTo("Mitteilungsvorlage");
        assertThat(paper.persons().handler()).isEqualTo("Rosa Beispiel");
        assertThat(paper.climateCheck().wording()).isEqualTo("keine oder geringe Klimawirkung");
        assertThat(paper.otherSections()).isEmpty();
    }

    @Test
    void aTitleMayRunOverSeveralLinesAndHoldLabels() {
        PaperDocument paper = paper("Betreff: Neue Produkte: Vorstellung\nder zweiten Reihe\nAnlass: Haushalt\n");
        assertThat(paper.name()).isEqualTo("Neue Produkte: Vorstellung der zweiten Reihe");
        assertThat(paper.occasion()).isEqualTo("Haushalt");
        assertThat(paper.budgetProducts()).isEmpty();
    }

    @Test
    void aTitleMayBeAHeadingOrTheParagraphBelowTheNumber() {
        assertThat(paper("\n## Radweg am Kanal\n\nFederführung: Tiefbau\n").name())
                .isEqualTo("Radweg am Kanal");
        assertThat(paper("Vorlageart: Bericht\n\nRadweg\nam Kanal\n\nFederführung: Tiefbau\n")
                        .name())
                .isEqualTo("Radweg am Kanal");
        assertThat(paper("Vorlageart: Bericht\n\nBezug: der alte Weg\n").name()).isNull();
    }

    @Test
    void theTitleTellsOfItsRevision() {
        PaperDocument paper = paper("Betreff: Satzung (Fassung der 2. Ergänzung vom 03.04.2031)\n");
        assertThat(paper.revision()).isEqualTo("2. Ergänzung");
        assertThat(paper.revisionDate()).isEqualTo(LocalDate.of(2031, 4, 3));
        assertThat(paper("Betreff: Satzung (2. Ergänzung vom 31.04.2031)\n").revisionDate())
                .isNull();
        assertThat(paper("Betreff: Satzung (Neu)\n").revision()).isNull();
    }

    @Test
    void productsStandOnLinesOfTheirOwn() {
        PaperDocument paper = paper("Produkte:11.2 Wege; 11.3 Plätze\n 11.2.1 Radwege\nBeratungsfolge:\n");
        assertThat(paper.budgetProducts()).containsExactly("11.2 Wege", "11.3 Plätze", "11.2.1 Radwege");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nichtöffentlich", "nicht öffentlich", "Nicht-öffentlich", "N"})
    void knowsTheSpellingsOfNonPublic(String status) {
        assertThat(paper("Status: " + status).visibility()).isEqualTo(Visibility.NON_PUBLIC);
    }

    @Test
    void aStatusThatSaysSomethingElseSaysNothingAboutThePublic() {
        PaperDocument paper = paper("Status: in Bearbeitung\n");
        assertThat(paper.visibility()).isNull();
        assertThat(paper.otherSections()).containsExactly(new Section("Status", 2, "in Bearbeitung"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Status: öffentlich\nÖffentlichkeitsstatus: nichtöffentlich\n",
                "Status: N\nÖffentlichkeitsstatus: öffentlich\n",
                "Status: öffentlich\nÖffentlichkeit: nichtöffentlich wegen Vergabe\n",
                "Status: öffentlich\nÖffentlichkeit: N, Vertrag\n",
                "Status: öffentlich\nVERTRAULICH\n",
                "Status:öffentlichÖffentlichkeit:teils öffentlich, teils nichtöffentlich\n"
            })
    void aPaperThatContradictsItselfIsNotPublic(String head) {
        String text = Vorlage.with(head);
        assertThat(read(text).document().visibility()).isEqualTo(Visibility.NON_PUBLIC);
        assertThat(findings("visibility-contradictory", text)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.line()).isEqualTo(head.lines().count() + 1);
        });
    }

    @Test
    void theSameStatusTwiceIsNoContradiction() {
        String text = Vorlage.with("Status: öffentlich\nÖffentlichkeitsstatus: Ö\n");
        assertThat(read(text).document().visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(findings("visibility-contradictory", text)).isEmpty();
    }

    @Test
    void aStatusThatSpeaksOfSecrecyKeepsThePaperBack() {
        String text = Vorlage.with("Status: nichtöffentlich (Vergabe)\n");
        assertThat(read(text).document().visibility()).isEqualTo(Visibility.NON_PUBLIC);
        assertThat(findings("non-public-assumed", text)).hasSize(1);
        assertThat(paper("Status: öffentlich / nichtöffentlich\n").visibility())
                .as("a form that nobody filled in")
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Beratungsfolge:\nKreistag (Entscheidung)\n03.02.2031\nStatus: öffentlich\n",
                "Beratungsfolge:\nStatus: öffentlich\nKreistag (Entscheidung)\n03.02.2031\n",
                "Beratungsfolge:\nKreistag (Entscheidung)\nStatus: öffentlich\n03.02.2031\n",
                "Beratungsfolge:\nKreistag (Entscheidung)\t03.02.2031\nÖffentlichkeitsstatus: öffentlich\n",
                "Beratungsfolge:\nKreistag (Entscheidung)\t03.02.2031\nFederführung: Tiefbau Status: öffentlich\n"
            })
    void aStatusInTheBeratungsfolgeMakesNoPaperPublic(String lines) {
        PaperDocument paper = paper(lines);
        assertThat(paper.visibility()).isNull();
        assertThat(paper.consultations()).singleElement().satisfies(row -> {
            assertThat(row.organization()).isEqualTo("Kreistag");
            assertThat(row.visibility()).isNull();
        });
        assertThat(paper.otherSections()).extracting(Section::text).anyMatch(text -> text.contains("öffentlich"));
        assertThat(paper("Status: nichtöffentlich\n" + lines).visibility()).isEqualTo(Visibility.NON_PUBLIC);
    }

    @Test
    void anEmptyFieldTakesNothingFromBelowABlankLine() {
        PaperDocument paper = paper("Federführung:\n\nProdukte:\n\nBetreff: Bänke\n");
        assertThat(paper.underDirectionOf()).isNull();
        assertThat(paper.budgetProducts()).isEmpty();
        assertThat(paper.name()).isEqualTo("Bänke");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Betreff:\nRadweg am Kanal\nKlimacheck:\nstark positive Klimawirkung\nFederführend:\nKlimaschutz\n"
                        + "Bearbeitung:\nIris Muster\nBeratungsfolge\n",
                "Betreff\nRadweg am Kanal\nKlimacheck\nstark positive Klimawirkung\nFederführend\nKlimaschutz\n"
                        + "Bearbeitung\nIris Muster\nBeratungsfolge\n",
                "Betreff: Radweg am Kanal\n\n**Klimacheck:**\n☐ negative Klimawirkung\n☒ stark positive Klimawirkung\n\n"
                        + "Federführend: Klimaschutz Bearbeitung: Iris Muster\n",
                "Klimacheck:\n- x stark positive Klimawirkung\n| Betreff | Radweg am Kanal | Federführend | Klimaschutz |\n"
                        + "| Bearbeitung | Iris Muster |\n"
            })
    void theRatingMayStandBelowItsLabelInTheMiddleOfAHead(String head) {
        PaperDocument paper = paper("Öffentlichkeitsstatus: öffentlich\n" + head);

        assertThat(paper.name()).isEqualTo("Radweg am Kanal");
        assertThat(paper.climateCheck())
                .isEqualTo(new ClimateCheck(Rating.STRONGLY_POSITIVE, "stark positive Klimawirkung", null));
        assertThat(paper.underDirectionOf()).isEqualTo("Klimaschutz");
        assertThat(paper.persons()).isEqualTo(new Persons(null, null, "Iris Muster"));
        assertThat(paper.otherSections()).isEmpty();
    }

    @Test
    void whoeverIsNamedBehindAnUnknownLabelIsNoResultOfTheClimateCheck() {
        PaperDocument paper = paper("Öffentlichkeitsstatus: öffentlich\nKlimacheck:\nstark positive Klimawirkung\n"
                + "Sachbearbeitung: Iris Muster\nBetreff: Radweg am Kanal\n");

        assertThat(paper.climateCheck())
                .isEqualTo(new ClimateCheck(Rating.STRONGLY_POSITIVE, "stark positive Klimawirkung", null));
        assertThat(paper.name()).isEqualTo("Radweg am Kanal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Betreff: Verkauf Kreishaus\nVERTRAULICH\n",
                "Betreff: Verkauf Kreishaus\n– Nichtöffentliche Vorlage –\n",
                "Betreff:\nVERTRAULICH\nVerkauf Kreishaus\n",
                "| Betreff | Verkauf Kreishaus |\nnur für den Dienstgebrauch\n",
                "Betreff: Verkauf Kreishaus\nProdukte:\nVERTRAULICH\n",
                "Betreff: Verkauf Kreishaus\nFederführung:\nStreng vertraulich!\n"
            })
    void aStampDirectlyBelowAFieldIsAStamp(String head) {
        PaperDocument paper = paper("Öffentlichkeitsstatus: öffentlich\n" + head);

        assertThat(paper.visibility()).isEqualTo(Visibility.NON_PUBLIC);
        assertThat(paper.name()).isEqualTo("Verkauf Kreishaus");
        assertThat(paper.budgetProducts()).isEmpty();
        assertThat(paper.underDirectionOf()).isNull();
        assertThat(findings("visibility-contradictory", with("Öffentlichkeitsstatus: öffentlich\n" + head)))
                .hasSize(1);
    }

    @Test
    void aTitleGoesOnWhereItSpeaksOfAMeeting() {
        PaperDocument paper = paper("Status: öffentlich\nBetreff: Beschlüsse aus\nnichtöffentlicher Sitzung\n");
        assertThat(paper.name()).isEqualTo("Beschlüsse aus nichtöffentlicher Sitzung");
        assertThat(paper.visibility()).isEqualTo(Visibility.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nichtöffentlich", "vertraulich", "N"})
    void aStatusMayStandBelowItsLabel(String status) {
        String text = with("Öffentlichkeitsstatus:\n" + status + "\nBetreff: Bänke\n");
        assertThat(read(text).document().visibility()).isEqualTo(Visibility.NON_PUBLIC);
        assertThat(read(text).document().otherSections()).isEmpty();
    }
}
