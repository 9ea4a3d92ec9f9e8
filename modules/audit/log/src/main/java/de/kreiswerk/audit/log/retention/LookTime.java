package de.kreiswerk.audit.log.retention;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How long the trail is looked through in one run, for all persons together: the lease has to last, and records are removed in the same run.
 * It begins with the first look, which takes a part at least, so that each run comes further.
 */
final class LookTime implements BooleanSupplier {

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanos;
    private Long begun;

    LookTime(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether there is time for another part. */
    @Override
    public boolean getAsBoolean() {
        long now = nanos.getAsLong();
        if (begun == null) {
            begun = now;
        }
        return now - begun < LONGEST_NANOS;
    }
}
