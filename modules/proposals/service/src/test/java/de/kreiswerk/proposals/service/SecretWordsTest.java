package de.kreiswerk.proposals.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vertrag nichtöffentlich",
                "Vertrag (nicht\u00a0öffentlich)",
                "Vertrag_nicht_oeffentlich",
                "Vertrag NICHT-ÖFFENTLICH",
                "Vertrag NÖ",
                "Vertrag (N.Ö.)",
                "Vertrauliches",
                "Vertrag (vertraul.)",
                "Vertrag, geheim",
                "Nur für den Dienstgebrauch"
            })
    void hearsAllForms(String words) {
        assertThat(SecretWords.areIn(null, words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vertrag (öffentlich)", "Die geheime Wahl", "Nördlicher Plan", "Veröffentlichung", ""})
    void hearsNothingElse(String words) {
        assertThat(SecretWords.areIn(words)).isFalse();
    }
}
