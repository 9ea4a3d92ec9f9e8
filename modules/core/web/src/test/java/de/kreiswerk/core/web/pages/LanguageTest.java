package de.kreiswerk.core.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | en",
                "en-GB,en;q=0.9 | en",
                "fr,en;q=0.5,de;q=0.4 | en",
                "de-DE,de;q=0.9,en;q=0.8 | de",
                "en;q=0.3,de;q=0.8 | de",
                "en;q=0 | de",
                "fr | de",
                "* | de",
                "'' | de",
                ";;;q=x | de"
            })
    void germanUnlessEnglishIsPreferred(String header, String expected) {
        FakeHttp http = FakeHttp.get("/", null).with("Accept-Language", header);
        Languages languages = new Languages();

        assertThat(languages.of(http.request()).getLanguage()).isEqualTo(expected);
        assertThat(languages.of(http.request()).getLanguage()).isEqualTo(expected);
    }

    @Test
    void aReaderWhoSaysNothingReadsGerman() {
        Languages languages = new Languages();
        assertThat(languages.of(FakeHttp.get("/", null).request()).getLanguage())
                .isEqualTo("de");
        FakeHttp tooLong = FakeHttp.get("/", null).with("Accept-Language", "en,".repeat(1000));
        assertThat(languages.of(tooLong.request()).getLanguage()).isEqualTo("de");
    }
}
