package de.kreiswerk.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void germanUnlessTheEnvironmentAsksForEnglish() {
        assertThat(Language.of(Map.of())).isEqualTo(Language.GERMAN);
        assertThat(Language.of(Map.of("LANG", "C.UTF-8"))).isEqualTo(Language.GERMAN);
        assertThat(Language.of(Map.of("LANG", "fr_FR.UTF-8"))).isEqualTo(Language.GERMAN);
        assertThat(Language.of(Map.of("LANG", "en_GB.UTF-8"))).isEqualTo(Language.ENGLISH);
    }

    @Test
    void theMoreSpecificVariableWins() {
        assertThat(Language.of(Map.of("LANG", "en_GB.UTF-8", "LC_ALL", "de_DE.UTF-8")))
                .isEqualTo(Language.GERMAN);
        assertThat(Language.of(Map.of("LC_ALL", "", "LC_MESSAGES", "en_US", "LANG", "de_DE")))
                .isEqualTo(Language.ENGLISH);
        assertThat(Language.of(Map.of("LC_ALL", "C.UTF-8", "KREISWERK_LANGUAGE", "en")))
                .isEqualTo(Language.ENGLISH);
    }
}
