package de.kreiswerk.proposals.web.view;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Dates, times, sizes and amounts as the reader's language writes them, in the county's time.
 *
 * @param language the reader's language
 */
public record Formats(Locale language) {

    /** The county's time. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final long KILO = 1024;

    /** A date such as {@code 14.12.2026}. */
    public String date(LocalDate date) {
        return format(english() ? "d MMMM uuuu" : "dd.MM.uuuu", date);
    }

    /** The date of an instant. */
    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, ZONE));
    }

    /** A date with its day of the week, such as {@code Montag, 14.12.2026}. */
    public String longDate(Instant instant) {
        return format("EEEE", instant.atZone(ZONE)) + (english() ? " " : ", ") + date(instant);
    }

    /** A time of day such as {@code 16:00 Uhr}. */
    public String time(Instant instant) {
        return format("HH:mm", instant.atZone(ZONE)) + (english() ? "" : " Uhr");
    }

    /** Date and time. */
    public String dateTime(Instant instant) {
        return date(instant) + ", " + time(instant);
    }

    /** From when to when on one day; the end may be null. */
    public String times(Instant start, Instant end) {
        return end == null
                ? time(start)
                : format("HH:mm", start.atZone(ZONE)) + (english() ? " to " : " bis ") + time(end);
    }

    /** A month such as {@code Dezember 2026}. */
    public String month(Instant instant) {
        return format("LLLL uuuu", instant.atZone(ZONE));
    }

    /** The day of the week, shortened. */
    public String shortDay(Instant instant) {
        return format("EE", instant.atZone(ZONE)).replace(".", "");
    }

    /** An amount of money. */
    public String euros(BigDecimal value) {
        return decimal("#,##0.00").format(value) + " €";
    }

    /** The size of a file. */
    public String size(long bytes) {
        if (bytes < KILO) {
            return bytes + (english() ? " bytes" : " Byte");
        }
        if (bytes < KILO * KILO) {
            return decimal("0").format((double) bytes / KILO) + " KB";
        }
        return decimal("0.0").format((double) bytes / (KILO * KILO)) + " MB";
    }

    private String format(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(pattern, locale()).format(time);
    }

    private DecimalFormat decimal(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale()));
    }

    private Locale locale() {
        return english() ? Locale.UK : Locale.GERMANY;
    }

    private boolean english() {
        return "en".equals(language.getLanguage());
    }
}
