package de.kreiswerk.proposals.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {

    @ParameterizedTest
    @CsvSource({
        "2026/127, 2026, 2026-127",
        "2022/346, 2022, 2022-346",
        "2021/262-1, 2021, 2021-262-1",
        "VO/10534/23, 2023, vo-10534-23",
        "0067/2023, 2023, 0067-2023",
        "2021/FB I/3568, 2021, 2021-fb-i-3568",
        "BV/0351/2021-2026, 2021, bv-0351-2021-2026",
        "V-KA/22/702/1, , v-ka-22-702-1",
        "An0033/2021-2026VO, 2021, an0033-2021-2026vo",
        "S2025-374, 2025, s2025-374"
    })
    void theNumbersOfSeveralCouncilsAreUnderstood(String reference, Integer year, String slug) {
        assertThat(References.isValid(reference)).isTrue();
        assertThat(References.year(reference)).isEqualTo(year);
        assertThat(References.slug(reference)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/127",
                "Radweg",
                "2026/127\n",
                "2026/127 <b>",
                "2026\u0000127",
                "../../etc/passwd1",
                "2026/127;drop1",
                "1234567890123456789012345678901234567890123456789012345678901"
            })
    void whatIsNoNumberIsNone(String reference) {
        assertThat(References.isValid(reference)).isFalse();
    }

    @Test
    void aYearIsNotFoundWithinALongerNumber() {
        assertThat(References.year("VO/120261/7")).isNull();
        assertThat(References.year("7")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"ÄÖÜ/ß 1, aeoeue-ss-1", "Café/2026, cafe-2026", "a--b__c..1, a-b-c-1", "-1-, 1", "Ж/Ж, vorlage"})
    void anAddressHasLettersDigitsAndHyphensOnly(String reference, String slug) {
        assertThat(References.slug(reference)).isEqualTo(slug);
    }

    @Test
    void anAddressFitsWhereItIsKeptWhateverTheNumberIs() {
        String longest = "ß".repeat(59) + "1";

        assertThat(References.isValid(longest)).isTrue();
        assertThat(References.slug(longest)).hasSizeLessThanOrEqualTo(72).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }
}
