package de.kreiswerk.audit.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrailFilterTest {

    @Test
    void theLastDayCountsWholeByTheClocksOfTheCounty() {
        TrailQuery summer =
                filter(Map.of("von", "2026-07-01", "bis", "2026-07-01")).query(50);
        assertThat(summer.since()).isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
        assertThat(summer.until()).isEqualTo(Instant.parse("2026-07-01T22:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 23", "2026-10-25, 25", "2026-11-27, 24"})
    void theDaysOnWhichClocksAreChangedAreShorterAndLonger(String day, int hours) {
        TrailQuery query = filter(Map.of("von", day, "bis", day)).query(50);
        assertThat(Duration.between(query.since(), query.until())).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void whatIsNotTypedIsNotAskedFor() {
        assertThat(filter(Map.of("text", "  ")).query(50))
                .isEqualTo(new TrailQuery(null, null, null, null, null, null, null, null, null, null, 50));
        assertThat(filter(Map.of("ausgang", "abgelehnt", "objekt", " p1 ")).query(7))
                .isEqualTo(new TrailQuery(null, null, null, null, null, "p1", null, Outcome.DENIED, null, null, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"27.11.2026", "2026-02-30", "heute", "12026-01-01", "+12026-1-1", "2026-1-1"})
    void whatIsNoDayIsSaidAtItsField(String day) {
        assertThat(filter(Map.of("von", day)).errors()).containsOnlyKeys("von");
        assertThat(filter(Map.of("bis", day)).errors()).containsOnlyKeys("bis");
    }

    @Test
    void anEndBeforeTheBeginningIsSaidAtTheEnd() {
        assertThat(filter(Map.of("von", "2026-11-28", "bis", "2026-11-27")).errors())
                .containsOnlyKeys("bis");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThat(filter(Map.of(
                                "ausgang", "SUCCESS",
                                "text", "x".repeat(101),
                                "bereich", "x".repeat(201),
                                "objekt", "a\u0000b",
                                "nach", "x".repeat(201)))
                        .errors())
                .containsOnlyKeys("bereich", "objekt", "ausgang", "text", "nach");
        assertThat(filter(Map.of("text", "x".repeat(100), "bereich", "x".repeat(200)))
                        .errors())
                .isEmpty();
    }

    @Test
    void theAddressOfWhatIsOlderAsksForTheSame() {
        assertThat(filter(Map.of("objekttyp", "Paper", "text", "a&b ü", "nach", "old"))
                        .behind("1.2"))
                .isEqualTo("/admin/audit?objekttyp=Paper&text=a%26b+%C3%BC&nach=1.2");
    }

    private static TrailFilter filter(Map<String, String> typed) {
        return TrailFilter.of(field -> typed.getOrDefault(field, ""));
    }
}
