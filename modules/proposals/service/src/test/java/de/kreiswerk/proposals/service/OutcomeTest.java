package de.kreiswerk.proposals.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results as councils write them. */
class OutcomeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vertagt",
                "Vertagt auf die nächste Sitzung",
                "einstimmig vertagt",
                "Der Punkt wird von der Tagesordnung abgesetzt.",
                "von der Tagesordnung genommen",
                "abgesetzt (siehe Protokoll)",
                "zurückgestellt, bis die Kosten beschlossen sind",
                "zurückverwiesen",
                "in den Ausschuss für Bau zurückverwiesen",
                "verwiesen an den Kreisausschuss",
                "Auf Antrag der Gruppe A in den Fachausschuss verwiesen",
                "an die Verwaltung überwiesen",
                "von der Verwaltung zurückgezogen",
                "Der Antrag wurde von der Antragstellerin zurückgenommen.",
                "ohne Beschluss",
                "ohne Beschlussfassung",
                "Beratung ohne Beschlussfassung",
                "keine Beschlussfassung",
                "Antrag auf Vertagung mehrheitlich gefolgt",
                "Antrag zur Geschäftsordnung (Vertagung) angenommen",
                "beschlossen, die Vorlage zu vertagen",
                "Es wurde einstimmig beschlossen, den Antrag in den Fachausschuss zu verweisen.",
                "Die Vertagung wird mehrheitlich beschlossen",
                "Verweisung in den Ausschuss für Umwelt einstimmig beschlossen",
                "Der Kreistag beschließt, den Punkt abzusetzen.",
                "Der Kreistag stellt die Vorlage zurück",
                "Nichtbefassung beschlossen",
                "Änderungsantrag angenommen, Vorlage vertagt",
                "nicht behandelt",
                "nicht aufgerufen"
            })
    void whatIsPutOffIsNotEnded(String result) {
        assertThat(Outcome.of(result)).isEqualTo(Outcome.POSTPONED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "-", "–", "(offen)", "Offen", "noch offen", "noch nicht beschlossen", "steht noch aus"})
    void whatSaysNothingYetIsOpen(String result) {
        assertThat(Outcome.of(result)).isEqualTo(Outcome.OPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "beschlossen",
                "ungeändert beschlossen",
                "geändert beschlossen",
                "mit Änderungen beschlossen",
                "einstimmig beschlossen",
                "mehrheitlich beschlossen bei 3 Enthaltungen",
                "Einstimmig.",
                "Einstimmig, 0 Enthaltungen ",
                "Mehrheitlich bei zwei Gegenstimmen",
                "abgelehnt",
                "mehrheitlich abgelehnt",
                "Der Antrag wird mehrheitlich, bei 3 Enthaltungen, abgelehnt.",
                "zur Kenntnis genommen",
                "Ohne Abstimmung zur Kenntnis genommen",
                "Der Kreistag nimmt den Bericht zur Kenntnis.",
                "ungeändert empfohlen",
                "einstimmige Beschlussempfehlung",
                "Dem Beschlussvorschlag wurde gefolgt",
                "Der Kreistag beschließt einstimmig die Satzung.",
                "Der Ausschuss stimmt der Vorlage zu",
                "Der Kreistag lehnt den Antrag ab",
                "Satzung verabschiedet",
                "Einstimmiger Beschluss",
                "bei Stimmengleichheit abgelehnt",
                "ohne Beschlussempfehlung",
                "keine Beschlussfassung erforderlich",
                "Vertagung abgelehnt, mehrheitlich beschlossen",
                "Der Antrag auf Vertagung wurde abgelehnt, die Vorlage beschlossen",
                "Antrag, die Vorlage zu vertagen, abgelehnt; Vorlage einstimmig beschlossen",
                "beschlossen (Vertagungsantrag abgelehnt)",
                "beschlossen; der Änderungsantrag wurde zurückgezogen",
                "Änderungsantrag abgelehnt, Vorlage ungeändert beschlossen",
                "in offener Abstimmung angenommen"
            })
    void whatTheCommitteeIsThroughWithIsEnded(String result) {
        assertThat(Outcome.of(result)).isEqualTo(Outcome.ENDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "siehe Protokoll",
                "Es wird auf die Niederschrift verwiesen",
                "(kein Text vorhanden)",
                "Ohne.",
                "erledigt",
                "beraten",
                "entfällt",
                "Ja-Stimmen: 34 Nein-Stimmen: 0 Enthaltungen: 7",
                "Antrag auf Vertagung abgelehnt",
                "Änderungsantrag angenommen",
                "Änderungsantrag einstimmig",
                "Der Änderungsantrag wurde zurückgezogen",
                "Schluss der Debatte beschlossen",
                "nicht beschlossen",
                "Der Vorlage wurde nicht zugestimmt",
                "fand keine Mehrheit",
                "teilweise beschlossen",
                "Ziffer 1 beschlossen, Ziffer 2 vertagt",
                "Punkt 1 angenommen",
                "zur Kenntnis genommen und vertagt",
                "beschlossen und an den Kreistag verwiesen",
                "vertagt; zuvor war die Vorlage beschlossen worden",
                "soll im Juni beschlossen werden"
            })
    void whatIsAmbiguousIsNeverEnded(String result) {
        assertThat(Outcome.of(result)).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aWholeTextIsNoResult() {
        assertThat(Outcome.of("beschlossen ".repeat(100_000))).isEqualTo(Outcome.UNKNOWN);
    }
}
