package de.kreiswerk.proposals.oparl.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private final Times times = new Times();

    @ParameterizedTest
    @CsvSource({
        "2026-06-10T14:00:00Z,2026-06-10T16:00:00+02:00",
        "2026-12-10T14:00:00.999Z,2026-12-10T15:00:00+01:00",
        "2026-03-29T00:59:59Z,2026-03-29T01:59:59+01:00",
        "2026-03-29T01:00:00Z,2026-03-29T03:00:00+02:00",
        "2026-10-25T00:30:00Z,2026-10-25T02:30:00+02:00",
        "2026-10-25T01:30:00Z,2026-10-25T02:30:00+01:00",
        "1890-01-01T00:00:00Z,1890-01-01T00:53:28+00:53:28"
    })
    void aTimeIsThatOfTheCountyWithSecondsAndOffset(String utc, String local) {
        assertThat(times.of(utc)).isEqualTo(local.substring(0, 25));
    }

    @Test
    void itIsThePatternOfOparlForWhateverTime() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-1_000_000_000L, 4_000_000_000L), random.nextInt(1_000_000_000));
            String expected = Times.PATTERN.format(instant.atZone(ZoneId.of("Europe/Berlin")));
            assertThat(times.of(instant)).isEqualTo(expected);
            assertThat(times.of(instant.toString())).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-10",
                "gestern",
                "2026-06-10T14:00:00",
                "2026-06-10T14:60:00Z",
                "2026-06-31T14:00:00Z",
                "0000-00-00T00:00:00Z"
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(times.of(text)).isNull();
        assertThat(Times.day(text)).isNull();
    }
}
