package de.kreiswerk.proposals.importer;

import static de.kreiswerk.proposals.importer.Vorlage.COMPLETE;
import static de.kreiswerk.proposals.importer.Vorlage.findings;
import static de.kreiswerk.proposals.importer.Vorlage.read;
import static de.kreiswerk.proposals.importer.Vorlage.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.proposals.api.Finding;
import de.kreiswerk.proposals.api.Finding.Severity;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each finding, by a change to a text that has none. */
class FindingsTest {

    @Test
    void aCompleteTextHasNone() {
        assertThat(read(COMPLETE).findings()).isEmpty();
    }

    @Test
    void titleMissing() {
        expect(COMPLETE.replace("## Lastenräder für die Außenstellen\n", ""), "title-missing", Severity.WARNING, 0);
    }

    @Test
    void paperTypeMissing() {
        expect(without("**Vorlageart"), "paper-type-missing", Severity.WARNING, 0);
    }

    @Test
    void visibilityMissing() {
        expect(without("**Öffentlichkeitsstatus"), "visibility-missing", Severity.WARNING, 0);
    }

    @Test
    void resolutionMissing() {
        expect(without("Es werden vier"), "proposed-resolution-missing", Severity.ERROR, 2);
        String report = without("Es werden vier").replace("Beschlussvorlage", "Berichtsvorlage");
        assertThat(findings("proposed-resolution-missing", report)).isEmpty();
    }

    @Test
    void factsMissing() {
        expect(with("Sachverhalt:\n"), "statement-of-facts-missing", Severity.WARNING, 0);
    }

    @Test
    void budgetProductMissing() {
        expect(COMPLETE.replace(" 111-900 Fahrzeuge", ""), "budget-product-missing", Severity.WARNING, 8);
    }

    @Test
    void financialImpactEmpty() {
        String empty = COMPLETE.replace("12.500,00 €", "_____ €")
                .replace("400 €", "_____ €")
                .replace("x im Haushaltsplan", "im Haushaltsplan")
                .replace("Einnahmen: nein", "Einnahmen:");
        expect(empty, "financial-impact-empty", Severity.WARNING, 27);
    }

    @Test
    void amountNotReadable() {
        expect(COMPLETE.replace("400 €", "100 € bis 400 €"), "amount-not-readable", Severity.WARNING, 30);
        assertThat(findings("amount-not-readable", COMPLETE.replace("400 €", "keine")))
                .isEmpty();
    }

    @Test
    void twoClimateBoxesTicked() {
        expect(COMPLETE.replace("\npositive", "\nx positive"), "climate-rating-ambiguous", Severity.ERROR, 41);
    }

    @Test
    void revenueAmbiguous() {
        expect(
                COMPLETE.replace("Einnahmen: nein", "Einnahmen:\nx ja\nx nein"),
                "revenue-ambiguous",
                Severity.ERROR,
                39);
    }

    @Test
    void valueAddedTax() {
        String question = "\nwenn ja, umsatzsteuerliche Relevanz der Einnahmen:\nx ja\n";
        expect(COMPLETE.replace("nein\n", "nein" + question), "vat-without-revenue", Severity.WARNING, 39);
        expect(COMPLETE.replace("nein\n", "ja" + question + "x nein\n"), "vat-ambiguous", Severity.ERROR, 40);
    }

    @Test
    void climateResultMissing() {
        expect(without("Verkehr"), "climate-result-missing", Severity.WARNING, 40);
    }

    @Test
    void templateLineLeft() {
        String text = COMPLETE.replace("KlimaChecks:", "KlimaChecks (in Tabellenform) einfügen:");
        expect(text, "template-line-left", Severity.WARNING, 42);
        expect(
                COMPLETE.replace("Es werden vier", "[Bitte Text einfügen]\nEs werden vier"),
                "template-line-left",
                Severity.WARNING,
                19);
    }

    @Test
    void letterheadInsideTheAttachments() {
        String head = "\nLANDKREIS MUSTERLAND\nDER LANDRAT\n";
        expect(COMPLETE + head, "letterhead-in-attachments", Severity.WARNING, 49);
        expect(COMPLETE.replace("Kurze Wege", head + "\nKurze Wege"), "letterhead-in-text", Severity.WARNING, 26);
        assertThat(findings("letterhead-in-text", head + COMPLETE)).isEmpty();
    }

    @Test
    void attachmentUnknown() {
        expect(COMPLETE.replace("(Anlage 1)", "(Anlage 2)"), "attachment-unknown", Severity.WARNING, 25);
        assertThat(findings("attachment-unknown", COMPLETE.replace("(Anlage 1)", "(Anlagen 1, 3 und 5 bis 7)")))
                .extracting(finding -> finding.message().german())
                .satisfiesExactly(
                        three -> assertThat(three).contains("Anlage 3"),
                        five -> assertThat(five).contains("Anlage 5"),
                        six -> assertThat(six).contains("Anlage 6"),
                        seven -> assertThat(seven).contains("Anlage 7"));
    }

    @Test
    void attachmentNumbering() {
        expect(COMPLETE + "3 - Vertrag\n", "attachment-number-gap", Severity.WARNING, 48);
        expect(COMPLETE + "1 - Vertrag\n", "attachment-number-repeated", Severity.ERROR, 48);
    }

    @Test
    void nonPublicAssumed() {
        expect(COMPLETE.replace("(öffentlich)", "- vertraulich"), "non-public-assumed", Severity.WARNING, 47);
        expect(
                COMPLETE.replace("20.03.2031\tÖ", "20.03.2031\tÖ, teils nichtöffentlich"),
                "non-public-assumed",
                Severity.WARNING,
                15);
        expect(COMPLETE.replace("** öffentlich", "** vertraulich, Vergabe"), "non-public-assumed", Severity.WARNING, 3);
    }

    @Test
    void visibilityContradictory() {
        expect(
                COMPLETE.replace("** öffentlich", "** öffentlich\nStatus: N"),
                "visibility-contradictory",
                Severity.ERROR,
                4);
    }

    @Test
    void dateDoesNotExist() {
        expect(COMPLETE.replace("20.03.2031", "31.02.2031"), "date-does-not-exist", Severity.ERROR, 15);
    }

    @Test
    void dateNotReadable() {
        expect(COMPLETE.replace("20.03.2031", "20.03.2031 oder 21.03.2031"), "date-not-readable", Severity.WARNING, 15);
        expect(COMPLETE.replace("20.03.2031", "20./21.03.2031"), "date-not-readable", Severity.WARNING, 15);
        expect(COMPLETE.replace("20.03.2031", "20.-22.03.2031"), "date-not-readable", Severity.WARNING, 15);
        expect(COMPLETE.replace("20.03.2031", "20. und 21.03.2031"), "date-not-readable", Severity.WARNING, 15);
        expect(COMPLETE.replace("20.03.2031", "𝟐𝟎.𝟎𝟑.𝟐𝟎𝟑𝟏"), "date-not-readable", Severity.WARNING, 15);
        assertThat(read(COMPLETE.replace("20.03.2031", "wird noch bekannt gegeben"))
                        .findings())
                .isEmpty();
        assertThat(read(COMPLETE.replace("20.03.2031", "20.03.2031 (vorläufig)"))
                        .findings())
                .isEmpty();
    }

    @Test
    void datesNotAscending() {
        expect(COMPLETE.replace("20.03.2031", "10.03.2031"), "consultation-dates-not-ascending", Severity.WARNING, 15);
    }

    @Test
    void dateFarAway() {
        expect(COMPLETE.replace("20.03.2031", "20.03.3031"), "date-far-away", Severity.WARNING, 15);
        expect(COMPLETE.replace("04.03.2031", "04.03.2013"), "date-far-away", Severity.WARNING, 13);
        String term = COMPLETE.replace("2031/014", "BV/0351/2030-2035").replace("20.03.2031", "20.03.2037");
        assertThat(read(term).findings()).isEmpty();
        assertThat(read(COMPLETE.replace("2031/014", "BV 14").replace("20.03.2031", "20.03.2077"))
                        .findings())
                .isEmpty();
    }

    @Test
    void mainCommitteeMissing() {
        expect(without("Kreisausschuss"), "main-committee-missing", Severity.WARNING, 14);
        String town =
                COMPLETE.replace("Kreisausschuss", "Verwaltungsausschuss").replace("Kreistag (", "Rat der Stadt (");
        assertThat(read(town).findings()).isEmpty();
    }

    @Test
    void mainCommitteePublic() {
        expect(COMPLETE.replace("\tN", "\tÖ"), "main-committee-public", Severity.ERROR, 14);
    }

    @Test
    void passwordBesideALink() {
        String text =
                COMPLETE.replace("Kurze Wege", "Pläne: https://wolke.example/s/abc\nPasswort: geheim99\n\nKurze Wege");
        expect(text, "password-in-text", Severity.WARNING, 26);
        assertThat(findings("password-in-text", text).toString()).doesNotContain("geheim99");
        assertThat(findings("password-in-text", COMPLETE.replace("Kurze Wege", "Passwort: siehe Umschlag")))
                .isEmpty();
    }

    @Test
    void controlCharactersRemoved() {
        expect(COMPLETE.replace("Kurze", "Kur\u0007ze"), "control-characters-removed", Severity.INFO, 25);
    }

    @Test
    void textTruncated() {
        expect(COMPLETE.replace("Kurze Wege", "[Rest gekürzt]"), "text-truncated", Severity.INFO, 25);
    }

    @Test
    void textNotUnderstood() {
        expect(
                COMPLETE.replace("**Federführung", "Bezug: Reise\n**Federführung"),
                "text-not-understood",
                Severity.INFO,
                7);
    }

    @Test
    void findingsComeInTheOrderOfLines() {
        String text = with("x\n\ny: z\n\nAnlagen:\n3 - a\n\nBeratungsfolge:\nKreistag Entscheidung\n31.02.2031\n");
        assertThat(read(text).findings()).isSortedAccordingTo(Comparator.comparingInt(Finding::line));
    }

    @Test
    void manyFindingsOfAKindAreCounted() {
        var findings = read(with("Sachverhalt:\n" + "[...]\n".repeat(150))).findings();
        assertThat(findings)
                .filteredOn(finding -> finding.code().equals("text-truncated"))
                .hasSize(100);
        assertThat(findings)
                .filteredOn(finding -> finding.code().equals("more-findings"))
                .singleElement()
                .satisfies(more -> assertThat(more.message().english()).contains("50", "text-truncated"));
    }

    private static void expect(String text, String code, Severity severity, int line) {
        assertThat(findings(code, text)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.line()).isEqualTo(line);
            assertThat(finding.message().german())
                    .isNotBlank()
                    .isNotEqualTo(finding.message().english());
        });
    }

    private static String without(String beginning) {
        return COMPLETE.replaceFirst("(?m)^" + Pattern.quote(beginning) + ".*\n", "");
    }
}
