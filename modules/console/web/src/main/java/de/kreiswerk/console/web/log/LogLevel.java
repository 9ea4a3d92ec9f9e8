package de.kreiswerk.console.web.log;

import de.kreiswerk.core.api.text.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How bad it is, the worst first. */
public enum LogLevel {
    /** Something failed. */
    ERROR(new Text("Fehler", "Error"), "danger"),
    /** Something should be looked at. */
    WARN(new Text("Warnung", "Warning"), "warning"),
    /** What goes on. */
    INFO(new Text("Hinweis", "Info"), "info"),
    /** For who looks for a fault. */
    DEBUG(new Text("Einzelheit", "Detail"), "info");

    private final Text label;
    private final String look;

    LogLevel(Text label, String look) {
        this.label = label;
        this.look = look;
    }

    /** What people call it. */
    public String in(Locale language) {
        return label.in(language);
    }

    /** The look that KERN has for it. */
    public String look() {
        return look;
    }

    /** Whether this is as bad as another one, or worse. */
    boolean isAtLeast(LogLevel least) {
        return compareTo(least) <= 0;
    }

    static Optional<LogLevel> named(String name) {
        return Stream.of(values()).filter(level -> level.name().equals(name)).findFirst();
    }
}
