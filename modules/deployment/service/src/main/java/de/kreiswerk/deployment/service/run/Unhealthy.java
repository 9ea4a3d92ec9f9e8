package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.text.Text;
import java.util.List;

/** A phase of a switch cannot be completed: one sentence, and what is behind it. */
final class Unhealthy extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;
    private final transient List<String> details;

    Unhealthy(Text reason, List<String> details, Throwable cause) {
        super(reason.english(), cause);
        this.reason = reason;
        this.details = List.copyOf(details);
    }

    Unhealthy(Text reason, List<String> details) {
        this(reason, details, null);
    }

    Text reason() {
        return reason;
    }

    List<String> details() {
        return details;
    }
}
