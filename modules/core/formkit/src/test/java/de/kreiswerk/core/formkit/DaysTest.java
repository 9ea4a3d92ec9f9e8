package de.kreiswerk.core.formkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.InvalidEntry;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DaysTest {

    @Test
    void aDayIsReadAndNoneIsNone() {
        Days days = days(Map.of("von", " 2026-12-14 "));

        assertThat(days.day("von", "validFrom")).isEqualTo(LocalDate.of(2026, 12, 14));
        assertThat(days.day("bis", "validUntil")).isNull();
        days.mustBeDays();
    }

    @Test
    void allThatAreNoDaysAreNamedAtOnceAsTheServiceCallsThem() {
        Days days = days(Map.of("von", "14.12.2026", "bis", "+12026-12-14"));
        assertThat(days.day("von", "validFrom")).isNull();
        assertThat(days.day("bis", "validUntil")).isNull();

        InvalidEntry refused = catchThrowableOfType(InvalidEntry.class, days::mustBeDays);

        assertThat(refused.errors()).containsOnlyKeys("validFrom", "validUntil").containsValue(FormTexts.A_DAY);
    }

    private static Days days(Map<String, String> sent) {
        return new Days(field -> sent.getOrDefault(field, ""));
    }
}
