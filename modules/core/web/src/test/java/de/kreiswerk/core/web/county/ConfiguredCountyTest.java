package de.kreiswerk.core.web.county;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.web.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredCountyTest {

    @Test
    void withoutSettingsItIsLueneburg() {
        ConfiguredCounty county = county(Map.of());

        assertThat(county.name()).isEqualTo("Landkreis Lüneburg");
        assertThat(county.ags()).isEqualTo("03355000");
        assertThat(county.rgs()).isEqualTo("033550000000");
        assertThat(county.licence()).isEqualTo("https://www.govdata.de/dl-de/by-2-0");
        assertThat(county.website()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ags, 3355000",
        "ags, 0335500x",
        "rgs, 03355000",
        "website, javascript:alert(1)",
        "website, //evil.example",
        "licence, dl-de/by-2-0",
        "contactEmail, kreistag"
    })
    void whatCannotBeRightCountsAsNotStated(String key, String value) {
        ConfiguredCounty county = county(Map.of(key, value));

        assertThat(
                        switch (key) {
                            case "ags" -> county.ags();
                            case "rgs" -> county.rgs();
                            case "website" -> county.website();
                            case "licence" -> county.licence();
                            default -> county.contactEmail();
                        })
                .isEmpty();
        assertThat(county.name()).isEqualTo("Landkreis Lüneburg");
    }

    @Test
    void aCountyMayGrantNoLicence() {
        assertThat(county(Map.of("licence", " ")).licence()).isEmpty();
    }

    @Test
    void aCountyIsNeverWithoutAName() {
        assertThat(county(Map.of("name", "Landkreis Uelzen ")).name()).isEqualTo("Landkreis Uelzen");
        assertThat(county(Map.of("name", "")).name()).isEqualTo(CountyConfig.NAME);
    }

    private static ConfiguredCounty county(Map<String, ?> settings) {
        return new ConfiguredCounty(Settings.of(CountyConfig.class, settings));
    }
}
