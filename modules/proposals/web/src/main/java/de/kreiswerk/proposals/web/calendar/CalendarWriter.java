package de.kreiswerk.proposals.web.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Writes calendars as iCalendar (RFC 5545). Times are in UTC, which every calendar shows in its own zone. */
public final class CalendarWriter {

    /** The media type of calendars. */
    public static final String MEDIA_TYPE = "text/calendar";

    private static final int MAX_OCTETS = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();

    private CalendarWriter() {}

    /**
     * A calendar.
     *
     * @param name what it is called
     * @param events its appointments
     * @return the calendar as text
     */
    public static String write(String name, List<CalendarEvent> events) {
        CalendarWriter writer = new CalendarWriter();
        writer.line("BEGIN", "VCALENDAR");
        writer.line("VERSION", "2.0");
        writer.line("PRODID", "-//Kreiswerk//Sitzungen//DE");
        writer.line("CALSCALE", "GREGORIAN");
        writer.line("METHOD", "PUBLISH");
        // The name by RFC 7986, and as calendars knew it before; likewise how often to look for news.
        writer.text("NAME", name);
        writer.text("X-WR-CALNAME", name);
        writer.line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        writer.line("X-PUBLISHED-TTL", "PT6H");
        events.forEach(writer::event);
        writer.line("END", "VCALENDAR");
        return writer.out.toString();
    }

    private void event(CalendarEvent event) {
        line("BEGIN", "VEVENT");
        text("UID", event.uid());
        time("DTSTAMP", event.modified());
        time("CREATED", event.created());
        time("LAST-MODIFIED", event.modified());
        line("SEQUENCE", Long.toString(event.sequence()));
        line("STATUS", event.cancelled() ? "CANCELLED" : "CONFIRMED");
        time("DTSTART", event.start());
        time("DTEND", event.end());
        text("SUMMARY", event.summary());
        text("DESCRIPTION", event.description());
        text("LOCATION", event.location());
        if (event.url() != null) {
            line("URL", clean(event.url()));
        }
        if (!event.categories().isEmpty()) {
            line(
                    "CATEGORIES",
                    event.categories().stream().map(CalendarWriter::escaped).collect(Collectors.joining(",")));
        }
        // A meeting that one may listen to does not make a reader busy.
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }

    private void time(String name, Instant time) {
        if (time != null) {
            line(name, UTC.format(time));
        }
    }

    private void text(String name, String text) {
        if (text != null && !text.isBlank()) {
            line(name, escaped(text));
        }
    }

    /** Section 3.3.11. */
    private static String escaped(String text) {
        return clean(text.strip().replaceAll("\r\n?", "\n"))
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Control characters have no place in a calendar, section 3.1. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    /** Section 3.1: lines end with CRLF; one of more than 75 octets goes on behind a blank, between two characters. */
    private void line(String name, String value) {
        int octets = 0;
        for (int character : (name + ":" + value).codePoints().toArray()) {
            int length = octets(character);
            if (octets + length > MAX_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(character);
            octets += length;
        }
        out.append("\r\n");
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
