package de.kreiswerk.audit.log.outside;

import de.kreiswerk.core.api.text.Text;
import java.time.Duration;
import java.util.Locale;

/** How a copy leaves the house. */
enum Way {
    /** A line of history every hour costs nothing, and says more exactly what was there when. */
    FILE(Duration.ofHours(1), new Text("als Datei", "as a file")),
    /** Somebody has to look at it: once a day. */
    MAIL(Duration.ofDays(1), new Text("mit E-Mail", "by e-mail")),
    /** A program that keeps them, or a person behind it. */
    HOOK(Duration.ofDays(1), new Text("an eine Adresse im Netz", "to a web address"));

    private final Duration period;
    private final Text text;

    Way(Duration period, Text text) {
        this.period = period;
        this.text = text;
    }

    /** How it leaves, as people say it. */
    Text text() {
        return text;
    }

    Duration period() {
        return period;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
