package de.kreiswerk.core.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({
        "Gebäudewirtschaft, gebaeudewirtschaft",
        "'FB 3', fb-3",
        "FB-3, fb-3",
        "fb.3, fb-3",
        "2026/127, 2026-127",
        "' Straße & Öl é ', strasse-oel-e",
        "'—', ''"
    })
    void wordsBecomeLettersDigitsAndHyphens(String words, String slug) {
        assertThat(Slug.of(words).value()).isEqualTo(slug);
    }

    @Test
    void itHasAtMostSeventyCharactersAndNoHyphenAtItsEnd() {
        assertThat(Slug.of("a".repeat(69) + " b").value()).isEqualTo("a".repeat(69));
    }
}
