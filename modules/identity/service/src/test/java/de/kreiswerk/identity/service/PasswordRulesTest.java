package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"vier Wörter reichen aus", "korrekt-Pferd-Batterie", "\uD83D\uDE00abcdefghijk"})
    void longPasswordsAreGood(String password) {
        assertThat(PasswordRules.objection(password, "anna")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "elfzeichen1", "Passwort1234", "aaaaaaaaaaaaaaaa", "anna.beispiel99", "Kreisverwaltung"})
    void shortCommonAndMonotonousOnesAreNot(String password) {
        assertThat(PasswordRules.objection(password, "anna.beispiel")).isPresent();
    }

    @Test
    void theLongestHas128Characters() {
        String longest = "abcdefgh".repeat(16);

        assertThat(PasswordRules.objection(longest, "anna")).isEmpty();
        assertThat(PasswordRules.objection(longest + "x", "anna")).isPresent();
        assertThat(PasswordRules.isPossible("x".repeat(1024 * 1024))).isFalse();
    }
}
