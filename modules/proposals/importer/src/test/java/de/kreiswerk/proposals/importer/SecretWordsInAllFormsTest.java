package de.kreiswerk.proposals.importer;

import static de.kreiswerk.proposals.importer.Vorlage.findings;
import static de.kreiswerk.proposals.importer.Vorlage.paper;
import static de.kreiswerk.proposals.importer.Vorlage.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.Visibility;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of other councils say that something is not for everyone in many forms, and some come in broken. */
class SecretWordsInAllFormsTest {

    private static final boolean FULL = Boolean.getBoolean("kreiswerk.full");
    private static final String OPEN = "Öffentlichkeitsstatus: öffentlich\nBetreff: Probe\n";

    private static final String LONG_PARAGRAPH =
            "Das Kreishaus wird mit allen Nebengebäuden saniert, und zwar im laufenden"
                    + " Betrieb, mit Rücksicht auf die vielen Besucher der Zulassungsstelle, deren Schalter an jedem Werktag offen"
                    + " bleiben, und auf das Archiv im Keller, dessen Bestände vorher an einen trockenen Ort gebracht werden, wozu es"
                    + " schon ein Angebot einer Spedition aus der Nähe gibt (nichtöffentlich).";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(nicht\u00a0öffentlich)",
                "(n i c h t ö f f e n t l i c h)",
                "(nicht-\nöffentlich)",
                "(nicht\nöffentlich)",
                "(nichtöf-\nfentlich)",
                "(nichtöffent\u00ad\nlich)",
                "(nicht-\r\nöffentlich)",
                "(nicht\u00adöffentlich)",
                "(ni\u200bchtöffentlich)",
                "(nicht\u2011öffentlich)",
                "(nicht\töffentlich)",
                "(nicht<br>öffentlich)",
                "(nicht/öffentlich)",
                "(nicht o\u0308ffentlich)",
                "(nichtoeffentlich)",
                "(nichtoffentlich)",
                "(nicht\ufffdffentlich)",
                "(nichtÃ¶ffentlich)",
                "nicht&nbsp;&ouml;ffentlich",
                "(nicht öffentl.)",
                "(öffentlich: nein)",
                "_nichtöffentlich_",
                "nicht_öffentlich.pdf",
                "NÖ",
                "(nö)",
                "[N]",
                "- N",
                "N.Ö",
                "- n. ö.",
                "(VERTRAULICH!)",
                "v e r t r a u l i c h",
                "streng geheim",
                "VS-NfD",
                "nur für den Dienstgebrauch",
                "(nur für Kreistagsmitglieder)",
                "(intern)",
                "(nur für Abgeordnete)",
                "(nur für Kreistagsabgeordnete)",
                "_NÖ.pdf",
                "_N.pdf",
                "_N",
                "- N.pdf",
                "_intern.pdf",
                "NÖ_Anhang.pdf",
                "(nicht zur Veröffentlichung)",
                "(nicht für die Öffentlichkeit)",
                "unter Ausschluss der Öffentlichkeit"
            })
    void anAttachmentStaysInside(String mark) {
        assertThat(paper("Anlagen:\n1 - Plan (öffentlich)\n2 - Vertrag " + mark + "\n")
                        .attachments())
                .extracting(NamedAttachment::visibility)
                .containsExactly(Visibility.PUBLIC, Visibility.NON_PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vertrag (öffentlich)",
                "Vertrag zur Veröffentlichung",
                "Die geheime Wahl",
                "Internes Kontrollsystem",
                "Umbau Nord",
                "Umbau_Nord.pdf",
                "Plan_Nr.pdf",
                "Netz_internes.pdf",
                "Koeffizienten",
                "Öffnungszeiten"
            })
    void otherNamesArePublic(String name) {
        assertThat(paper("Anlagen:\n1 - " + name + "\n").attachments())
                .extracting(NamedAttachment::visibility)
                .doesNotContain(Visibility.NON_PUBLIC);
    }

    @Test
    void aListWithTabsIsReadByItsCells() {
        assertThat(paper("Anlagen:\nNr.\tName\tStatus\n1\tPlan\tÖ\n2\tVertrag\tN\n3\tOrt\tnichtöffentlich\n")
                        .attachments())
                .containsExactly(
                        new NamedAttachment(1, "Plan", Visibility.PUBLIC, null),
                        new NamedAttachment(2, "Vertrag", Visibility.NON_PUBLIC, null),
                        new NamedAttachment(3, "Ort", Visibility.NON_PUBLIC, null));
        assertThat(paper("Anlagen:\n1 - Plan\t(öffentlich)\n2 - Vertrag\tN\n").attachments())
                .extracting(NamedAttachment::visibility)
                .containsExactly(Visibility.PUBLIC, Visibility.NON_PUBLIC);
    }

    @Test
    void whereCrossesTellWhichIsWhichAllStayInside() {
        assertThat(paper(
                                "Anlagen:\n| Nr. | Name | Ö | N |\n|---|---|---|---|\n| 1 | Plan | x |  |\n| 2 | Preis |  | x |\n")
                        .attachments())
                .extracting(NamedAttachment::visibility)
                .containsOnly(Visibility.NON_PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(VERTRAULICH!)",
                "[nichtöffentlich]",
                "– Nicht öffentlich –",
                "*** NICHTÖFFENTLICH ***",
                "nicht&ouml;ffentlich",
                "(n i c h t ö f f e n t l i c h)",
                "Nichtöffentliche Beschlussvorlage",
                "VS - nur für den Dienstgebrauch",
                "Vorlageart: Beschlussvorlage (nichtöffentlich)",
                "Status: [N]",
                "Betreff: Verkauf Kreishaus (nichtöffentlich)",
                "Betreff: Verkauf Kreishaus, vertraulich",
                "Betreff: Verkauf - Kreishaus - nichtöffentliche Vorlage",
                "## Verkauf Kreishaus – vertraulich –",
                "## Verkauf des Ausschussraums [VERTRAULICH!]",
                "Vorlage-Nr.: 2031/014 (nichtöffentlich)",
                "Vorlage-Nr.: 2031/014 – N",
                "Vertraulich zu behandeln!",
                "In nichtöffentlicher Sitzung",
                "Nichtöffentlich zu beraten",
                "Nichtöffentliche Mitteilung",
                "Nichtöffentlicher Prüfbericht",
                "Nichtöffentliche Vorlage Nr. 12/2031",
                "Verkauf öffentlicher Flächen (nichtöffentlich)",
                "KAUF DES KREISHAUSES (nichtöffentlich)",
                "## Verkauf: Kreishaus (nichtöffentlich)",
                "Betreff: Verkauf Kreishaus – vertraulich (intern)",
                "Betreff: Verkauf Kreishaus (streng geheim)",
                "Betreff: Verkauf Kreishaus (GEHEIM)",
                "☐ in öffentlicher Sitzung\n☒ in nichtöffentlicher Sitzung",
                "[ ] öffentlicher Teil\n[x] nichtöffentlicher Teil"
            })
    void aStampInTheHeadKeepsThePaperBack(String stamp) {
        assertThat(paper(stamp + "\n" + OPEN + "\nSachverhalt:\nText.\n").visibility())
                .isEqualTo(Visibility.NON_PUBLIC);
        assertThat(paper(OPEN + "\n" + stamp + "\n\nSachverhalt:\nText.\n").visibility())
                .isEqualTo(Visibility.NON_PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Betreff: Beschlüsse aus nichtöffentlicher Sitzung",
                "## Bericht - Beschlüsse aus nichtöffentlicher Sitzung",
                "Betreff: Bekanntgabe (Beschlüsse aus nichtöffentlicher Sitzung)",
                "Betreff: Bericht von der Beratung\nin nichtöffentlicher Sitzung",
                "Betreff: Umgang mit vertraulichen Anfragen (1. Ergänzung vom 03.04.2031)",
                "Kreisausschuss am 03.02.2031 (nichtöffentlich)",
                "Vorlage-Nr.: 2031/014 (Neufassung)",
                "Behandlung:\n☒ in öffentlicher Sitzung\n☐ in nichtöffentlicher Sitzung",
                "[x] öffentlicher Teil\n[ ] nichtöffentlicher Teil",
                "öffentlicher Teil ☒\nnichtöffentlicher Teil □",
                "( ) - vertraulich",
                "Vorberatung: nichtöffentlich",
                "VA, 03.02.2031, nichtöffentlich",
                "KA 03.02.2031 (nichtöffentlich)",
                "KA, nichtöffentlich",
                "Sitzung am 03.02.2031 (nichtöffentlich)",
                "Sitzungsart: öffentlich – nichtöffentlich",
                "Sitzung öffentlich – nichtöffentlich",
                LONG_PARAGRAPH,
                "Betreff: Wahl der stellv. Landräte (geheim)",
                "Betreff: Stellenausschreibung Amtsleitung (intern)",
                "## Stellenausschreibung Amtsleitung (intern)"
            })
    void otherWordsInTheHeadDoNot(String words) {
        assertThat(paper("Status: öffentlich\n" + words + "\n\nSachverhalt:\nText.\n")
                        .visibility())
                .isEqualTo(Visibility.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nichtöffentlicher Teil",
                "Nichtöffentlicher Teil:",
                "II. Vertraulicher Teil der Vorlage",
                "Sachverhalt (nichtöffentlich):",
                "### Vertrauliche Angaben",
                "## Vertrauliche Beschlüsse aus der Sitzung",
                "## Beschlüsse aus nichtöffentlicher Sitzung (vertraulich)",
                "## Beratung in nichtöffentlicher Sitzung",
                "**Nur für den nichtöffentlichen Teil**",
                "– vertraulich –"
            })
    void aPassageWithASecretPartKeepsThePaperBack(String label) {
        String facts = "## Sachverhalt\nOffen.\n\n" + label + "\n\nDer Preis ist 5 €.\n";
        assertThat(paper(OPEN + "\n" + facts).visibility()).isEqualTo(Visibility.NON_PUBLIC);
    }

    /** What comes below is published with the passages, whatever the label itself was taken for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sachverhalt:\nOffen.\n\nAnlagen:\n1. Plan\n\nNichtöffentlicher Teil:\n\nSachverhalt:\nDer Preis.\n",
                "## Sachverhalt\nOffen.\n\n## Nichtöffentlicher Teil\n\n### Sachverhalt\nDer Preis.\n",
                "## Sachverhalt\nOffen.\n\n## Nichtöffentlicher Teil der Vorlage\n\n## Sachverhalt\nDer Preis.\n",
                "## Sachverhalt\nOffen.\n\n## Lage\n\n### Vertrauliche Angaben\n\nDer Preis.\n",
                "Beratungsfolge:\nKreistag\t03.02.2031\n\nB) Vertraulicher Teil\n\nSachverhalt:\nDer Preis.\n",
                "\nNichtöffentlicher Teil\n\nSachverhalt:\nDer Preis.\n",
                "Anlagen:\n1. Plan\n\nNichtöffentlicher Teil:\n\nDer Preis ist\nhoch, sehr hoch.\n",
                "\nII. Nichtöffentlicher Teil der Vorlage:\n\nSachverhalt:\nDer Preis.\n"
            })
    void aSecretPartKeepsThePaperBackWhereverItBegins(String text) {
        assertThat(paper(OPEN + text).visibility()).isEqualTo(Visibility.NON_PUBLIC);
        assertThat(findings("visibility-contradictory", with(OPEN + text))).hasSize(1);

        String silent = "Betreff: Probe\n" + text;
        assertThat(paper(silent).visibility()).isEqualTo(Visibility.NON_PUBLIC);
        assertThat(findings("non-public-assumed", with(silent)))
                .filteredOn(finding -> finding.message().german().contains("die ganze Vorlage"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anlagen:\n1. Plan\n2. Nichtöffentlicher Teil des Gutachtens\n",
                "Beratungsfolge:\nKreistag, nichtöffentlicher Teil   03.02.2031\n",
                "Anlagen:\nÖffentlicher Teil:\n1. Plan\nNichtöffentlicher Teil:\n2. Kaufvertrag\n",
                "Anlagen:\nÖffentlicher Teil:\n- Plan\n\nNichtöffentlicher Teil:\n\n- Kaufvertrag.\n",
                "Beratungsfolge:\nÖffentlicher Teil:\nKreistag\t03.02.2031\nNichtöffentlicher Teil:\nKreisausschuss\t02.02.2031\n",
                "## Sachverhalt\nOffen.\n\n## Öffentlicher Teil\n\nAuch offen.\n",
                "## Sachverhalt\nOffen.\n\n## Beschlüsse aus nichtöffentlicher Sitzung\n\nAuch offen.\n",
                "## Sachverhalt\nOffen.\n\n## Niederschrift der nicht öffentlichen Sitzung\n\nAuch offen.\n"
            })
    void aSecretPartOfSomethingElseDoesNot(String text) {
        assertThat(paper(OPEN + text).visibility()).isEqualTo(Visibility.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Der Kreisausschuss berät nichtöffentlich.",
                "**Nutzung der Wege**",
                "Im nichtöffentlichen Teil der Sitzung wurde schon beraten, was nun hier in aller Ausführlichkeit steht",
                "**Zusammenfassung**",
                "Die Vorlage ist öffentlich:"
            })
    void otherWordsDoNot(String words) {
        String facts = "## Sachverhalt\nOffen.\n\n" + words + "\n\nDer Preis ist 5 €.\n";
        assertThat(paper(OPEN + "\n" + facts).visibility()).isEqualTo(Visibility.PUBLIC);
    }

    /** A megabyte in a line, or hundreds of thousands of sentences, are read as fast as other texts: what is not linear shows before. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anlage 2 nicht öffentlich, ",
                "Anlage ",
                "n i c h t ",
                "Anlage 1, 2 (x), ",
                "nichtöffentliche ",
                "nicht öffentlich Anlage 2 ",
                "Anlage 2. Er ist ",
                "nur für ",
                "((((",
                "öffentlich"
            })
    @Timeout(240)
    void longLinesTakeNoLongerThanOthers(String words) {
        String list = "\n\nAnlagen:\n1 - Plan\n2 - Vertrag\n";
        Duration taken = Cpu.of(() -> {
            paper("Sachverhalt:\n" + words.repeat((FULL ? 1_000_000 : 400_000) / words.length()) + list);
            assertThat(paper("Sachverhalt:\n" + (words + "\n").repeat(FULL ? 30_000 : 12_000) + list)
                            .attachments())
                    .hasSize(2);
        });

        assertThat(taken).isLessThan(Duration.ofSeconds(FULL ? 20 : 10));
    }

    @Test
    @Timeout(240)
    void manySentencesAboutManyAttachmentsAreReadInTime() {
        StringBuilder text = new StringBuilder("Sachverhalt:\n");
        for (int i = 0; i < (FULL ? 100_000 : 40_000); i++) {
            text.append("Nichtöffentliche Anlagen 1 bis ").append(i % 999).append(".\n");
        }
        text.append("\nAnlagen:\n");
        for (int i = 1; i <= 500; i++) {
            text.append(i).append(" - Plan ").append(i).append('\n');
        }
        Duration taken = Cpu.of(() -> assertThat(paper(text.toString()).attachments())
                .extracting(NamedAttachment::visibility)
                .containsOnly(Visibility.NON_PUBLIC));

        assertThat(taken).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    @Timeout(240)
    void manySentencesInAListOfManyAttachmentsAreReadInTime() {
        StringBuilder text = new StringBuilder("Anlagen:\n");
        for (int i = 1; i <= 500; i++) {
            text.append(i).append(" - Plan ").append(i).append('\n');
        }
        text.append('\n');
        for (int i = 0; i < (FULL ? 100_000 : 40_000); i++) {
            text.append("Nichtöffentlich: Anlagen 501 bis ")
                    .append(501 + i % 499)
                    .append(".\n");
        }
        Duration taken =
                Cpu.of(() -> assertThat(paper(text.toString()).attachments()).hasSize(500));

        assertThat(taken).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void tenThousandAttachmentsAreRefused() {
        StringBuilder many = new StringBuilder("Sachverhalt:\nNichtöffentliche Anlagen 1 bis 999.\n\nAnlagen:\n");
        for (int i = 1; i <= 10_000; i++) {
            many.append(i).append(" - Plan ").append(i).append('\n');
        }
        assertThatThrownBy(() -> paper(many.toString()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("500");
    }
}
