package de.kreiswerk.audit.web.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as the clocks of the county show them.
 *
 * @param language the reader's language
 */
public record Moments(Locale language) {

    static final ZoneId COUNTY = ZoneId.of("Europe/Berlin");

    /** Which day a time belongs to. */
    static LocalDate day(Instant time) {
        return time.atZone(COUNTY).toLocalDate();
    }

    /** A day with its weekday. */
    public String day(LocalDate day) {
        return format(english() ? "EEEE, d MMMM uuuu" : "EEEE, d. MMMM uuuu").format(day);
    }

    /** The time of day to the second. */
    public String clock(Instant time) {
        return format("HH:mm:ss").format(time.atZone(COUNTY));
    }

    /** Day and time, with the offset: in autumn an hour comes twice. */
    public String exact(Instant time) {
        return format(english() ? "d MMM uuuu, HH:mm:ss.SSS (xxx)" : "dd.MM.uuuu, HH:mm:ss,SSS 'Uhr' (xxx)")
                .format(time.atZone(COUNTY));
    }

    /** Day and time to the second. */
    public String of(Instant time) {
        return format(english() ? "d MMM uuuu, HH:mm:ss" : "dd.MM.uuuu, HH:mm:ss 'Uhr'")
                .format(time.atZone(COUNTY));
    }

    private boolean english() {
        return "en".equals(language.getLanguage());
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, english() ? Locale.UK : Locale.GERMANY);
    }
}
