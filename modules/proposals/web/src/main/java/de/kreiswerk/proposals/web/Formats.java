package de.kreiswerk.proposals.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates, times, sizes and amounts as the reader's language writes them, in the county's time. */
record Formats(Locale language) {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final long KILO = 1024;

    String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(english() ? "d MMMM uuuu" : "dd.MM.uuuu", locale())
                .format(date);
    }

    String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, ZONE));
    }

    String dateTime(Instant instant) {
        String time = DateTimeFormatter.ofPattern("HH:mm", locale()).format(instant.atZone(ZONE));
        return date(instant) + ", " + time + (english() ? "" : " Uhr");
    }

    String euros(BigDecimal value) {
        return decimal("#,##0.00").format(value) + " €";
    }

    String size(long bytes) {
        if (bytes < KILO) {
            return bytes + (english() ? " bytes" : " Byte");
        }
        if (bytes < KILO * KILO) {
            return decimal("0").format((double) bytes / KILO) + " KB";
        }
        return decimal("0.0").format((double) bytes / (KILO * KILO)) + " MB";
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
