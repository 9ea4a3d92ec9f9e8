package de.kreiswerk.audit.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was sent, and when at first: what is older than a while is settled. */
final class Sent {

    /** What was sent within so long counts as sent together. */
    private static final Duration TOGETHER = Duration.ofSeconds(5);

    private final Duration unsure;
    private final Deque<Mark> marks = new ArrayDeque<>();

    private record Mark(Instant begun, Instant last, long sequence) {}

    Sent(Duration unsure) {
        this.unsure = unsure;
    }

    void add(long sequence, Instant now) {
        Mark last = marks.peekLast();
        if (last != null && sequence <= last.sequence()) {
            // Sent again, and as old as it was.
            return;
        }
        if (last != null && now.isBefore(last.begun().plus(TOGETHER))) {
            marks.removeLast();
            marks.add(new Mark(last.begun(), now, sequence));
        } else {
            marks.add(new Mark(now, now, sequence));
        }
    }

    /** The last number that was sent long enough ago; {@code before} when none became so. */
    long settled(long before, Instant now) {
        long settled = before;
        while (!marks.isEmpty() && !now.isBefore(marks.peek().last().plus(unsure))) {
            settled = Math.max(settled, marks.remove().sequence());
        }
        return settled;
    }

    boolean isSettling(Instant now) {
        return !marks.isEmpty() && !now.isBefore(marks.peek().last().plus(unsure));
    }

    void forget() {
        marks.clear();
    }
}
