package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.log.search.HourTable.Span;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The newest of what is found here and there, and where newer ones may still be. */
final class Newest {

    private final PriorityQueue<Found> found = new PriorityQueue<>(Comparator.comparingLong(Found::sequence));
    private final int size;
    private Span span;

    /**
     * Begins with none.
     *
     * @param size how many are kept
     * @param span where they may be
     */
    Newest(int size, Span span) {
        this.size = size;
        this.span = span;
    }

    void add(List<Found> some) {
        for (Found each : some) {
            found.add(each);
            if (found.size() > size) {
                found.remove();
            }
        }
        if (isFull()) {
            // Older ones would not be kept.
            span = span.after(found.element().sequence());
        }
    }

    /** All behind a number are found. */
    void before(long number) {
        span = span.before(number);
    }

    boolean isFull() {
        return found.size() == size;
    }

    int size() {
        return size;
    }

    Span span() {
        return span;
    }

    /** The newest first. */
    List<Found> all() {
        return found.stream()
                .sorted(Comparator.comparingLong(Found::sequence).reversed())
                .toList();
    }
}
