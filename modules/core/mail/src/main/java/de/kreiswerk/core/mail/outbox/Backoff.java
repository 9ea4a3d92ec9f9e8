package de.kreiswerk.core.mail.outbox;

import java.time.Duration;
import java.util.List;

/** How long to wait after an attempt that failed: at first hardly, then as one waits for people who mend something. */
final class Backoff {

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    private Backoff() {}

    /** After so many attempts, from 1 on. */
    static Duration after(int attempts) {
        return WAITS.get(Math.max(0, Math.min(attempts, WAITS.size()) - 1));
    }
}
