package de.kreiswerk.audit.log.outside;

import java.time.Duration;
import java.util.Locale;

/** How a copy leaves the house. */
enum Way {
    /** A line of history every hour costs nothing, and says more exactly what was there when. */
    FILE(Duration.ofHours(1)),
    /** Somebody has to look at it: once a day. */
    MAIL(Duration.ofDays(1)),
    /** A program that keeps them, or a person behind it. */
    HOOK(Duration.ofDays(1));

    private final Duration period;

    Way(Duration period) {
        this.period = period;
    }

    Duration period() {
        return period;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
