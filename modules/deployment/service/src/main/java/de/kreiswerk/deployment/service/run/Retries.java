package de.kreiswerk.deployment.service.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When what did not work is tried again: soon, and then each time after twice as long, so that what a person must change first is neither
 * read nor written of without end.
 */
final class Retries {

    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<String, Failed> all = new ConcurrentHashMap<>();

    Retries(Clock clock) {
        this.clock = clock;
    }

    /**
     * Something did not work.
     *
     * @param archive what was to run, null for nothing
     * @param why what was in the way
     * @param pause how long it waits
     * @param again when it is tried again
     */
    private record Failed(String archive, Unhealthy why, Duration pause, Instant again) {}

    /** Whether something may be tried. */
    boolean isDue(String component, String archive) {
        Failed before = all.get(component);
        return before == null
                || !Objects.equals(before.archive(), archive)
                || !clock.instant().isBefore(before.again());
    }

    /**
     * It did not work.
     *
     * @return whether that is news, and not for the reason of the time before
     */
    boolean failed(String component, String archive, Unhealthy why) {
        Failed before = all.get(component);
        boolean again = before != null && Objects.equals(before.archive(), archive);
        Duration pause = again ? before.pause().multipliedBy(2) : FIRST;
        Duration wait = pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
        all.put(component, new Failed(archive, why, wait, clock.instant().plus(wait)));
        return !again || !before.why().reason().equals(why.reason());
    }

    /** Why something did not work the last time. */
    Optional<Unhealthy> why(String component) {
        return Optional.ofNullable(all.get(component)).map(Failed::why);
    }

    /** It works, or nobody wants it any more. */
    void forget(String component) {
        all.remove(component);
    }
}
