package de.kreiswerk.proposals.web.papers;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.proposals.web.http.Today;
import de.kreiswerk.proposals.web.papers.PaperSnapshot.Consultation;
import de.kreiswerk.proposals.web.view.Sentence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NextStepsTest {

    private static final Consultation COMMITTEE = new Consultation(
            "Ausschuss für Umwelt",
            "CONSULTATION",
            null,
            LocalDate.parse("2026-12-09"),
            null,
            "PUBLIC",
            null,
            null,
            null,
            new PaperSnapshot.Meeting(null, "Umwelt", Instant.parse("2026-12-10T14:00:00Z"), null, false));
    private static final Consultation MAIN = planned("Kreisausschuss", "CONSULTATION", "2026-12-14", "NON_PUBLIC");
    private static final Consultation COUNCIL = planned("Kreistag", "DECISION", "2026-12-21", "PUBLIC");

    @Test
    void nextConsultationIsThatOfTheScheduledMeetingAndSaysWhoDecides() {
        assertThat(german("2026-12-01", COMMITTEE, MAIN, COUNCIL))
                .containsExactly(
                        "Als Nächstes berät der Ausschuss für Umwelt am Donnerstag, 10.12.2026, um 15:00 Uhr (öffentlich) über "
                                + "diese Vorlage.",
                        "Entscheiden soll der Kreistag am Montag, 21.12.2026 (öffentlich).");
    }

    @Test
    void nonPublicConsultationIsCalledSo() {
        assertThat(german("2026-12-11", COMMITTEE, MAIN, COUNCIL).get(0))
                .isEqualTo("Als Nächstes berät der Kreisausschuss am Montag, 14.12.2026 (nichtöffentlich) über diese "
                        + "Vorlage.");
    }

    @Test
    void dayOfTheMeetingIsTodayUntilItEnds() {
        assertThat(german("2026-12-10", COMMITTEE).get(0))
                .isEqualTo("Heute berät der Ausschuss für Umwelt um 15:00 Uhr (öffentlich) über diese Vorlage.");
        assertThat(german("2026-12-21", MAIN, COUNCIL))
                .containsExactly("Heute entscheidet der Kreistag (öffentlich) über diese Vorlage.");
    }

    @Test
    void pastWithoutADecisionIsSaid() {
        assertThat(german("2027-01-01", MAIN, COUNCIL))
                .containsExactly("Alle Termine der Beratungsfolge liegen zurück. Eine Entscheidung ist hier noch nicht "
                        + "veröffentlicht.");
    }

    @Test
    void decisionInPrivateIsNotPromised() {
        assertThat(german("2027-01-01", planned("Kreisausschuss", "DECISION", "2026-12-14", "NON_PUBLIC"))
                        .get(0))
                .contains("nichtöffentlichen Sitzung", "stehen hier nicht");
    }

    @Test
    void reportThatWasNotedIsDone() {
        Consultation noted = new Consultation(
                "Kreistag",
                "INFORMATION",
                null,
                LocalDate.parse("2026-12-21"),
                null,
                null,
                "zur Kenntnis genommen",
                null,
                null,
                null);

        assertThat(german("2027-01-01", noted))
                .containsExactly("Alle Beratungen, die diese Vorlage nennt, sind abgeschlossen.");
    }

    @Test
    void whatIsCompletedDoesNotGoOn() {
        NextSteps steps = new NextSteps(Locale.GERMAN, today("2027-01-01"));
        List<Consultation> noted = List.of(MAIN, ended(COUNCIL, "zur Kenntnis genommen", null));

        assertThat(texts(steps.of(noted, "COMPLETED")))
                .containsExactly("Alle Beratungen, die diese Vorlage nennt, sind abgeschlossen.");
        assertThat(steps.heading(noted, "COMPLETED").german()).isEqualTo("Stand der Beratung");
        assertThat(steps.heading(List.of(MAIN, COUNCIL), "UNDER_CONSULTATION").german())
                .as("all dates are past")
                .isEqualTo("Stand der Beratung");
        assertThat(steps.heading(List.of(planned("Kreistag", null, null, null)), "UNDER_CONSULTATION")
                        .german())
                .as("a date is still to come")
                .isEqualTo("So geht es weiter");
        assertThat(new NextSteps(Locale.GERMAN, today("2026-12-21"))
                        .heading(List.of(MAIN, COUNCIL), "UNDER_CONSULTATION")
                        .german())
                .isEqualTo("So geht es weiter");
        assertThat(steps.heading(List.of(COUNCIL), "DECIDED").german()).isEqualTo("So wurde entschieden");
    }

    @Test
    void listsTellWhatWasLastOnceNothingIsAhead() {
        NextSteps before = new NextSteps(Locale.GERMAN, today("2026-12-21"));
        NextSteps after = new NextSteps(Locale.GERMAN, today("2027-01-01"));

        assertThat(before.last(List.of(MAIN, COUNCIL), "UNDER_CONSULTATION")).isEmpty();
        assertThat(last(after, "UNDER_CONSULTATION", COUNCIL, MAIN))
                .isEqualTo("Letzter Termin: Kreistag, 21.12.2026 (öffentlich)");
        assertThat(last(after, "UNDER_CONSULTATION", ended(COUNCIL, "vertagt", "POSTPONED")))
                .isEqualTo("Letzter Termin: Kreistag, 21.12.2026 (öffentlich): vertagt");
        assertThat(last(after, "DECIDED", ended(COUNCIL, "beschlossen", null), MAIN))
                .isEqualTo("Entscheidung: Kreistag, 21.12.2026 (öffentlich): beschlossen");
        assertThat(after.last(List.of(planned("Kreistag", null, null, null)), "UNDER_CONSULTATION"))
                .isEmpty();
    }

    @Test
    void decisionIsSaidWithItsResult() {
        Consultation decided = new Consultation(
                "Kreistag",
                "DECISION",
                null,
                LocalDate.parse("2026-12-21"),
                null,
                "PUBLIC",
                "geändert beschlossen",
                null,
                null,
                null);

        assertThat(texts(new NextSteps(Locale.GERMAN, today("2027-01-01")).of(List.of(MAIN, decided), "DECIDED")))
                .containsExactly(
                        "Der Kreistag hat am 21.12.2026 über diese Vorlage entschieden: geändert beschlossen.");
    }

    @Test
    void whatIsPutOffIsNotCompleted() {
        Consultation putOff = ended(COUNCIL, "vertagt auf die nächste Sitzung", "POSTPONED");

        assertThat(german("2027-01-01", putOff))
                .containsExactly(
                        "Der Kreistag ist mit dieser Vorlage am 21.12.2026 nicht zum Ende gekommen: vertagt auf die"
                                + " nächste Sitzung. Ein neuer Termin ist hier noch nicht bekannt.");
        assertThat(german("2026-12-21", putOff))
                .as("nothing more happens on that day")
                .noneMatch(sentence -> sentence.contains("Heute"));
        assertThat(german("2026-12-11", ended(COMMITTEE, "vertagt", "POSTPONED"), MAIN, COUNCIL))
                .containsExactly(
                        "Als Nächstes berät der Kreisausschuss am Montag, 14.12.2026 (nichtöffentlich) über diese Vorlage.",
                        "Entscheiden soll der Kreistag am Montag, 21.12.2026 (öffentlich).");
        assertThat(german("2026-12-11", MAIN, putOff))
                .as("it will not decide on the day that it was taken from")
                .hasSize(1);
        assertThat(german("2027-01-01", ended(COMMITTEE, "vertagt", "POSTPONED"), ended(COUNCIL, "beschlossen", null)))
                .containsExactly("Alle Termine der Beratungsfolge liegen zurück. Eine Entscheidung ist hier noch nicht"
                        + " veröffentlicht.");
    }

    @Test
    void whatHasNoResultYetIsStillAhead() {
        assertThat(german("2026-12-01", ended(COUNCIL, "(offen)", "OPEN")))
                .containsExactly(
                        "Als Nächstes entscheidet der Kreistag am Montag, 21.12.2026 (öffentlich) über diese Vorlage.");
    }

    @Test
    void consultationWithoutADateIsNotForgotten() {
        assertThat(german("2026-12-01", planned("Behindertenbeirat", "INFORMATION", null, null)))
                .containsExactly(
                        "Als Nächstes soll sich der Behindertenbeirat mit dieser Vorlage befassen. Ein Termin steht "
                                + "noch nicht fest.");
        assertThat(german("2026-12-01", MAIN, planned("Kreistag", "DECISION", null, null))
                        .get(1))
                .isEqualTo("Entscheiden soll der Kreistag; ein Termin steht noch nicht fest.");
    }

    @Test
    void cancelledMeetingIsNotTheNextOne() {
        Consultation cancelled = cancelled("Ausschuss für Umwelt", "CONSULTATION", "2026-12-10");

        assertThat(german("2026-12-01", cancelled, COUNCIL))
                .containsExactly(
                        "Die Sitzung am Donnerstag, 10.12.2026 (Ausschuss für Umwelt) ist abgesagt. Ein neuer Termin ist noch "
                                + "nicht bekannt.",
                        "Als Nächstes entscheidet der Kreistag am Montag, 21.12.2026 (öffentlich) über diese Vorlage.");
    }

    @Test
    void ofACancelledMeetingThatIsStillAheadNobodyIsToldThatItIsPast() {
        Consultation cancelled = cancelled("Kreistag", "DECISION", "2026-12-14");

        assertThat(german("2026-12-01", cancelled))
                .containsExactly(
                        "Die Sitzung am Montag, 14.12.2026 (Kreistag) ist abgesagt. Ein neuer Termin ist noch nicht bekannt.",
                        "Eine Entscheidung ist hier noch nicht veröffentlicht.");
        assertThat(new NextSteps(Locale.GERMAN, today("2026-12-01"))
                        .heading(List.of(cancelled), "UNDER_CONSULTATION")
                        .german())
                .isEqualTo("Stand der Beratung");
    }

    @Test
    void whatWasCancelledNeverTookPlace() {
        Consultation cancelled = cancelled("Kreistag", "DECISION", "2026-12-14");
        NextSteps after = new NextSteps(Locale.GERMAN, today("2027-01-01"));

        assertThat(german("2027-01-01", COMMITTEE, cancelled))
                .containsExactly(
                        "Die Sitzung am Montag, 14.12.2026 (Kreistag) war abgesagt. Ein neuer Termin ist noch nicht bekannt.",
                        "Alle Termine der Beratungsfolge liegen zurück. Eine Entscheidung ist hier noch nicht"
                                + " veröffentlicht.");
        assertThat(last(after, "UNDER_CONSULTATION", COMMITTEE, cancelled))
                .startsWith("Letzter Termin: Ausschuss für Umwelt, 10.12.2026");
        assertThat(after.last(List.of(cancelled), "UNDER_CONSULTATION")).isEmpty();
    }

    @Test
    void whereOthersDealtWithItAfterwardsNobodyWaitsForANewDate() {
        assertThat(german("2027-01-01", cancelled("Ausschuss für Umwelt", "CONSULTATION", "2026-12-01"), COUNCIL))
                .containsExactly(
                        "Die Sitzung am Dienstag, 01.12.2026 (Ausschuss für Umwelt) war abgesagt.",
                        "Alle Termine der Beratungsfolge liegen zurück. Eine Entscheidung ist hier noch nicht"
                                + " veröffentlicht.");
    }

    @Test
    void aDecisionInPrivateIsNotPromisedBecauseAnotherMeetingIsCancelled() {
        assertThat(german(
                        "2026-12-15",
                        planned("Kreisausschuss", "DECISION", "2026-12-14", "NON_PUBLIC"),
                        cancelled("Kreistag", "INFORMATION", "2026-12-21")))
                .last()
                .isEqualTo(
                        "Die Entscheidung lag bei einer nichtöffentlichen Sitzung; deren Ergebnisse stehen hier nicht.");
    }

    @Test
    void listsTellTheDecisionThoughACancelledMeetingIsAhead() {
        NextSteps steps = new NextSteps(Locale.GERMAN, today("2026-12-22"));

        assertThat(last(
                        steps,
                        "DECIDED",
                        ended(COUNCIL, "beschlossen", null),
                        cancelled("Ausschuss für Umwelt", "INFORMATION", "2026-12-28")))
                .isEqualTo("Entscheidung: Kreistag, 21.12.2026 (öffentlich): beschlossen");
    }

    @Test
    void aCancelledMeetingWithANewDateIsNotWithoutOne() {
        Consultation cancelled = cancelled("Kreistag", "DECISION", "2026-12-14");

        assertThat(german("2026-12-01", cancelled, COUNCIL).get(0))
                .isEqualTo("Die Sitzung am Montag, 14.12.2026 (Kreistag) ist abgesagt.");
        assertThat(german("2027-01-01", cancelled, COUNCIL)).hasSize(1);
    }

    @Test
    void unknownNamesAndRolesMakeSentencesToo() {
        assertThat(german("2026-12-01", planned("Runder Tisch Radverkehr", "APPLAUSE", "2026-12-14", null)))
                .containsExactly(
                        "Als Nächstes befasst sich Runder Tisch Radverkehr am Montag, 14.12.2026 mit dieser Vorlage.");
        assertThat(german("2026-12-01", planned(null, null, "2026-12-14", null)))
                .containsExactly("Als Nächstes befasst sich ein Gremium am Montag, 14.12.2026 mit dieser Vorlage.");
    }

    @Test
    void paperWithoutConsultationsHasNoNextStep() {
        assertThat(german("2026-12-01")).isEmpty();
    }

    @Test
    void englishSentencesMarkTheCommitteesGermanName() {
        Sentence sentence = new NextSteps(Locale.ENGLISH, today("2026-12-01"))
                .of(List.of(MAIN), null)
                .get(0);

        assertThat(sentence.text())
                .isEqualTo("Next, the Kreisausschuss will discuss this paper on Monday 14 December 2026 (not public).");
        assertThat(sentence.pieces())
                .filteredOn(piece -> "de".equals(piece.lang()))
                .singleElement()
                .satisfies(piece -> assertThat(piece.text()).isEqualTo("Kreisausschuss"));
    }

    private static Consultation planned(String organization, String role, String date, String visibility) {
        return new Consultation(
                organization,
                role,
                null,
                date == null ? null : LocalDate.parse(date),
                null,
                visibility,
                null,
                null,
                null,
                null);
    }

    private static Consultation cancelled(String organization, String role, String date) {
        return new Consultation(
                organization,
                role,
                null,
                null,
                null,
                "PUBLIC",
                null,
                null,
                null,
                new PaperSnapshot.Meeting(null, "Sitzung", Instant.parse(date + "T14:00:00Z"), null, true));
    }

    private static Consultation ended(Consultation planned, String result, String outcome) {
        return new Consultation(
                planned.organization(),
                planned.role(),
                null,
                planned.plannedDate(),
                null,
                planned.visibility(),
                result,
                outcome,
                null,
                null);
    }

    private static List<String> german(String day, Consultation... consultations) {
        return texts(new NextSteps(Locale.GERMAN, today(day)).of(List.of(consultations), "UNDER_CONSULTATION"));
    }

    private static String last(NextSteps steps, String state, Consultation... consultations) {
        ListView.Last last = steps.last(List.of(consultations), state).orElseThrow();
        return last.label().german() + ": " + last.sentence().text();
    }

    private static Today today(String day) {
        return new Today(LocalDate.parse(day));
    }

    private static List<String> texts(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::text).toList();
    }
}
