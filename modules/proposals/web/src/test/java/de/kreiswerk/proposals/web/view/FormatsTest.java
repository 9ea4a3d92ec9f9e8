package de.kreiswerk.proposals.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private final Formats german = new Formats(Locale.GERMAN);
    private final Formats english = new Formats(Locale.ENGLISH);

    @Test
    void datesAreThoseOfTheCounty() {
        assertThat(german.date(LocalDate.of(2026, 6, 1))).isEqualTo("01.06.2026");
        assertThat(english.date(LocalDate.of(2026, 6, 1))).isEqualTo("1 June 2026");
        assertThat(german.date(Instant.parse("2026-06-30T22:30:00Z"))).isEqualTo("01.07.2026");
    }

    @Test
    void timesFollowSummerAndWinter() {
        assertThat(german.dateTime(Instant.parse("2026-06-10T14:00:00Z"))).isEqualTo("10.06.2026, 16:00 Uhr");
        assertThat(german.dateTime(Instant.parse("2026-12-10T14:00:00Z"))).isEqualTo("10.12.2026, 15:00 Uhr");
        assertThat(english.dateTime(Instant.parse("2026-12-10T14:00:00Z"))).isEqualTo("10 December 2026, 15:00");
    }

    @Test
    void sizesAreRounded() {
        assertThat(german.size(0)).isEqualTo("0 Byte");
        assertThat(german.size(86_016)).isEqualTo("84 KB");
        assertThat(german.size(1_258_291)).isEqualTo("1,2 MB");
        assertThat(english.size(1_258_291)).isEqualTo("1.2 MB");
    }

    @Test
    void amountsHaveCents() {
        assertThat(german.euros(new BigDecimal("1234567.5"))).isEqualTo("1.234.567,50 €");
        assertThat(english.euros(new BigDecimal("-12"))).isEqualTo("-12.00 €");
    }
}
