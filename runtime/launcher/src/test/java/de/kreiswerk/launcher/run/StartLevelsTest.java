package de.kreiswerk.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartLevelsTest {

    @ParameterizedTest
    @CsvSource({
        "asm-9.9.1.jar, 1",
        "asm-tree-9.9.1.jar, 1",
        "slf4j-api-2.0.20.jar, 1",
        "org.apache.felix.scr-2.2.18.jar, 2",
        "h2-2.5.252.jar, 7",
        "de.kreiswerk.core.web-1.0.0.jar, 10"
    })
    void aFileNameFindsItsLevel(String fileName, int level) {
        StartLevels levels = StartLevels.of(properties(
                "startlevel.10", "de.kreiswerk.*.jar",
                "startlevel.1", "asm-*.jar, slf4j-api-*.jar,",
                "startlevel.2", "org.apache.felix.scr-*.jar",
                "startlevel.default", "7",
                "felix.cache.locking", "true"));

        assertThat(levels.of(fileName)).isEqualTo(level);
        assertThat(levels.highest()).isEqualTo(10);
    }

    @Test
    void theLowestMatchingLevelCounts() {
        StartLevels levels = StartLevels.of(properties("startlevel.3", "a*", "startlevel.2", "ab*"));

        assertThat(levels.of("abc.jar")).isEqualTo(2);
    }

    @Test
    void allBundlesShareALevelWithoutConfiguration() {
        StartLevels levels = StartLevels.of(new Properties());

        assertThat(levels.of("a.jar")).isEqualTo(levels.highest());
    }

    @Test
    void aLevelMayWaitForAService() {
        StartLevels levels = StartLevels.of(properties(
                "startlevel.10", "de.kreiswerk.*.jar",
                "startlevel.20", "org.apache.felix.http.jetty12-*.jar",
                "startlevel.20.after", "org.osgi.service.cm.ConfigurationAdmin "));

        assertThat(levels.first()).isEqualTo(19);
        assertThat(levels.highest()).isEqualTo(20);
        assertThat(levels.awaited()).containsOnly(entry(20, "org.osgi.service.cm.ConfigurationAdmin"));
        assertThat(StartLevels.of(properties("startlevel.10", "a")).first()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "startlevel.x.after, a",
        "startlevel.x, a*",
        "startlevel.0, a*",
        "startlevel.default, high",
        "startlevel.2, [a"
    })
    void mistakesNameTheProperty(String name, String value) {
        assertThatThrownBy(() -> StartLevels.of(properties(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name);
    }

    private static Properties properties(String... namesAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return properties;
    }
}
