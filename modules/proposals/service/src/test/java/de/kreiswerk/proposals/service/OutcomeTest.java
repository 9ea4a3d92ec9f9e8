package de.kreiswerk.proposals.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vertagt",
                "Vertagt auf die nächste Sitzung",
                "einstimmig vertagt",
                "Der Punkt wird von der Tagesordnung abgesetzt.",
                "abgesetzt (siehe Protokoll)",
                "zurückgestellt, bis die Kosten beschlossen sind",
                "zurückverwiesen",
                "in den Ausschuss für Bau zurückverwiesen",
                "verwiesen an den Kreisausschuss",
                "von der Verwaltung zurückgezogen",
                "ohne Beschlussfassung",
                "Beratung ohne Beschlussfassung",
                "Antrag auf Vertagung mehrheitlich gefolgt",
                "nicht behandelt"
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
                "ungeändert beschlossen",
                "abgelehnt",
                "zur Kenntnis genommen",
                "ungeändert empfohlen",
                "ohne Beschlussempfehlung",
                "keine Beschlussfassung erforderlich",
                "Vertagung abgelehnt, mehrheitlich beschlossen",
                "beschlossen; der Änderungsantrag wurde zurückgezogen",
                "in offener Abstimmung angenommen",
                "siehe Protokoll"
            })
    void allElseEndsTheMatter(String result) {
        assertThat(Outcome.of(result)).isEqualTo(Outcome.ENDED);
    }
}
