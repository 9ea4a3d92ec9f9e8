package de.kreiswerk.audit.stream;

import java.time.Duration;
import java.util.List;

/** How long a receiver that is away is left alone: longer and longer, and as long as it asks for. */
final class Pauses {

    private static final List<Integer> SECONDS = List.of(1, 2, 5, 10, 30, 60, 120);
    /** Whoever asks for more gets this: somebody may have mended it. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Pauses() {}

    static Duration after(int failures, Duration askedFor) {
        Duration own = Duration.ofSeconds(SECONDS.get(Math.min(failures, SECONDS.size()) - 1));
        if (askedFor == null || askedFor.compareTo(own) < 0) {
            return own;
        }
        return askedFor.compareTo(LONGEST) < 0 ? askedFor : LONGEST;
    }
}
