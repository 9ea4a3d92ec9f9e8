package de.kreiswerk.core.persistence.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

    @ParameterizedTest
    @CsvSource({
        "Kreisstrasse, kreisstraße",
        "Kreisstraße, kreisstrasse",
        "Wasserstrasse, wasserstraße",
        "SCHULHOEFE, schulhöfe",
        "Gebaeude, gebäude",
        "Fuesse, füße",
        "2026-127, 2026/127",
        "2021-262-1, 2021/262-1",
        "vo-10534-23, vo/10534/23",
        "'Radweg,', radweg",
        "„Radweg“, radweg",
        "'\"Radweg\"', radweg",
        "(K17), k17"
    })
    void aWordIsFoundHoweverItIsTyped(String typed, String written) {
        assertThat(SearchWords.of(typed))
                .singleElement()
                .satisfies(word -> assertThat(word).contains(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"neue", "bauer", "quelle", "schulhöfe", "2026/127", "k17", "nach-mittag", "%", "_", "...", "a.b"
            })
    void whatCanBeWrittenInOneWayOnlyStaysAsItIs(String typed) {
        assertThat(SearchWords.of(typed)).containsExactly(Set.of(typed));
    }

    @Test
    void marksBetweenWordsAreNoWords() {
        assertThat(SearchWords.of("  Radweg – , K17 ")).hasSize(3);
        assertThat(SearchWords.of("Radweg , K17")).containsExactly(Set.of("radweg"), Set.of("k17"));
        assertThat(SearchWords.of(null)).isEmpty();
        assertThat(SearchWords.of(" \t ")).isEmpty();
    }

    @Test
    void aWordOfNothingButPairsDoesNotBecomeAThousand() {
        assertThat(SearchWords.of("ss".repeat(500)))
                .singleElement()
                .satisfies(word -> assertThat(word).hasSizeLessThanOrEqualTo(4));
    }
}
