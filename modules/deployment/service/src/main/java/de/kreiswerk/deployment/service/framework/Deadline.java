package de.kreiswerk.deployment.service.framework;

import java.time.Duration;

/** A moment at which something is to be done, however many steps it takes. Settings of the clock do not move it. */
public final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** In a while from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Whether it has passed. */
    public boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /**
     * How long a step may take.
     *
     * @param limit its own limit
     * @return that, or what is left if it is less; never negative
     */
    public Duration atMost(Duration limit) {
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        return left.compareTo(limit) < 0 ? left : limit;
    }
}
