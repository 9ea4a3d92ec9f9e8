package de.kreiswerk.audit.stream;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamTest {

    private static final int LARGE = 60_000;

    @Test
    void ofLargeRecordsNoMoreIsReadThanABatchHolds() throws Exception {
        try (Driven driven = new Driven(Engine.H2)) {
            for (int i = 0; i < 300; i++) {
                driven.trail.add("long", "x", "{\"text\":\"" + "x".repeat(LARGE) + "\"}");
            }
            Taking receiver = new Taking(driven.trail);
            driven.begin(new Receiving("test", 500, true, null), receiver);
            driven.until("all arrive", () -> driven.position() == 300);

            assertThat(receiver.largest * LARGE).isBetween(800_000, 1 << 20);
            assertThat(receiver.mostRead).isLessThanOrEqualTo(receiver.largest + 20);
            driven.trail.write(1_100);
            receiver.largest = 0;
            driven.until("all of the small ones", () -> driven.position() == 1_400);
            assertThat(receiver.largest).isEqualTo(500);
        }
    }

    /** Takes everything, and counts how much was read for it. */
    private static final class Taking implements Carrier {

        private final TestTrail trail;
        private volatile int largest;
        private volatile int mostRead;
        private volatile int readBefore;

        Taking(TestTrail trail) {
            this.trail = trail;
        }

        @Override
        public Duration unsure() {
            return Duration.ZERO;
        }

        @Override
        public boolean goesOn() {
            return false;
        }

        @Override
        public void send(List<AuditRecord> records, boolean anew) {
            int read = trail.handedOut();
            largest = Math.max(largest, records.size());
            mostRead = Math.max(mostRead, read - readBefore);
            readBefore = read;
        }

        @Override
        public Duration longest() {
            return Duration.ofMinutes(1);
        }

        @Override
        public void farewell() {
            // Nothing is open.
        }

        @Override
        public void hangUp() {
            // Nothing is open.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
