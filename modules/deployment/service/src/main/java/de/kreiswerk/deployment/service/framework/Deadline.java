package de.kreiswerk.deployment.service.framework;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A moment at which something is to be done, however many steps it takes. Settings of the clock do not move it. */
public final class Deadline {

    private final LongSupplier nanos;
    private final long end;

    private Deadline(LongSupplier nanos, long end) {
        this.nanos = nanos;
        this.end = end;
    }

    /** In a while from now. */
    public static Deadline in(Duration time) {
        return in(time, System::nanoTime);
    }

    /** In a while from now, as a counter of nanoseconds tells it. */
    public static Deadline in(Duration time, LongSupplier nanos) {
        return new Deadline(nanos, nanos.getAsLong() + time.toNanos());
    }

    /** Whether it has passed. */
    public boolean isOver() {
        return nanos.getAsLong() - end >= 0;
    }

    /**
     * How long a step may take.
     *
     * @param limit its own limit
     * @return that, or what is left if it is less; never negative
     */
    public Duration atMost(Duration limit) {
        Duration left = Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
        return left.compareTo(limit) < 0 ? left : limit;
    }
}
