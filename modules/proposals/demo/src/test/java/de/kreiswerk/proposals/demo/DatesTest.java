package de.kreiswerk.proposals.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 6);

    private final Dates dates = new Dates(TODAY);

    @ParameterizedTest
    @CsvSource({"0, 2026-05-06", "1, 2026-05-07", "3, 2026-05-11", "4, 2026-05-11", "5, 2026-05-11", "-3, 2026-05-04"})
    void whatFallsOnAWeekendMovesToTheMondayAfterIt(int offset, LocalDate day) {
        assertThat(dates.day(offset)).isEqualTo(day);
    }

    @Test
    void noDayIsEverOnAWeekend() {
        for (int offset = -400; offset <= 400; offset++) {
            assertThat(dates.day(offset).getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        }
    }

    @Test
    void theDaysOfATextAreFilledInAsGermanDates() {
        assertThat(dates.fill("Beratung am {{+14}}, Beschluss am {{+28}}, Antrag vom {{-8}}."))
                .isEqualTo("Beratung am 20.05.2026, Beschluss am 03.06.2026, Antrag vom 28.04.2026.");
    }

    @Test
    void theYearOfANumberIsFilledIn() {
        assertThat(dates.fill("{{year}}/001 und {{year}}/002")).isEqualTo("2026/001 und 2026/002");
    }

    @Test
    void everythingElseStays() {
        assertThat(dates.fill("{{name}} {{+}} {{14}} {+14} $1 \\")).isEqualTo("{{name}} {{+}} {{14}} {+14} $1 \\");
    }
}
