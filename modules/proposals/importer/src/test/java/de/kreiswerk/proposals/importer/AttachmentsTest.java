package de.kreiswerk.proposals.importer;

import static de.kreiswerk.proposals.importer.Vorlage.paper;
import static de.kreiswerk.proposals.importer.Vorlage.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiswerk.proposals.api.Finding;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.PaperDocument.Section;
import de.kreiswerk.proposals.api.Visibility;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The layouts of an attachment list. */
class AttachmentsTest {

    @Test
    void numberDashName() {
        assertThat(attachments("""
                        **Anlage/n**

                        1 - 1\\_Lageplan\\_neu (öffentlich)
                        2 – Vertrag (Entwurf) (nichtöffentlich) (1,5 MB)
                        """))
                .containsExactly(
                        new NamedAttachment(1, "1_Lageplan_neu", Visibility.PUBLIC, null),
                        new NamedAttachment(2, "Vertrag (Entwurf)", Visibility.NON_PUBLIC, "1,5 MB"));
    }

    @Test
    void allrisListBesideAListOfNamesAndACount() {
        assertThat(attachments("""
                        Anlagen:
                        Lageplan

                        Anlage/n: 2 Anlagen (Lageplan)

                        Anlagen:
                          Nr. Name
                        Anlage 1 1 Lageplan (84 KB)
                        Anlage 2 1a Schnitt (9 KB)
                        """))
                .containsExactly(
                        new NamedAttachment(1, "Lageplan", null, "84 KB"),
                        new NamedAttachment(2, "1a Schnitt", null, "9 KB"));
    }

    @Test
    void numberedInOtherWays() {
        assertThat(attachments("Anlagen:\nAnlage 1: Lageplan\nAnlage 2 - Schnitt\nAnlage 3 Ansicht\n"))
                .extracting(NamedAttachment::name)
                .containsExactly("Lageplan", "Schnitt", "Ansicht");
        assertThat(attachments("Anlagen:\n1. Lageplan\n2) Schnitt\n"))
                .extracting(NamedAttachment::number)
                .containsExactly(1, 2);
    }

    @Test
    void aNameMayBeginWithADigit() {
        String text = """
                Anlagen:
                1. 1. Änderungssatzung (öffentlich)
                2. 1_Digitalisierungs-Strategie (nichtöffentlich)
                3) 2 Angebote, vertraulich
                4. 12.03.2026 Niederschrift N
                5. 2026-127 – Synopse
                6. 3D-Modell (4 MB)
                """;
        assertThat(attachments(text))
                .containsExactly(
                        new NamedAttachment(1, "1. Änderungssatzung", Visibility.PUBLIC, null),
                        new NamedAttachment(2, "1_Digitalisierungs-Strategie", Visibility.NON_PUBLIC, null),
                        new NamedAttachment(3, "2 Angebote", Visibility.NON_PUBLIC, null),
                        new NamedAttachment(4, "12.03.2026 Niederschrift N", Visibility.NON_PUBLIC, null),
                        new NamedAttachment(5, "2026-127 – Synopse", null, null),
                        new NamedAttachment(6, "3D-Modell", null, "4 MB"));
        assertThat(Vorlage.findings("attachment-number-gap", with(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. 12.03.2026",
                "1.  12.03.2026",
                "1. 12. März 2026",
                "1. 12.03.2026, 18:00 Uhr",
                "1. 250.000",
                "1. 250.000 Euro",
                "1. 250.000,00 EUR",
                "1. 3.5",
                "12. 03. 2026 Kreistag",
                "12. 03.2026 Kreistag"
            })
    void aDateOrAnAmountIsNoNumberedAttachment(String line) {
        assertThat(paper("Anlagen:\n\n" + line + "\n\n7. Lageplan\n").attachments())
                .containsExactly(new NamedAttachment(7, "Lageplan", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. 2 und 3 sind vertraulich",
                "1) 2 Anlagen sind nichtöffentlich",
                "1. 2 und 3 sind vertraulich (Anlagen)",
                "1. 3 nichtöffentliche Anlagen"
            })
    void aRemarkOnSecrecyIsNoAttachmentAndKeepsTheOthersBack(String remark) {
        assertThat(paper("Anlagen:\n1. Lageplan\n2. Vertrag\n3. Angebot\n" + remark + "\n")
                        .attachments())
                .containsExactly(
                        new NamedAttachment(1, "Lageplan", Visibility.NON_PUBLIC, null),
                        new NamedAttachment(2, "Vertrag", Visibility.NON_PUBLIC, null),
                        new NamedAttachment(3, "Angebot", Visibility.NON_PUBLIC, null));
    }

    @Test
    void pipeTable() {
        assertThat(attachments("Anlagen\n\n| Nr. | Name | Größe |\n|---|---|---|\n| 1 | Lageplan | 84 KB |\n"))
                .containsExactly(new NamedAttachment(1, "Lageplan", null, "84 KB"));
    }

    @Test
    void namesWithoutNumbersAreCounted() {
        assertThat(attachments("Anlagen:\nLageplan\nSchnitt\n"))
                .containsExactly(
                        new NamedAttachment(1, "Lageplan", null, null), new NamedAttachment(2, "Schnitt", null, null));
        assertThat(attachments("Anlagen:\n\n- Lageplan\n\n- Schnitt\n")).hasSize(2);
        assertThat(attachments("Anlage: Lageplan\n")).hasSize(1);
        assertThat(attachments("Anlage/n: 1 Anlage (Lageplan)\n"))
                .containsExactly(new NamedAttachment(1, "Lageplan", null, null));
    }

    @Test
    void noneMeansNone() {
        assertThat(attachments("Anlagen: keine\n")).isEmpty();
        assertThat(attachments("Anlage/n:\n\n-1-\n")).isEmpty();
    }

    @Test
    void otherTextInTheListIsKept() {
        PaperDocument paper = paper("""
                Anlagen:
                1 - Lageplan

                Der Rest liegt unter https://wolke.example/s/1

                gez. Beispiel
                """);
        assertThat(paper.attachments()).hasSize(1);
        assertThat(paper.otherSections())
                .containsExactly(
                        new Section("Anlagen", 5, "Der Rest liegt unter https://wolke.example/s/1\n\ngez. Beispiel"));
    }

    @Test
    void aNumberThatIsTakenGetsTheNextFreeOne() {
        assertThat(attachments("Anlagen:\n1 - Lageplan\n1 - Schnitt\n3 - Ansicht\nAnlage 3a: Modell\n"))
                .extracting(NamedAttachment::number, NamedAttachment::name)
                .containsExactly(
                        tuple(1, "Lageplan"), tuple(2, "Schnitt"), tuple(3, "Ansicht"), tuple(4, "Anlage 3a: Modell"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Anlage 2 (nichtöffentlich): Angebot; Angebot",
                "2 - Angebot - nichtöffentlich; Angebot",
                "2 - Angebot, vertraulich; Angebot",
                "2. Angebot (nichtöffentliche Anlage); Angebot (nichtöffentliche Anlage)",
                "2. Vertrauliches Angebot; Vertrauliches Angebot",
                "2. Angebot (nicht-öffentlich) (liegt vor); Angebot (nicht-öffentlich) (liegt vor)",
                "2 - Angebot (nichtöffentlich) (öffentlich); Angebot (nichtöffentlich)",
                "| 2 | Angebot | teils nicht öffentlich |; Angebot (teils nicht öffentlich)",
                "2. Angebot (NICHTÖFFENTLICHE Anlage); Angebot (NICHTÖFFENTLICHE Anlage)",
                "2. Angebot (N) (liegt vor); Angebot (N) (liegt vor)",
                "2. Angebot [NÖ] (liegt vor); Angebot [NÖ] (liegt vor)",
                "2 - Angebot (N), 84 KB; Angebot (N), 84 KB",
                "2 - Angebot (N, 84 KB); Angebot (N, 84 KB)",
                "2 - Angebot (84 KB, N); Angebot (84 KB, N)",
                "2. Angebot (N) vom 03.02.2026; Angebot (N) vom 03.02.2026",
                "2. Angebot (N), Lageplan (Ö); Angebot (N), Lageplan",
                "| 2 | Angebot | N, Vergabe |; Angebot (N, Vergabe)",
                "| 2 | Angebot | N - Vergabe |; Angebot (N, Vergabe)",
                "| 2 | Angebot | NÖ (Vergabe) |; Angebot (NÖ, Vergabe)",
                "| 2 | N: Vergabe | Angebot |; Angebot (N, Vergabe)"
            })
    void whatSpeaksOfSecrecyAnywhereIsNotPublic(String line, String name) {
        String text = "Anlagen:\n1. Lageplan\n" + line + "\n";
        assertThat(attachments(text))
                .containsExactly(
                        new NamedAttachment(1, "Lageplan", null, null),
                        new NamedAttachment(2, name, Visibility.NON_PUBLIC, null));
        assertThat(assumedAt(text)).containsExactly(4);
    }

    @Test
    void ofNamesInOneLineOneKeepsBackTheOthers() {
        assertThat(attachments("Anlagen: Kaufvertrag (N), Lageplan (Ö)\n"))
                .containsExactly(new NamedAttachment(1, "Kaufvertrag (N), Lageplan", Visibility.NON_PUBLIC, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2. Station (Nord)",
                "2. Messung (n = 3)",
                "| 2 | Plan | N-Strecke |",
                "| 2 | Plan | n/a |",
                "| 2 | Plan | N/A |",
                "2. Satz (n)m"
            })
    void aLetterThatMeansSomethingElseKeepsNothingBack(String line) {
        assertThat(paper("Anlagen:\n" + line + "\n").attachments())
                .extracting(NamedAttachment::visibility)
                .containsExactly((Visibility) null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2. Bodenwerte (P, K, N) (öffentlich); PUBLIC",
                "2. Bodenwerte (N, P) (öffentlich) (84 KB); PUBLIC",
                "2. Bodenwerte (N, P) (Ö); NON_PUBLIC",
                "2. Bodenwerte (N, P); NON_PUBLIC",
                "2. Bodenwerte (N) (öffentlich); NON_PUBLIC",
                "2. Bodenwerte (N, Preise) (öffentlich); NON_PUBLIC",
                "2. Bodenwerte (Ö, N) (öffentlich); NON_PUBLIC"
            })
    void lettersInABracketMayBeElementsWhereItIsPublicInWords(String line, Visibility visibility) {
        assertThat(paper("Anlagen:\n" + line + "\n").attachments())
                .extracting(NamedAttachment::visibility)
                .containsExactly(visibility);
    }

    @Test
    void aCellOfItsOwnMayStandBeforeTheName() {
        String text = """
                Anlagen

                | Nr. | Status | Name | Größe |
                |---|---|---|---|
                | 1 | Ö | Lageplan | 84 KB |
                | 2 | nichtöffentlich | Angebot | 9 KB |
                | 3 | N | Vertrag | 8 KB |
                """;
        assertThat(attachments(text))
                .containsExactly(
                        new NamedAttachment(1, "Lageplan", Visibility.PUBLIC, "84 KB"),
                        new NamedAttachment(2, "Angebot", Visibility.NON_PUBLIC, "9 KB"),
                        new NamedAttachment(3, "Vertrag", Visibility.NON_PUBLIC, "8 KB"));
        assertThat(assumedAt(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nichtöffentliche Anlagen:",
                "**Nicht öffentliche Anlagen**",
                "Nichtöffentliche Anlagen",
                "Anlagen (nichtöffentlich):",
                "Vertrauliche Anlagen:",
                "nichtöffentlich:"
            })
    void aLabelInsideTheListHoldsForWhatIsBelow(String label) {
        String text = "Anlagen:\n1. Lageplan\n" + label
                + "\n2. Angebot\n3. Vertrag (öffentlich)\nÖffentliche Anlagen:\n4. Ansicht\n";
        assertThat(attachments(text))
                .extracting(NamedAttachment::name, NamedAttachment::visibility)
                .containsExactly(
                        tuple("Lageplan", null),
                        tuple("Angebot", Visibility.NON_PUBLIC),
                        tuple("Vertrag", Visibility.NON_PUBLIC),
                        tuple("Ansicht", Visibility.PUBLIC));
        assertThat(assumedAt(text)).as("contradicted").containsExactly(6);
    }

    /** Lines are set apart by a slash. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Nichtöffentliche Anlagen:/Der Vorlage sind beigefügt:/1. Angebot/2. Vertrag; NN",
                "Nichtöffentliche Anlagen:/Kaufverträge:/1. Angebot/2. Vertrag; NN",
                "Nichtöffentliche Anlagen:/1. Angebot/Unterlagen der öffentlichen Ausschreibung:/2. Vertrag; NN",
                "Nichtöffentliche Anlagen:/Anlage: Kaufvertrag; N",
                "Nichtöffentliche Anlagen:/1. Angebot/Anlage: 2. Kaufvertrag; NN",
                "Nichtöffentliche Anlagen:/1. Angebot/Kaufverträge:/2. Vertrag/Öffentliche Anlagen:/3. Plan; NNÖ",
                "Nichtöffentliche Anlagen:/1. Angebot/öffentlich:/Pläne:/2. Plan; N-",
                "Nichtöffentliche Anlagen:/1. Angebot/Öffentliche Unterlagen:/2. Plan; N-",
                "Nichtöffentliche Anlagen:/1. Angebot/Anlagen:/2. Plan; N-",
                "Nichtöffentliche Anlagen:/1. Angebot/Sachverhalt:/Wir bauen./Anlage: 2. Plan; N-",
                "Nichtöffentliche Anlagen:/1. Angebot//öffentlich//2. Vertrag; NN",
                "Anlagen (nichtöffentlicher Teil):/1. Angebot//öffentlich//2. Vertrag; NN",
                "Anlagen:/Pläne:/1. Plan/Anlage: 2. Ort; --"
            })
    void aLabelInsideNonPublicAttachmentsLiftsNothing(String list, String visibilities) {
        assertThat(visibilities(list)).isEqualTo(visibilities);
    }

    @Test
    void aListOfNonPublicAttachmentsIsNoPartOfTheTextAboveIt() {
        PaperDocument paper = paper("Sachverhalt:\nText\n\nNichtöffentliche Anlagen:\n1. Angebot\n");
        assertThat(paper.statementOfFacts().paragraphs()).containsExactly("Text");
        assertThat(paper.attachments()).containsExactly(new NamedAttachment(1, "Angebot", Visibility.NON_PUBLIC, null));
        assertThat(paper("Sachverhalt:\nText\n\nÖffentliche Anlagen\nsind Parks.\n")
                        .attachments())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anlagen (nichtöffentlicher Teil):",
                "**Anlagen (nichtöffentlicher Teil)**",
                "Anlagen – nur für Kreistagsmitglieder:",
                "Nichtöffentliche Anlagen (nur für Kreistagsmitglieder):",
                "Nichtöffentliche Anlagen (nur für Mitglieder des Kreisausschusses):",
                "Nicht zur Veröffentlichung bestimmte Anlagen:"
            })
    void aLabelInOtherWordsIsNoPartOfTheTextAboveIt(String label) {
        PaperDocument paper = paper("Sachverhalt:\nText\n\n" + label + "\n1. Kaufvertrag\n\nAnlagen:\n2. Plan\n");
        assertThat(paper.statementOfFacts().paragraphs()).containsExactly("Text");
        assertThat(paper.attachments())
                .containsExactly(
                        new NamedAttachment(1, "Kaufvertrag", Visibility.NON_PUBLIC, null),
                        new NamedAttachment(2, "Plan", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anlagen (nichtöffentlicher Teil) liegen vor.",
                "Anlage 2 (nichtöffentlicher Teil): der Preis.",
                "Im nichtöffentlichen Teil stehen die Anlagen: sie folgen.",
                "Nichtöffentlich sind die Anlagen: 2 und 3.",
                "Vertraulich bleiben die Anlagen:",
                "Vertraulich behandelt der Kreis Anlagen: 2 und 3"
            })
    void aSentenceAboutSecretAttachmentsOpensNoList(String sentence) {
        assertThat(paper("Sachverhalt:\n" + sentence + "\n").statementOfFacts().paragraphs())
                .containsExactly(sentence);
    }

    @Test
    void anAttachmentThatIsListedTwiceIsAsSecretAsTheMoreSecretOne() {
        String names = "Anlagen:\nAnlage 1 1 Lageplan (84 KB)\nAnlage 2 2 Angebot (84 KB)\n";
        for (String second : List.of(
                "2 - Angebot (nichtöffentlich)", "2. Angebot - nichtöffentlich", "- Angebot (nichtöffentlich)")) {
            assertThat(attachments(names + second + "\n"))
                    .as(second)
                    .containsExactly(
                            new NamedAttachment(1, "Lageplan", null, "84 KB"),
                            new NamedAttachment(2, "Angebot", Visibility.NON_PUBLIC, "84 KB"));
        }
        assertThat(attachments("Anlagen:\n1 - Plan (nichtöffentlich)\nAnlage 1 1 Plan (8 KB)\n"))
                .containsExactly(new NamedAttachment(1, "Plan", Visibility.NON_PUBLIC, null));
        assertThat(attachments("Anlagen:\nAnlage 1 1 Plan (8 KB)\n1 - Plan (öffentlich)\n"))
                .containsExactly(new NamedAttachment(1, "Plan", Visibility.PUBLIC, "8 KB"));
        String contradictory = "Anlagen:\n1 - Plan (öffentlich)\nAnlage 1 Plan (nichtöffentlich)\n";
        assertThat(attachments(contradictory))
                .containsExactly(new NamedAttachment(1, "Plan", Visibility.NON_PUBLIC, null));
        assertThat(assumedAt(contradictory)).containsExactly(4);
    }

    @Test
    void twoNamesOfOneNumberMayBeOneAttachment() {
        assertThat(attachments("Anlagen:\nAnlage 1 1 Angebot der Firma (84 KB)\n1 - Angebot (nichtöffentlich)\n"))
                .extracting(NamedAttachment::visibility)
                .containsExactly(Visibility.NON_PUBLIC, Visibility.NON_PUBLIC);
        assertThat(attachments("Anlagen:\n1 - Angebot (nichtöffentlich)\nAnlage 1 1 Angebot der Firma (84 KB)\n"))
                .extracting(NamedAttachment::visibility)
                .containsExactly(Visibility.NON_PUBLIC, Visibility.NON_PUBLIC);
        assertThat(attachments("Anlagen:\n1 - Lageplan (öffentlich)\n1 - Angebot (nichtöffentlich)\n"))
                .extracting(NamedAttachment::visibility)
                .containsExactly(Visibility.PUBLIC, Visibility.NON_PUBLIC);
    }

    @Test
    void aLineOfItsOwnBelongsToTheAttachmentAbove() {
        String text = "Anlagen:\n1. Lageplan\n2. Angebot\n(nichtöffentlich)\n3. Ansicht\n";
        assertThat(attachments(text))
                .extracting(NamedAttachment::visibility)
                .containsExactly(null, Visibility.NON_PUBLIC, null);
    }

    /** Ö, N or - for each attachment; lines are set apart by a slash, a blank line is two. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "öffentlich/1. Lageplan/nichtöffentlich/2. Angebot/3. Vertrag; ÖNN",
                "öffentlich/1. Lageplan/nichtöffentlich/2. Angebot/öffentlich/3. Ort; ÖNÖ",
                "(öffentlich)/Lageplan/(nichtöffentlich)/Angebot/Vertrag; ÖNN",
                "1. Lageplan//**Nichtöffentlich**/2. Angebot/3. Vertrag; -NN",
                "1. Lageplan//**Nichtöffentlich**//2. Angebot/3. Vertrag; -NN",
                "1. Lageplan//nichtöffentlich/2. Angebot/3. Vertrag; -NN",
                "1. Lageplan//nichtöffentlich//2. Angebot/3. Vertrag; NNN",
                "1. Lageplan/**nichtöffentlich**/2. Angebot/3. Vertrag; NNN",
                "öffentlich:/1. Lageplan/nichtöffentlich/2. Angebot/3. Vertrag; NNN",
                "Öffentliche Anlagen:/1. Lageplan/nichtöffentlich/2. Angebot; NN",
                "nichtöffentlich:/1. Angebot/öffentlich/2. Vertrag; NN",
                "**nichtöffentlich**/1. Angebot//**öffentlich**/2. Ort; NÖ",
                "1. Lageplan//öffentlich//2. Angebot//nichtöffentlich; ÖN",
                "1. Angebot//nichtöffentlich//2. Ort//öffentlich//3. Plan//4. Vertrag//nichtöffentlich; NN-N",
                "1. Lageplan//2. Angebot//**nichtöffentlich**; -N",
                "1. Lageplan/2. Angebot//nichtöffentlich/Der Rest folgt.; -N",
                "Name/öffentlich/1. Angebot/nichtöffentlich/2. Ort/öffentlich/Stand: heute; NN",
                "öffentlich/1. Angebot/nichtöffentlich/2. Ort/öffentlich; NN",
                "öffentlich/1. Ort/öffentlich/2. Angebot/nichtöffentlich/3. Plan; ÖNN"
            })
    void aLineOfItsOwnIsALabelWhereItStandsLikeOne(String list, String visibilities) {
        assertThat(visibilities("Anlagen:/" + list)).isEqualTo(visibilities);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Die Anlagen 2 und 3 sind nichtöffentlich.; 2 3",
                "Anlagen 1 bis 2 öffentlich, Anlage 3 vertraulich; 2 3",
                "Alle Anlagen sind vertraulich.; 2 3",
                "Ö = öffentlich, N = nichtöffentlich; 2 3",
                "Anlage 1 ist nichtöffentlich.; 1",
                "Anlage 2 und 3 sind vertraulich.; 2 3",
                "Anlage 2 - 3 sind vertraulich; 2 3",
                "2 - 3 sind vertraulich; 2 3",
                "2. und 3. sind vertraulich; 2 3",
                "Die Anlagen 2 u. 3 sind nichtöffentlich.; 2 3",
                "Die Anlagen 2 & 3 sind nichtöffentlich.; 2 3",
                "Die Anlagen 2 + 3 sind nichtöffentlich.; 2 3",
                "Die Anlagen 1 oder 3 sind nichtöffentlich.; 1 3",
                "Die Anlagen 2 (Angebot) und 3 (Vertrag) sind nichtöffentlich.; 2 3",
                "Die Anlage II ist nichtöffentlich.; 2",
                "Die Anlage X ist nichtöffentlich.; 2 3",
                "Die Anlagen E-Mail und Angebot sind nichtöffentlich.; 2 3",
                "Anlage 1 ist öffentlich, alle anderen nichtöffentlich.; 2 3",
                "Anlage 1 öffentlich, sonst nichtöffentlich; 2 3",
                "Anlage 1: öffentlich, Rest vertraulich; 2 3",
                "1. öffentlich, alle übrigen nichtöffentlich; 2 3",
                "Anlage 2 und Anlage 3 sind nichtöffentlich.; 2 3",
                "Anlage 2 und Anlage 3 (nichtöffentlich); 2 3",
                "Anlage 2 bis Anlage 3 vertraulich; 2 3",
                "Bis auf Anlage 1 sind alle Anlagen nichtöffentlich.; 1 2 3",
                "Außer Anlage 2 sind alle Anlagen vertraulich.; 2 3",
                "Mit Ausnahme der Anlage 2 sind die Anlagen nichtöffentlich.; 2 3",
                "Nichtöffentlich sind die Anlagen: 2 und 3.; 2 3",
                "Nichtöffentlich sind die Anlagen: 2 und 3; 2 3",
                "Nichtöffentlich ist die Anlage: 2; 2 3",
                "Nichtöffentlich sind die Anlagen: 2; 2 3",
                "Nichtöffentlich sind die Anlagen: Anlage 2 und Anlage 3; 2 3",
                "Vertraulich behandelt der Kreis Anlagen: 2 und 3; 2 3"
            })
    void aSentenceBelowTheListIsHeard(String sentence, String numbers) {
        PaperDocument paper = paper("Anlagen:\n1. Lageplan (öffentlich)\n2. Angebot\n3. Vertrag\n\n" + sentence + "\n");
        assertThat(paper.attachments().stream()
                        .filter(attachment -> attachment.number() <= 3)
                        .filter(attachment -> attachment.visibility() == Visibility.NON_PUBLIC)
                        .map(attachment -> "" + attachment.number())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(numbers);
    }

    /** Ö, N or - for each attachment; lines are set apart by a bar. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 - Anlage 1 vertraulich.pdf|2 - Anlage 2 Plan.pdf; N-",
                "1 - Anlage 1 Lageplan (8 KB)|2 - Anlage 2 Kaufvertrag nichtöffentlich (1,2 MB); -N",
                "1. Anlage 1 Lageplan|2. Anlage 2 - vertraulicher Kaufvertrag; -N",
                "1. Anlage A|2. Anlage 1 zum Vertrag nichtöffentlich; -N",
                "Anlage 1: Vertrag (öffentlich)|Anlage 2 zu Anlage 1: Geheimhaltungsvereinbarung; ÖN",
                "Anlage 1 Plan|Anlage 2 zur 2. Änderung nichtöffentlich; -N",
                "Anlage 1: Plan|Anlage 2: der 3. vertrauliche Bericht; -N",
                "1. zu 1: Plan|2. zu 2: vertraulicher Vertrag; -N",
                "Anlage 1: Plan|Anlage 2 und Anlage 3: vertrauliche Verträge; -N",
                "Anlage 1: Plan|Anlage 2 und Anlage 3 Verträge (nichtöffentlich) (8 KB)|Anlage 4: Karte; -N-",
                "1. öffentlich - Plan Restaurant|2. öffentlich: Vertrag mit anderen (nichtöffentlich); -N",
                "1 - öffentlich - Restabfallkonzept (nichtöffentlich) (8 KB)|2 - Karte; N-",
                "1. Öffentlich-rechtliche Vereinbarung Restabfall (nichtöffentlich)|2. Karte; N-",
                "Plan|Angebot|Vertrag|Anlage 1: öffentlich, sonst nichtöffentlich; NNN",
                "Anlage 1: Plan||Nichtöffentliche Anlagen:|Anlage 2 und 3; -N",
                "Nichtöffentliche Anlagen:|Anlage 1 und Anlage 2; N",
                "1 - Plan|2 - Ort||Nichtöffentliche Anlagen:|3 - 001|4 - 002; --NN",
                "1. Plan|2. Angebot||Anlage 2 ist vertraulich, weil sie sonstige Preise enthält.; -N"
            })
    void anAttachmentIsKeptBackByItsOwnWords(String list, String visibilities) {
        assertThat(visibilities("Anlagen:/" + list.replace('|', '/'))).isEqualTo(visibilities);
    }

    /** Lines are set apart by a bar. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1. Plan|2. Angebot|3. Vertrag||Nichtöffentliche Anlagen: 2 und 3; -NN",
                "1. Plan|2. Angebot|3. Vertrag||Nichtöffentliche Anlagen: 2 und 3.; -NN",
                "1. Plan|2. Angebot|3. Vertrag||Anlagen (nichtöffentlich): 2, 3; -NN",
                "1. Plan|2. Angebot (öffentlich)||Nichtöffentliche Anlagen: 1, 2; NN",
                "1. Plan|2. Angebot|3. Vertrag||Nichtöffentliche Anlagen: 2; NNN",
                "1. Plan|2. Angebot||Nichtöffentliche Anlagen: Angebot; -N",
                "1. Plan|2. Angebot||Nichtöffentliche Anlagen: Preise; NN",
                "1. Plan|2. Angebot||Nichtöffentliche Anlagen: siehe oben.; NN",
                "1. Plan|2. Angebot||Nichtöffentliche Anlagen: keine||gez. Beispiel; --",
                "1. Plan|2. Angebot||Nichtöffentliche Anlagen: -; --",
                "1. Plan|2. Angebot||Nichtöffentliche Anlagen: 0; --",
                "1. Plan|2. Angebot||Nichtöffentliche Anlagen: nein; --",
                "1. Plan|2. Angebot||Nichtöffentliche Anlagen:; --",
                "1. Plan||Nichtöffentliche Anlagen:|2. Angebot; -N",
                "1. Plan|2. Angebot|3. Vertrag||Nichtöffentliche Anlagen:|Anlage 2 und Anlage 3; -NNN",
                "1. Plan|2. Angebot|3. Vertrag||Nichtöffentliche Anlagen:|Anlage 2 und 3; -NNN",
                "1. Plan|2. Angebot|3. Vertrag|4. Ort||Nichtöffentliche Anlagen:|Anlage 2 bis Anlage 4; -NNNN",
                "Plan|Angebot|Vertrag||Nichtöffentliche Anlagen: 2 und 3; -NN"
            })
    void aLabelForNonPublicOnesBelowTheListMayNameThem(String list, String visibilities) {
        assertThat(visibilities("Anlagen:/" + list.replace('|', '/'))).isEqualTo(visibilities);
    }

    @Test
    void aSentenceBelowTheListMeansTheOneThatIsCalledSo() {
        assertThat(paper(
                                "Anlagen:\nAnlage 1: Ort\nAnlage 2: Plan\nAnlage 2a: Vertrag\n\nAnlage 2a ist nichtöffentlich.\n")
                        .attachments())
                .extracting(NamedAttachment::name, NamedAttachment::visibility)
                .containsExactly(
                        tuple("Ort", null), tuple("Plan", null), tuple("Anlage 2a: Vertrag", Visibility.NON_PUBLIC));
    }

    @Test
    void whatALongerNameSaysOfAKnownAttachmentIsKept() {
        PaperDocument paper =
                paper("Anlagen:\nAnlage 1 1 Angebot (8 KB)\n1. Angebot (nichtöffentlich wegen Vergabe)\n");
        assertThat(paper.attachments())
                .containsExactly(new NamedAttachment(1, "Angebot", Visibility.NON_PUBLIC, "8 KB"));
        assertThat(paper.otherSections())
                .singleElement()
                .satisfies(rest -> assertThat(rest.text()).contains("wegen Vergabe"));
    }

    private static String visibilities(String lines) {
        return paper(lines.replace('/', '\n') + "\n").attachments().stream()
                .map(attachment -> attachment.visibility() == null
                        ? "-"
                        : attachment.visibility() == Visibility.PUBLIC ? "Ö" : "N")
                .collect(Collectors.joining());
    }

    private static List<Integer> assumedAt(String text) {
        return Vorlage.findings("non-public-assumed", with(text)).stream()
                .map(Finding::line)
                .toList();
    }

    private static List<NamedAttachment> attachments(String text) {
        PaperDocument paper = paper(text);
        assertThat(paper.otherSections()).isEmpty();
        return paper.attachments();
    }
}
