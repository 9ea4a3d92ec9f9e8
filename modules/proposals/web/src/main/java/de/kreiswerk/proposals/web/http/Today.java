package de.kreiswerk.proposals.web.http;

import de.kreiswerk.proposals.web.view.Formats;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The county's day, and when it ends.
 *
 * @param date the day
 */
public record Today(LocalDate date) {

    /** The day that it is. */
    public static Today of(Clock clock) {
        return new Today(LocalDate.ofInstant(clock.instant(), Formats.ZONE));
    }

    /** When the day began. */
    public Instant start() {
        return date.atStartOfDay(Formats.ZONE).toInstant();
    }

    /** When the next day begins. */
    public Instant end() {
        return date.plusDays(1).atStartOfDay(Formats.ZONE).toInstant();
    }
}
