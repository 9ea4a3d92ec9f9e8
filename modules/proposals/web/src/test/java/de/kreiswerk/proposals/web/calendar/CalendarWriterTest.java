package de.kreiswerk.proposals.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarWriterTest {

    private static final Instant START = Instant.parse("2026-12-14T15:00:00Z");

    @Test
    void appointmentHasWhatCalendarsAskFor() {
        assertThat(CalendarWriter.write("Sitzungen", List.of(event("Kreistag", false)))
                        .split("\r\n"))
                .containsSubsequence(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "BEGIN:VEVENT",
                        "UID:u-1",
                        "DTSTAMP:20261101T080000Z",
                        "SEQUENCE:3",
                        "STATUS:CONFIRMED",
                        "DTSTART:20261214T150000Z",
                        "SUMMARY:Kreistag",
                        "URL:https://politik.example.de/sitzungen/x",
                        "CATEGORIES:Kreistag,Bau\\, Umwelt",
                        "END:VEVENT",
                        "END:VCALENDAR")
                .doesNotContain("DTEND:");
    }

    @Test
    void cancelledAppointmentSaysSo() {
        assertThat(CalendarWriter.write("S", List.of(event("Kreistag", true)))).contains("STATUS:CANCELLED\r\n");
    }

    @Test
    void wordsCannotBecomeOtherLines() {
        String calendar =
                CalendarWriter.write("S", List.of(event("a; b, c\\d\r\nBEGIN:VALARM\nEND:VEVENT\u0000\u0007", false)));

        assertThat(calendar).contains("SUMMARY:a\\; b\\, c\\\\d\\nBEGIN:VALARM\\nEND:VEVENT\r\n");
        assertThat(calendar.replace("\r\n", "")).doesNotContain("\r", "\n", "\u0000", "\u0007");
    }

    @Test
    void longLinesAreFoldedBetweenCharacters() {
        String text = "Größe 🚲 ".repeat(60).strip();
        String calendar = CalendarWriter.write("S", List.of(event(text, false)));

        assertThat(calendar.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(calendar.replace("\r\n ", ""))
                .contains("SUMMARY:" + text + "\r\n")
                .doesNotContain("\uFFFD");
    }

    @Test
    void calendarWithoutAppointmentsIsOne() {
        assertThat(CalendarWriter.write("S", List.of()))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n");
    }

    private static CalendarEvent event(String summary, boolean cancelled) {
        return new CalendarEvent(
                "u-1",
                3,
                Instant.parse("2026-10-01T08:00:00Z"),
                Instant.parse("2026-11-01T08:00:00Z"),
                START,
                null,
                summary,
                null,
                null,
                "https://politik.example.de/sitzungen/x",
                List.of("Kreistag", "Bau, Umwelt"),
                cancelled);
    }
}
