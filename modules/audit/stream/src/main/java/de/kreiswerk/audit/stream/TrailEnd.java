package de.kreiswerk.audit.stream;

import de.kreiswerk.core.api.audit.AuditTrail;

/** Finds the last number of the trail, which has no gaps, in a few readings. */
final class TrailEnd {

    private TrailEnd() {}

    /** The last number, or {@code from} when that is not smaller. */
    static long of(AuditTrail trail, long from) {
        long there = from;
        long step = 1;
        long missing = from;
        while (goesOnBehind(trail, missing)) {
            there = missing;
            missing = there + step;
            step *= 2;
        }
        // Behind "there" is a record, behind "missing" none.
        while (missing - there > 1) {
            long middle = there + (missing - there) / 2;
            if (goesOnBehind(trail, middle)) {
                there = middle;
            } else {
                missing = middle;
            }
        }
        return missing;
    }

    private static boolean goesOnBehind(AuditTrail trail, long sequence) {
        return !trail.read(sequence, 1).isEmpty();
    }
}
