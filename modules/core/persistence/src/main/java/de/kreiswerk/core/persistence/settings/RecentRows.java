package de.kreiswerk.core.persistence.settings;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The rows of the table as they were a moment ago: while components start, Config Admin asks for all of them twice for each. What this node
 * changes is seen at once; of what others changed components are told anyway, and not before it is seen here.
 */
final class RecentRows {

    private static final long RECENT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private Map<String, String> rows;
    private long readAt;
    private long changes;

    RecentRows(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Nobody waits for somebody else's reading. */
    Map<String, String> get(Supplier<Map<String, String>> reading) {
        long before;
        synchronized (this) {
            if (rows != null && nanoTime.getAsLong() - readAt < RECENT_NANOS) {
                return rows;
            }
            before = changes;
        }
        long now = nanoTime.getAsLong();
        Map<String, String> read = reading.get();
        synchronized (this) {
            if (changes == before) {
                rows = read;
                readAt = now;
            }
        }
        return read;
    }

    /** What was read before does not count any more. */
    synchronized void changed() {
        changes++;
        rows = null;
    }
}
