package de.kreiswerk.core.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolSettingsTest {

    @Test
    void bothHaveDefaultsAndComeFromTheEnvironment() {
        assertThat(PoolSettings.from(Map.of())).isEqualTo(PoolSettings.DEFAULT);
        assertThat(PoolSettings.from(Map.of(PoolSettings.CONNECTIONS, " 40 ", PoolSettings.WAIT_MILLIS, "1000")))
                .isEqualTo(new PoolSettings(40, 1_000));
    }

    @ParameterizedTest
    @CsvSource({
        "KREISWERK_DB_CONNECTIONS, 1",
        "KREISWERK_DB_CONNECTIONS, viele",
        "KREISWERK_DB_CONNECTIONS, 99999999999",
        "KREISWERK_DB_WAIT_MILLIS, -5",
        "KREISWERK_DB_WAIT_MILLIS, 5s"
    })
    void whatIsOutOfRangeIsRefusedByTheNameOfItsVariable(String name, String value) {
        assertThatThrownBy(() -> PoolSettings.from(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name + " must be a number from ");
    }
}
