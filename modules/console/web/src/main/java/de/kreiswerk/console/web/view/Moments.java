package de.kreiswerk.console.web.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes times as the county's clocks show them. */
public final class Moments {

    private static final ZoneId COUNTY = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter TO_SECOND = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

    private Moments() {}

    /** Day and time to the second. */
    public static String of(Instant time) {
        return TO_SECOND.format(time.atZone(COUNTY));
    }
}
