package de.kreiswerk.audit.stream;

import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What waits for a receiver.
 *
 * @param records how many
 * @param stalled for how long nothing was sent though something waits
 */
record Backlog(long records, Duration stalled) {

    /** Empty before it began. */
    static Optional<Backlog> of(Transactions transactions, AuditTrail trail, String name, Instant now) {
        return transactions.call(tx -> {
            Optional<Position> position = new PositionTable(tx).of(name);
            if (position.isEmpty()) {
                return Optional.empty();
            }
            long sequence = position.get().sequence();
            List<AuditRecord> first = trail.read(sequence, 1);
            if (first.isEmpty()) {
                return Optional.of(new Backlog(0, Duration.ZERO));
            }
            Instant waits = first.get(0).time();
            Instant changed = position.get().changed();
            Duration stalled = Duration.between(waits.isAfter(changed) ? waits : changed, now);
            return Optional.of(new Backlog(
                    TrailEnd.of(trail, sequence) - sequence, stalled.isNegative() ? Duration.ZERO : stalled));
        });
    }
}
