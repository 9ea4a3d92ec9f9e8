package de.kreiswerk.proposals.importer;

import static de.kreiswerk.proposals.importer.Vorlage.paper;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.api.PaperDocument.Role;
import de.kreiswerk.proposals.api.PaperDocument.Section;
import de.kreiswerk.proposals.api.Visibility;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The layouts of a Beratungsfolge. */
class ConsultationsTest {

    @Test
    void tabTable() {
        assertThat(rows("""
                        Beratungsfolge\tGeplante Sitzungstermine\tÖffentlichkeitsstatus
                        Ausschuss für Wege, Plätze und Brücken (Beratung)\t03.02.2031\tÖ
                        Kreisausschuss (Empfehlung)\tnoch offen\tN
                        """))
                .containsExactly(
                        row(
                                "Ausschuss für Wege, Plätze und Brücken",
                                Role.CONSULTATION,
                                "Beratung",
                                day(3),
                                "03.02.2031",
                                Visibility.PUBLIC),
                        row(
                                "Kreisausschuss",
                                Role.RECOMMENDATION,
                                "Empfehlung",
                                null,
                                "noch offen",
                                Visibility.NON_PUBLIC));
    }

    @Test
    void tabTableWithOtherColumns() {
        PlannedConsultation row = rows("""
                        Datum\tGremium\tRolle\tErgebnis
                        Mo., 03.02.2031, 17:00 Uhr\tRat\tMitwirkung\tangenommen mit 12:3
                        """).get(0);
        assertThat(row.organization()).isEqualTo("Rat");
        assertThat(row.plannedDate()).isEqualTo(day(3));
        assertThat(row.dateWording()).isEqualTo("Mo., 03.02.2031, 17:00 Uhr");
        assertThat(row.role()).isNull();
        assertThat(row.roleWording()).isEqualTo("Mitwirkung");
        assertThat(row.result()).isEqualTo("angenommen mit 12:3");
    }

    @Test
    void tabTableWithoutHeadsKeepsWhatItCannotTell() {
        PaperDocument paper = paper("Beratungsfolge:\nKreistag (Entscheidung)\t03.02.2031\tÖ\tmit Gästen\n");
        assertThat(paper.consultations())
                .containsExactly(
                        row("Kreistag", Role.DECISION, "Entscheidung", day(3), "03.02.2031", Visibility.PUBLIC));
        assertThat(paper.otherSections()).containsExactly(new Section("Beratungsfolge", 3, "mit Gästen"));
    }

    /** How clerks write it when there is no form: none of it belongs to the committee's name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kreisausschuss (Beratung) 03.02.2031 N",
                "Kreisausschuss (N) Beratung 03.02.2031",
                "Kreisausschuss (nicht öffentlich), 03.02.2031: Beratung",
                "Kreisausschuss nicht öffentlich 03.02.2031 Beratung",
                "Kreisausschuss (Beratung) am 03.02.2031, nichtöffentlich",
                "2. Kreisausschuss (Beratung) am Montag, 03.02.2031, 16:00 Uhr, nichtöffentlich",
                "Kreisausschuss, Mo., 03.02.2031 16 Uhr – Beratung – N",
                "Mo., 03.02.31  Kreisausschuss (N)  Beratung",
                "1. 03.02.2031 Kreisausschuss, Beratung, nichtöffentlich",
                "3. Feb. 2031, 17:00 Uhr Kreisausschuss (nichtöffentlich) Beratung",
            })
    void aLineIsTakenApart(String line) {
        PaperDocument paper = paper("Beratungsfolge:\n" + line + "\nKreistag (Entscheidung) 04.02.2031\n");

        assertThat(paper.consultations()).hasSize(2);
        PlannedConsultation row = paper.consultations().get(0);
        assertThat(row.organization()).isEqualTo("Kreisausschuss");
        assertThat(row.role()).isEqualTo(Role.CONSULTATION);
        assertThat(row.plannedDate()).isEqualTo(day(3));
        assertThat(row.visibility()).isEqualTo(Visibility.NON_PUBLIC);
        assertThat(paper.otherSections()).isEmpty();
    }

    @Test
    void namesWithCommasAndTimesOfDayStayWhole() {
        PaperDocument paper = paper(
                "Beratungsfolge:\nAusschuss für Wege, Plätze und Brücken, Dienstag, 04.02.2031 17:00 Uhr, Beratung, mit Gästen\n");
        assertThat(paper.consultations())
                .containsExactly(row(
                        "Ausschuss für Wege, Plätze und Brücken",
                        Role.CONSULTATION,
                        "Beratung",
                        day(4),
                        "Dienstag, 04.02.2031 17:00 Uhr",
                        null));
        assertThat(paper.otherSections()).containsExactly(new Section("Beratungsfolge", 3, "mit Gästen"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Beratungsfolge        Termin       Beratungsaktion\nKreistag              03.02.2031   Entscheidung\n",
                "| Beratungsfolge | Sitzungsdatum | Rolle |\n|---|---|---|\n| Kreistag | 03.02.2031 | Entscheidung |\n",
                "Beratungsfolge\tTermin\tRolle\nKreistag\t03.02.2031\tEntscheidung\n"
            })
    void aRowOfColumnHeadsBeginsTheSection(String lines) {
        assertThat(paper(lines).consultations())
                .containsExactly(row("Kreistag", Role.DECISION, "Entscheidung", day(3), "03.02.2031", null));
    }

    @Test
    void aColumnThatNobodyKnowsIsNoCommittee() {
        PaperDocument paper = paper("Beratungsfolge:\nNr.\tGremium\tDatum\tBemerkung\n"
                + "1\tKreistag (Entscheidung)\t03.02.2031\tmit Gästen\n");

        assertThat(paper.consultations())
                .containsExactly(row("Kreistag", Role.DECISION, "Entscheidung", day(3), "03.02.2031", null));
        assertThat(paper.otherSections()).extracting(Section::text).containsExactly("1 mit Gästen");
    }

    /** Crosses below it tell which row is which; in doubt all are. */
    @Test
    void aColumnOfSecrecyKeepsAllRowsBack() {
        PaperDocument paper = paper("Beratungsfolge:\n| Gremium | Datum | nichtöffentlich |\n| --- | --- | --- |\n"
                + "| Kreisausschuss | 03.02.2031 | x |\n| Kreistag | 04.02.2031 | |\n");

        assertThat(paper.consultations())
                .extracting(PlannedConsultation::organization, PlannedConsultation::visibility)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Kreisausschuss", Visibility.NON_PUBLIC),
                        org.assertj.core.groups.Tuple.tuple("Kreistag", Visibility.NON_PUBLIC));
    }

    @Test
    void piecesBelowEachOther() {
        List<PlannedConsultation> rows = rows("""
                Ausschuss für Brücken Vorberatung
                03.02.2031
                Sitzung des Ausschusses für Brücken geändert beschlossen
                Verwaltungsausschuss
                04.02.2031
                Nichtöffentliche Sitzung des Verwaltungsausschusses
                Ausschuss für Brücken
                Rat der Stadt Kenntnisnahme
                05.02.2031 Öffentliche Sitzung des Rates zur Kenntnis genommen
                """);
        assertThat(rows)
                .extracting(PlannedConsultation::organization)
                .containsExactly(
                        "Ausschuss für Brücken", "Verwaltungsausschuss", "Ausschuss für Brücken", "Rat der Stadt");
        assertThat(rows).extracting(PlannedConsultation::plannedDate).containsExactly(day(3), day(4), null, day(5));
        assertThat(rows)
                .extracting(PlannedConsultation::role)
                .containsExactly(Role.CONSULTATION, null, null, Role.INFORMATION);
        assertThat(rows)
                .extracting(PlannedConsultation::visibility)
                .containsExactly(null, Visibility.NON_PUBLIC, null, Visibility.PUBLIC);
        assertThat(rows)
                .extracting(PlannedConsultation::result)
                .containsExactly("geändert beschlossen", null, null, "zur Kenntnis genommen");
        assertThat(rows.get(0).meeting()).isEqualTo("Sitzung des Ausschusses für Brücken");
    }

    @Test
    void cellsBelowEachOther() {
        assertThat(rows("""
                        Geplante Sitzungstermine

                        Öffentlichkeitsstatus

                        Kreisausschuss (Beratung)

                        03.02.2031

                        N

                        Kreistag (Entscheidung)

                        04.02.2031

                        Ö
                        """))
                .containsExactly(
                        row(
                                "Kreisausschuss",
                                Role.CONSULTATION,
                                "Beratung",
                                day(3),
                                "03.02.2031",
                                Visibility.NON_PUBLIC),
                        row("Kreistag", Role.DECISION, "Entscheidung", day(4), "04.02.2031", Visibility.PUBLIC));
    }

    @Test
    void oneLineEach() {
        assertThat(
                        rows(
                                "Gremium   Termin   Status\nKreisausschuss (Beratung)   03.02.2031   N\n04.02.2031 Kreistag Entscheidung\nOrtsrat West\n"))
                .containsExactly(
                        row(
                                "Kreisausschuss",
                                Role.CONSULTATION,
                                "Beratung",
                                day(3),
                                "03.02.2031",
                                Visibility.NON_PUBLIC),
                        row("Kreistag", Role.DECISION, "Entscheidung", day(4), "04.02.2031", null),
                        row("Ortsrat West", null, null, null, null, null));
    }

    @Test
    void pipeTable() {
        assertThat(rows("""
                        | Status | Datum | Gremium | Beschluss |
                        |---|---|---|---|
                        | ● Erledigt | 03.02.2031 | Kreistag | Entscheidung |
                        """))
                .containsExactly(new PlannedConsultation(
                        "Kreistag", Role.DECISION, "Entscheidung", day(3), "03.02.2031", null, null, null, "Erledigt"));
    }

    @Test
    void brokenPipeTable() {
        assertThat(rows("""
                        | Status | Datum | Gremium | Beschluss |
                        |---|---|---|---|
                        |
                        ●
                        Geplant
                        |
                        |
                        Ausschuss für Brücken
                        |
                        Beratung
                        |
                        |
                        03.02.2031
                        | |
                        |
                        ● Bereit
                        |
                        Kreistag
                        |
                        """))
                .containsExactly(
                        new PlannedConsultation(
                                "Ausschuss für Brücken",
                                Role.CONSULTATION,
                                "Beratung",
                                day(3),
                                "03.02.2031",
                                null,
                                null,
                                null,
                                "Geplant"),
                        new PlannedConsultation("Kreistag", null, null, null, null, null, null, null, "Bereit"));
    }

    @ParameterizedTest
    @CsvSource({
        "Beratung,CONSULTATION",
        "Vorberatung,CONSULTATION",
        "Entscheidung,DECISION",
        "Abschließende Beschlussfassung,DECISION",
        "Kenntnisnahme,INFORMATION",
        "Beschlussempfehlung an den Kreistag,RECOMMENDATION"
    })
    void knowsTheRoles(String wording, Role role) {
        assertThat(rows("Kreisausschuss (" + wording + ")\t03.02.2031\tN\n"))
                .containsExactly(row("Kreisausschuss", role, wording, day(3), "03.02.2031", Visibility.NON_PUBLIC));
        assertThat(rows("Bauausschuss " + wording + "\n"))
                .containsExactly(row("Bauausschuss", role, wording, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Kreistag zur Beschlussfassung 03.02.2031;zur Beschlussfassung",
                "Kreistag (zur Beratung) 03.02.2031;zur Beratung",
                "Kreistag - Vorberatung 03.02.2031;Vorberatung",
                "Kreistag: Vorberatung 03.02.2031;Vorberatung",
                "Kreistag, Entscheidung\t03.02.2031;Entscheidung",
                "Kreistag zur Kenntnisnahme\t03.02.2031;zur Kenntnisnahme"
            })
    void whatJoinsARoleToACommitteeIsNoPartOfItsName(String line, String role) {
        PlannedConsultation row = rows(line + "\n").get(0);
        assertThat(row.organization()).isEqualTo("Kreistag");
        assertThat(row.role()).isNotNull();
        assertThat(row.roleWording()).isEqualTo(role);
    }

    @Test
    void bracketsThatAreNoRoleBelongToTheName() {
        assertThat(rows("Ausschuss für Brücken (AfB)\n").get(0).organization())
                .isEqualTo("Ausschuss für Brücken (AfB)");
    }

    @Test
    void aDayThatDoesNotExistKeepsItsWording() {
        assertThat(rows("Kreistag (Entscheidung)\t31.02.2031\tÖ\n"))
                .containsExactly(row("Kreistag", Role.DECISION, "Entscheidung", null, "31.02.2031", Visibility.PUBLIC));
    }

    @Test
    void wordsThatAreNoConsultationAreKept() {
        PaperDocument paper = paper("Beratungsfolge:\nDie Termine sind vorläufig.\nKreistag\n");
        assertThat(paper.consultations()).hasSize(1);
        assertThat(paper.otherSections())
                .containsExactly(new Section("Beratungsfolge", 3, "Die Termine sind vorläufig."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"N", "NÖ", "N (nichtöffentlich)", "(N)", "nichtöffentlich (vertraulich)", "N, Vertrag"})
    void whateverStandsBesideTheNonPublicMarkItCounts(String mark) {
        assertThat(paper("Beratungsfolge\nGremium\tTermin\tStatus\nKreisausschuss (Beratung)\t03.02.2031\t" + mark
                                + "\n")
                        .consultations())
                .extracting(PlannedConsultation::visibility)
                .containsExactly(Visibility.NON_PUBLIC);
        assertThat(paper("Beratungsfolge\nGremium\tTermin\tÖ/N\nKreisausschuss (Beratung)\t03.02.2031\t" + mark + "\n")
                        .consultations())
                .extracting(PlannedConsultation::visibility)
                .containsExactly(Visibility.NON_PUBLIC);
        assertThat(paper("Beratungsfolge\nKreisausschuss (Beratung)   03.02.2031   " + mark + "\n")
                        .consultations())
                .extracting(PlannedConsultation::visibility)
                .containsExactly(Visibility.NON_PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kreistag (Entscheidung)\t03.02.2031\tÖ\tnichtöffentlicher Teil",
                "Kreistag (Entscheidung)\t03.02.2031\tÖ\tN",
                "Kreistag, nichtöffentlicher Teil   03.02.2031",
                "| Kreistag | 03.02.2031 | im nicht öffentlichen Teil |",
                "Kreistag\n03.02.2031\nGemeinsame nichtöffentliche Sitzung des Kreistages",
                "Kreistag\n03.02.2031\nÖffentliche und nichtöffentliche Sitzung des Kreistages",
                "Kreistag\n03.02.2031\nStatus: nichtöffentlich",
                "Kreistag\n03.02.2031\nÖffentlichkeitsstatus: N",
                "Vertraulich zu behandeln:\nKreistag\n03.02.2031"
            })
    void whatSpeaksOfSecrecyAnywhereIsNotPublic(String lines) {
        String text = Vorlage.with("Beratungsfolge:\n" + lines + "\n");
        assertThat(Vorlage.read(text).document().consultations())
                .extracting(PlannedConsultation::visibility)
                .containsExactly(Visibility.NON_PUBLIC);
        assertThat(Vorlage.findings("non-public-assumed", text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| Gremium | Termin | Ö | N |\n|---|---|---|---|\n| Kreisausschuss | 03.02.2031 | | x |\n| Kreistag | 04.02.2031 | x | |\n",
                "Gremium\tTermin\tN\tÖ\nKreisausschuss\t03.02.2031\t[x]\t[ ]\nKreistag\t04.02.2031\t[ ]\t[x]\n",
                "Gremium\tTermin\töffentlich\tnichtöffentlich\nKreisausschuss\t03.02.2031\tnein\tja\nKreistag\t04.02.2031\tja\tnein\n",
                "| Gremium | öffentlich | nicht öffentlich | Termin |\n| Kreisausschuss | - | ☒ | 03.02.2031 |\n| Kreistag | ☒ | - | 04.02.2031 |\n"
            })
    void crossesTellWhichIsWhich(String table) {
        assertThat(rows(table))
                .containsExactly(
                        row("Kreisausschuss", null, null, day(3), "03.02.2031", Visibility.NON_PUBLIC),
                        row("Kreistag", null, null, day(4), "04.02.2031", Visibility.PUBLIC));
        assertThat(Vorlage.findings("non-public-assumed", Vorlage.with("Beratungsfolge\n" + table)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gremium   Termin   Ö   N\nKreisausschuss   03.02.2031      x\n",
                "Gremium Termin Ö N\nKreisausschuss 03.02.2031  x\n",
                "| Gremium | Termin | Ö | N |\n|\n●\nGeplant\n|\nKreisausschuss\n|\n03.02.2031\n|\nx\n|\n",
                "| Gremium | Termin | Ö | N |\n| Kreisausschuss | 03.02.2031 | x | x |\n",
                "| Gremium | Termin | Ö | N |\n| Kreisausschuss | 03.02.2031 | | siehe unten |\n",
                "| Gremium | Termin | Ö | N |\n| Kreisausschuss | 03.02.2031 | nein | |\n",
                "| Gremium | Termin | N |\n| Kreisausschuss | 03.02.2031 | |\n",
                "Gremium\tTermin\tnichtöffentlich\nKreisausschuss\t03.02.2031\n"
            })
    void crossesThatNobodyCanReadKeepBack(String table) {
        String text = Vorlage.with("Beratungsfolge\n" + table);
        assertThat(Vorlage.read(text).document().consultations())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.organization()).isEqualTo("Kreisausschuss");
                    assertThat(row.visibility()).isEqualTo(Visibility.NON_PUBLIC);
                });
        assertThat(Vorlage.findings("non-public-assumed", text)).hasSize(1);
    }

    @Test
    void aMarkBesideALabelIsNoHeadOfAColumn() {
        assertThat(paper("Beratungsfolge:\nKreisausschuss\t03.02.2031\nStatus\tnichtöffentlich\n")
                        .consultations())
                .extracting(PlannedConsultation::visibility)
                .containsExactly(Visibility.NON_PUBLIC);
    }

    @Test
    void aMarkWhereItBelongsIsNoFinding() {
        String text = Vorlage.with("""
                Beratungsfolge:
                Gremium\tTermin\töffentlich / nichtöffentlich
                Kreisausschuss\t02.02.2031\tN (nichtöffentlich)
                Kreistag\t03.02.2031\tÖ (öffentlich)
                Ö = öffentlich, N = nichtöffentlich
                """);
        assertThat(Vorlage.read(text).document().consultations())
                .extracting(PlannedConsultation::visibility)
                .containsExactly(Visibility.NON_PUBLIC, Visibility.PUBLIC);
        assertThat(Vorlage.findings("non-public-assumed", text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Kreisausschuss (Beratung) N,Kreisausschuss,NON_PUBLIC",
        "Kreisausschuss Vorberatung (nichtöffentlich),Kreisausschuss,NON_PUBLIC",
        "Kreisausschuss (Beratung)   noch offen   N,Kreisausschuss (Beratung)   noch offen,NON_PUBLIC",
        "Kreistag Entscheidung Ö,Kreistag,PUBLIC"
    })
    void aMarkBehindTheNameCounts(String line, String name, Visibility visibility) {
        for (String layout : List.of("%s\n", "%s\n03.02.2031\n", "%s\t03.02.2031\n", "%s   03.02.2031\n")) {
            String text = Vorlage.with("Beratungsfolge:\n" + layout.formatted(line));
            assertThat(Vorlage.read(text).document().consultations())
                    .as(layout)
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.organization()).isEqualTo(name);
                        assertThat(row.visibility()).isEqualTo(visibility);
                    });
            assertThat(Vorlage.findings("non-public-assumed", text)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kreisausschuss - N 03.02.2031",
                "Kreisausschuss – N   03.02.2031",
                "Kreisausschuss, N\t03.02.2031",
                "Kreisausschuss [N] 03.02.2031",
                "Kreisausschuss(N) 03.02.2031",
                "Kreisausschuss [NÖ]\t03.02.2031",
                "Kreisausschuss (Vorberatung, N)\t03.02.2031",
                "Kreisausschuss (Vorberatung - nichtöffentlich) 03.02.2031",
                "N  Kreisausschuss  03.02.2031",
                "03.02.2031 (N) Kreisausschuss",
                "| [N] Kreisausschuss | 03.02.2031 |"
            })
    void aMarkAroundTheNameCountsAndIsNoPartOfIt(String line) {
        String text = Vorlage.with("Beratungsfolge:\n" + line + "\n");
        assertThat(Vorlage.read(text).document().consultations())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.organization()).isEqualTo("Kreisausschuss");
                    assertThat(row.plannedDate()).isEqualTo(day(3));
                    assertThat(row.visibility()).isEqualTo(Visibility.NON_PUBLIC);
                });
        assertThat(Vorlage.findings("non-public-assumed", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gremium\tTermin\tStatus\nKreistag\t03.02.2031\tÖ/N",
                "Gremium\tTermin\tÖ/N\nKreistag\t03.02.2031\tÖ / N",
                "Kreistag\t03.02.2031\tÖ/N",
                "Kreistag 03.02.2031 Ö/N",
                "Kreistag Ö/N\t03.02.2031",
                "Kreistag (N, Sondersitzung) 03.02.2031"
            })
    void anNAmongOtherWordsKeepsBackInDoubt(String lines) {
        String text = Vorlage.with("Beratungsfolge:\n" + lines + "\n");
        assertThat(Vorlage.read(text).document().consultations())
                .extracting(PlannedConsultation::visibility)
                .containsExactly(Visibility.NON_PUBLIC);
        assertThat(Vorlage.findings("non-public-assumed", text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ausschuss Nord 03.02.2031",
                "Ausschuss für die Linie N-Süd 03.02.2031",
                "Kreistag (N.N.) 03.02.2031",
                "Kreistag\t03.02.2031\tN.N.",
                "Ausschuss für das N Gebiet 03.02.2031"
            })
    void anNWithinWordsIsNoMark(String line) {
        assertThat(paper("Beratungsfolge:\n" + line + "\n").consultations())
                .extracting(PlannedConsultation::visibility)
                .containsOnlyNulls();
    }

    @Test
    void aSentenceHoldsForRowsOfWhichNothingIsSaid() {
        assertThat(paper("""
                        Beratungsfolge:
                        Kreisausschuss\t02.02.2031
                        Kreistag\t03.02.2031\tÖ

                        Die Beratung im Kreisausschuss ist, wie stets in diesem Landkreis, nicht öffentlich und wird vertraulich behandelt.
                        """).consultations())
                .extracting(PlannedConsultation::visibility)
                .containsExactly(Visibility.NON_PUBLIC, Visibility.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gremium Termin Ö/N",
                "Gremium Geplante Sitzungstermine Status Ö / N",
                "Ausschuss Rolle Datum Öffentlichkeitsstatus Ergebnis",
                "Gremium"
            })
    void headsWithSingleBlanksAreNoCommittee(String heads) {
        for (String row :
                List.of("Kreisausschuss (Beratung) 03.02.2031 N\n", "Kreisausschuss (Beratung)\n03.02.2031\nN\n")) {
            assertThat(rows(heads + "\n" + row))
                    .as(row)
                    .containsExactly(row(
                            "Kreisausschuss",
                            Role.CONSULTATION,
                            "Beratung",
                            day(3),
                            "03.02.2031",
                            Visibility.NON_PUBLIC));
        }
    }

    @Test
    void aNameThatBeginsLikeAHeadIsACommittee() {
        assertThat(rows("Gremium Termin Nord\nAusschuss Status und Ergebnis\n"))
                .extracting(PlannedConsultation::organization)
                .containsExactly("Gremium Termin Nord", "Ausschuss Status und Ergebnis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3. FEB. 2031", "3. February 2031", "𝟑. Februar 2031", "3. Maı 2031", "3. ſeptember 2031"})
    void aDateInStrangeLettersIsNoFault(String date) {
        assertThat(paper("Beratungsfolge:\nKreisausschuss (Beratung) " + date + " N\n")
                        .consultations())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.organization()).startsWith("Kreisausschuss");
                    assertThat(row.visibility()).isEqualTo(Visibility.NON_PUBLIC);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kreistag 20./21.02.2031",
                "Kreistag 20. und 21.02.2031",
                "Kreistag (Entscheidung), 20. – 21.02.2031, öffentlich",
                "20./21.02.2031 Kreistag"
            })
    void ofTwoDaysInALineNeitherIsTheDayNorPartOfTheName(String line) {
        assertThat(paper("Beratungsfolge:\n" + line + "\n").consultations())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.organization()).isEqualTo("Kreistag");
                    assertThat(row.plannedDate()).isNull();
                    assertThat(row.dateWording()).startsWith("20.").endsWith("21.02.2031");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"J | N | E", "Ja | N | Enth."})
    void theNoesOfAVoteAreNoMark(String heads) {
        assertThat(paper("Beratungsfolge:\n| Gremium | Termin | " + heads + " |\n|---|---|---|---|---|\n"
                                + "| Kreistag | 03.02.2031 | 30 | 2 | 1 |\n| Bauausschuss | 02.02.2031 | | | |\n")
                        .consultations())
                .hasSize(2)
                .extracting(PlannedConsultation::visibility)
                .containsOnlyNulls();
    }

    private static List<PlannedConsultation> rows(String lines) {
        PaperDocument paper = paper("Beratungsfolge\n" + lines);
        assertThat(paper.otherSections()).isEmpty();
        return paper.consultations();
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2031, 2, day);
    }

    private static PlannedConsultation row(
            String organization,
            Role role,
            String roleWording,
            LocalDate date,
            String dateWording,
            Visibility visibility) {
        return new PlannedConsultation(
                organization, role, roleWording, date, dateWording, visibility, null, null, null);
    }
}
