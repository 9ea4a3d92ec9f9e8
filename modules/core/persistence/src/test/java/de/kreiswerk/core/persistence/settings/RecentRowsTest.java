package de.kreiswerk.core.persistence.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RecentRowsTest {

    private final AtomicLong now = new AtomicLong();
    private final RecentRows recent = new RecentRows(now::get);
    private final Map<String, String> table = new HashMap<>(Map.of("one", "first"));
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void whoStartsTogetherReadsOnce() {
        assertThat(recent.get(reading())).containsEntry("one", "first");
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(900));

        assertThat(recent.get(reading())).containsEntry("one", "first");

        assertThat(reads).hasValue(1);
    }

    @Test
    void whatOthersWroteIsSeenAfterAMoment() {
        recent.get(reading());
        table.put("one", "second");
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(1_000));

        assertThat(recent.get(reading())).containsEntry("one", "second");
    }

    @Test
    void whatThisNodeWroteIsSeenAtOnce() {
        recent.get(reading());
        table.put("one", "second");
        recent.changed();

        assertThat(recent.get(reading())).containsEntry("one", "second");
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
        recent.get(() -> {
            Map<String, String> old = reading().get();
            table.put("one", "second");
            recent.changed();
            return old;
        });

        assertThat(recent.get(reading())).containsEntry("one", "second");
    }

    private Supplier<Map<String, String>> reading() {
        return () -> {
            reads.incrementAndGet();
            return Map.copyOf(table);
        };
    }
}
