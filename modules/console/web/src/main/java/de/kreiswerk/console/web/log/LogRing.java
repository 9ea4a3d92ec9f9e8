package de.kreiswerk.console.web.log;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The last lines of the log. Full, the oldest goes. Their numbers follow the clock: who follows the log from a number goes on after a
 * restart, and at another node, where counting would begin anew below it.
 */
final class LogRing {

    private int capacity;
    private final Deque<LogLine> lines = new ArrayDeque<>();
    private long last;
    private long gone;

    LogRing(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(Instant time, LogLevel level, String area, String requestId, String text) {
        last = Math.max(last + 1, time.toEpochMilli());
        lines.addLast(new LogLine(last, time, level, area, requestId, text));
        shrink();
    }

    synchronized void resize(int now) {
        capacity = now;
        shrink();
    }

    private void shrink() {
        while (lines.size() > capacity) {
            gone = lines.removeFirst().number();
        }
    }

    /** Those that are wanted, the newest first. */
    synchronized List<LogLine> newest(Predicate<LogLine> wanted, int limit) {
        List<LogLine> found = new ArrayList<>();
        Iterator<LogLine> newestFirst = lines.descendingIterator();
        while (newestFirst.hasNext() && found.size() < limit) {
            LogLine line = newestFirst.next();
            if (wanted.test(line)) {
                found.add(line);
            }
        }
        return found;
    }

    synchronized long count(Predicate<LogLine> wanted) {
        return lines.stream().filter(wanted).count();
    }

    synchronized boolean isKeptBehind(long number) {
        return gone <= number;
    }

    /** Who logged something. */
    synchronized SortedSet<String> areas() {
        SortedSet<String> areas = new TreeSet<>();
        lines.forEach(line -> areas.add(line.area()));
        return areas;
    }
}
