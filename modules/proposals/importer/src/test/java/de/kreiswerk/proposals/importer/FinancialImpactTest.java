package de.kreiswerk.proposals.importer;

import static de.kreiswerk.proposals.importer.Vorlage.findings;
import static de.kreiswerk.proposals.importer.Vorlage.paper;
import static de.kreiswerk.proposals.importer.Vorlage.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.Amount;
import de.kreiswerk.proposals.api.PaperDocument.FinancialImpact;
import de.kreiswerk.proposals.api.PaperDocument.FinancialImpact.Answer;
import de.kreiswerk.proposals.api.PaperDocument.FinancialImpact.Coverage;
import de.kreiswerk.proposals.api.PaperDocument.FinancialImpact.Vat;
import de.kreiswerk.proposals.api.PaperDocument.Passage;
import de.kreiswerk.proposals.api.PaperDocument.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinancialImpactTest {

    private static final String FORM = """
            ### Finanzielle Auswirkungen:

            a) für die Umsetzung der Maßnahmen: %s

            b) an Folgekosten: %s

            c) Haushaltsrechtlich gesichert:

            %s

            Begründung: %s

            Sonstiges: %s

            d) mögliche Einnahmen: %s

            wenn ja, umsatzsteuerliche Relevanz der Einnahmen:

            %s

            ### Klimacheck
            """;

    private static final String NO_BOX = """
            im Haushaltsplan veranschlagt

            durch überplanmäßige/außerplanmäßige Ausgabe

            durch Mittelverschiebung im Budget""";

    private static final String NO_VAT = "ja\n\nnein\n\nklärungsbedürftig";

    @Test
    void aFormThatIsFilledIn() {
        FinancialImpact impact = impact(
                "12.500,00 €",
                "rund 300 EUR im Jahr",
                "x im Haushaltsplan veranschlagt\n[ ] durch überplanmäßige/außerplanmäßige Ausgabe\n☒ durch Mittelverschiebung"
                        + " im Budget",
                "Der Posten ist da.\nEr reicht.\n\nAuch später.",
                "Keine\nRücklage.",
                "ja",
                "[x] klärungsbedürftig\n[ ] ja\n[ ] nein");
        assertThat(impact.implementationCost()).isEqualTo(new Amount(new BigDecimal("12500.00"), "12.500,00 €"));
        assertThat(impact.followUpCost()).isEqualTo(new Amount(new BigDecimal("300"), "rund 300 EUR im Jahr"));
        assertThat(impact.coverage()).containsExactlyInAnyOrder(Coverage.BUDGETED, Coverage.SHIFT_WITHIN_BUDGET);
        assertThat(impact.justification()).isEqualTo("Der Posten ist da.\nEr reicht.\n\nAuch später.");
        assertThat(impact.other()).isEqualTo("Keine\nRücklage.");
        assertThat(impact.revenue()).isEqualTo(Answer.YES);
        assertThat(impact.revenueWording()).isEqualTo("ja");
        assertThat(impact.vat()).isEqualTo(Vat.TO_BE_CLARIFIED);
        assertThat(impact.wording()).isNull();
    }

    @Test
    void aFormThatIsLeftBlank() {
        FinancialImpact impact = impact("\\_\\_\\_\\_\\_ €", "_____ €", NO_BOX, "", "", "", NO_VAT);
        assertThat(impact).isEqualTo(new FinancialImpact(null, null, Set.of(), null, null, null, null, null, null));
    }

    @Test
    void zeroIsAnAnswer() {
        assertThat(impact("0 €", "0,00 €", NO_BOX, "", "", "", NO_VAT).implementationCost())
                .isEqualTo(new Amount(BigDecimal.ZERO, "0 €"));
    }

    @ParameterizedTest
    @CsvSource({
        "ja,YES",
        "nein,NO",
        "unbekannt,UNKNOWN",
        "'ja, etwa 20 € im Jahr',YES",
        "[ ] ja [x] nein [ ] unbekannt,NO",
        "☐ ja ☐ nein ☒ unbekannt,UNKNOWN",
        "ja ☐ nein ☒,NO",
        "ja ☒ nein ☐ unbekannt ☐,YES",
        "ja [ ] nein [x],NO",
        "ja ( ) nein (x),NO",
        "ja☐\tnein☒,NO",
        "ja ☐ nein ☒ (etwa 20 €),NO",
        "ja x nein,NO",
        "ja nein X unbekannt,UNKNOWN",
        "ja ☐ / nein ☒,NO",
        "ja / nein x,NO",
        "ja / x nein / unbekannt,NO",
        "'ja, 3 x 5 €',YES"
    })
    void readsTheAnswerAboutRevenue(String words, Answer answer) {
        assertThat(impact("", "", NO_BOX, "", "", words, NO_VAT).revenue()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ja / nein / unbekannt",
                "ja/nein",
                "_____",
                "☐ ja ☐ nein",
                "ja ☐ nein ☐",
                "ja [ ] nein [ ]",
                "ja ☐ nein",
                "☐ ja / ☐ nein",
                "\nja ☐\nnein ☐"
            })
    void optionsThatNobodyChoseAreNoAnswer(String words) {
        FinancialImpact impact = impact("", "", NO_BOX, "", "", words, NO_VAT);
        assertThat(impact.revenue()).isNull();
        assertThat(impact.revenueWording()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ja ☒ nein",
                "☐ ja nein ☒",
                "ja nein x",
                "x ja nein",
                "ja x nein x",
                "ja x nein unbekannt",
                "\n☐ ja\n☐ nein\nunbekannt",
                "\nja\n☐\nnein\n☒"
            })
    void aTickThatBelongsToNoAnswerForCertainIsNoneAndReported(String words) {
        String text = FORM.formatted("", "", NO_BOX, "", "", words, NO_VAT);
        assertThat(paper(text).financialImpact().revenue()).isNull();
        assertThat(findings("revenue-ambiguous", with(text))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ja ☐ nein ☒ klärungsbedürftig ☐,NO",
        "ja x nein,NO",
        "ja [ ] nein [ ] klärungsbedürftig [x],TO_BE_CLARIFIED",
        "ja ☐ nein ☐ klärungsbedürftig ☐,"
    })
    void boxesAboutValueAddedTaxMayStandBehindTheirWords(String words, Vat vat) {
        assertThat(impact("", "", NO_BOX, "", "", "ja", words).vat()).isEqualTo(vat);
    }

    @Test
    void aTickAboutValueAddedTaxThatIsNotClearIsKeptAndReported() {
        String text = FORM.formatted("", "", NO_BOX, "", "", "ja", "ja ☒ nein");
        assertThat(paper(text).financialImpact().vat()).isNull();
        assertThat(paper(text).otherSections()).extracting(Section::text).containsExactly("ja ☒ nein");
        assertThat(findings("vat-ambiguous", with(text))).hasSize(1);
    }

    @Test
    void boxesAboutCoverageMayStandBehindTheirWords() {
        assertThat(impact(
                                "",
                                "",
                                "im Haushaltsplan veranschlagt ☒\ndurch überplanmäßige/außerplanmäßige Ausgabe ☐\n"
                                        + "durch Mittelverschiebung im Budget ☐",
                                "",
                                "",
                                "",
                                NO_VAT)
                        .coverage())
                .containsExactly(Coverage.BUDGETED);
        assertThat(impact("", "", "im Haushaltsplan veranschlagt ☐", "", "", "", NO_VAT)
                        .coverage())
                .isEmpty();
    }

    /** As it comes out of a table, or from somebody who types over the colon. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a) für die Umsetzung der Maßnahmen\t12.500 €\nb) an Folgekosten\t400 €\nd) mögliche Einnahmen\tnein\n",
                "a)\tfür die Umsetzung der Maßnahmen\t12.500 €\nb)\tan Folgekosten\t400 €\nd)\tmögliche Einnahmen\tnein\n",
                "a) für die Umsetzung der Maßnahmen 12.500 €\nb) an Folgekosten 400 €\nd) mögliche Einnahmen nein\n",
                "a) Für die Umsetzung der Maßnahme   12.500 €\nb) jährliche Folgekosten   400 €\nd) mögliche Einnahmen: nein\n",
                "a) für die Umsetzung der Maßnahmen 12.500 € (Stand: März)\nb) an Folgekosten\t400 € (Anteil: ein Drittel)\n"
                        + "d) mögliche Einnahmen: nein\n"
            })
    void questionsWithoutAColonAreAnswered(String form) {
        PaperDocument paper = paper("Finanzielle Auswirkungen:\n" + form);
        FinancialImpact impact = paper.financialImpact();
        assertThat(impact.implementationCost().value()).isEqualByComparingTo("12500");
        assertThat(impact.implementationCost().wording()).startsWith("12.500 €");
        assertThat(impact.followUpCost().value()).isEqualByComparingTo("400");
        assertThat(impact.revenue()).isEqualTo(Answer.NO);
        assertThat(paper.otherSections()).isEmpty();
    }

    @Test
    void aQuestionWithMoreWordsBeforeItsColonGoesOnToIt() {
        PaperDocument paper = paper("Finanzielle Auswirkungen:\na) für die Umsetzung der Maßnahmen im Jahr 2031: 5 €\n"
                + "b) an Folgekosten:\n");
        assertThat(paper.financialImpact().implementationCost()).isEqualTo(new Amount(new BigDecimal("5"), "5 €"));
    }

    @Test
    void blanksWithoutAColonAreUnanswered() {
        FinancialImpact impact = paper(
                        "Finanzielle Auswirkungen:\na) für die Umsetzung der Maßnahmen _____ €\nb) an Folgekosten\t_____ €\n")
                .financialImpact();
        assertThat(impact.implementationCost()).isNull();
        assertThat(impact.followUpCost()).isNull();
    }

    @Test
    void fancyDigitsAreReadOrReported() {
        assertThat(impact("rund 𝟓𝟎 €", "", NO_BOX, "", "", "", NO_VAT).implementationCost())
                .isEqualTo(new Amount(new BigDecimal("50"), "rund 𝟓𝟎 €"));
        String text = FORM.formatted("𝟓𝟎", "", NO_BOX, "", "", "", NO_VAT);
        assertThat(paper(text).financialImpact().implementationCost()).isEqualTo(new Amount(null, "𝟓𝟎"));
        assertThat(findings("amount-not-readable", with(text))).hasSize(1);
    }

    @Test
    void anAnswerInOtherWordsKeepsThem() {
        FinancialImpact impact = impact("", "", NO_BOX, "", "", "vielleicht später", NO_VAT);
        assertThat(impact.revenue()).isNull();
        assertThat(impact.revenueWording()).isEqualTo("vielleicht später");
    }

    @Test
    void revenueMayBeTickedBelowTheQuestion() {
        FinancialImpact impact =
                impact("", "", NO_BOX, "", "", "\nx ja\nnein\nunbekannt", "ja\nx nein\nklärungsbedürftig");
        assertThat(impact.revenue()).isEqualTo(Answer.YES);
        assertThat(impact.vat()).isEqualTo(Vat.NO);
    }

    @Test
    void valueAddedTaxWithoutRevenueIsNotTakenButKept() {
        String text = FORM.formatted("", "", NO_BOX, "", "", "nein", "x ja\nnein\nklärungsbedürftig");
        assertThat(paper(text).financialImpact().vat()).isNull();
        assertThat(paper(text).otherSections()).containsExactly(new Section("Finanzielle Auswirkungen", 24, "ja"));
    }

    @Test
    void anAmountThatIsNoneKeepsItsWording() {
        assertThat(impact("siehe Anlage", "keine", NO_BOX, "", "", "", NO_VAT).implementationCost())
                .isEqualTo(new Amount(null, "siehe Anlage"));
    }

    @Test
    void wordsBesideABoxAreKept() {
        String text = FORM.formatted("", "", "x im Haushaltsplan veranschlagt (Teil 3)", "", "", "", NO_VAT);
        assertThat(paper(text).financialImpact().coverage()).containsExactly(Coverage.BUDGETED);
        assertThat(paper(text).otherSections())
                .containsExactly(new Section("Finanzielle Auswirkungen", 10, "(Teil 3)"));
    }

    @Test
    void unusualQuestionsAreKept() {
        var paper =
                paper("Finanzielle Auswirkungen:\na) Kosten der Umsetzung im Westen: 5 €\nb) an Folgekosten: 1 €\n");
        assertThat(paper.financialImpact().implementationCost().value()).isEqualByComparingTo("5");
        assertThat(paper.otherSections())
                .containsExactly(new Section("Finanzielle Auswirkungen", 3, "a) Kosten der Umsetzung im Westen"));
    }

    @Test
    void anotherFormIsKeptAsText() {
        String line = "a) 100 € Rest aus 2030 200 € in 2031 aa) Personal b) keine";
        FinancialImpact impact =
                paper("Finanzielle Auswirkungen:\n" + line + "\n").financialImpact();
        assertThat(impact.wording()).isEqualTo(new Passage("Finanzielle Auswirkungen", List.of(line)));
        assertThat(impact.implementationCost()).isNull();
    }

    private static FinancialImpact impact(String... answers) {
        var paper = paper(FORM.formatted((Object[]) answers));
        assertThat(paper.otherSections()).isEmpty();
        assertThat(paper.statementOfFacts()).isNull();
        return paper.financialImpact();
    }
}
