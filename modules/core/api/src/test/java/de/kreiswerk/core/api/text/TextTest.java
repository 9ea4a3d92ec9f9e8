package de.kreiswerk.core.api.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    private static final Text HELLO = new Text("Guten Tag", "Hello");

    @ParameterizedTest
    @CsvSource({"de, Guten Tag", "en, Hello", "en-GB, Hello", "fr, Guten Tag", "nds, Guten Tag", "und, Guten Tag"})
    void englishIsForThoseWhoAskForItAndGermanForAllOthers(String language, String words) {
        assertThat(HELLO.in(Locale.forLanguageTag(language))).isEqualTo(words);
    }

    @Test
    void namesAreTheSameInBothLanguages() {
        assertThat(Text.same("Kreistag")).isEqualTo(new Text("Kreistag", "Kreistag"));
    }

    @Test
    void noTextHasOneLanguageOnly() {
        assertThatNullPointerException().isThrownBy(() -> new Text("Guten Tag", null));
        assertThatNullPointerException().isThrownBy(() -> new Text(null, "Hello"));
    }
}
