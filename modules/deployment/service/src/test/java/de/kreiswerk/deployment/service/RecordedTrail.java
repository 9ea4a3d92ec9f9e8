package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.audit.AuditTrail;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A trail that only keeps what is recorded. */
public final class RecordedTrail implements AuditTrail {

    /** In their order. */
    public final Queue<AuditEvent> records = new ConcurrentLinkedQueue<>();

    @Override
    public void record(AuditEvent event) {
        records.add(event);
    }

    @Override
    public List<AuditRecord> read(long afterSequence, int limit) {
        throw new UnsupportedOperationException();
    }
}
