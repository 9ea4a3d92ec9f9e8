package de.kreiswerk.audit.log.search;

import java.time.Instant;
import java.util.List;

/**
 * How far the records were compared with what they are found by. When all were, it begins anew.
 *
 * @param place up to here this round has come
 * @param target the number at which it ends
 * @param now what differs in this round
 * @param last what differed in the last one that came to its end
 * @param ended when that was, null before the first
 */
record Walk(long place, long target, Differences now, Differences last, Instant ended) {

    static final Walk NONE = new Walk(0, 0, Differences.NONE, Differences.NONE, null);

    /**
     * Records that differ.
     *
     * @param count how many
     * @param first the number of the first one, 0 for none
     */
    record Differences(long count, long first) {

        static final Differences NONE = new Differences(0, 0);

        boolean areThere() {
            return count > 0;
        }

        private Differences and(List<Long> more) {
            if (more.isEmpty()) {
                return this;
            }
            return new Differences(count + more.size(), areThere() ? first : more.get(0));
        }
    }

    boolean isRound() {
        return place >= target;
    }

    Walk anew(long end) {
        return new Walk(0, end, Differences.NONE, last, ended);
    }

    /** What was removed is not walked. */
    Walk from(long minimum) {
        return new Walk(Math.max(place, minimum), target, now, last, ended);
    }

    Walk to(long next, List<Long> different) {
        return new Walk(next, target, now.and(different), last, ended);
    }

    Walk ended(Instant time) {
        return new Walk(place, target, now, now, time);
    }

    /** What is known to differ: of a whole round, as long as no later one has come to its end without it. */
    Differences differences() {
        return last.areThere() ? last : now;
    }
}
