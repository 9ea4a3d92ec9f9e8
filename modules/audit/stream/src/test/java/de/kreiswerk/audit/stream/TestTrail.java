package de.kreiswerk.audit.stream;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.audit.AuditTrail;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A trail in memory. */
public final class TestTrail implements AuditTrail {

    public static final Instant BEGIN = Instant.parse("2026-11-27T08:00:00.007Z");

    private final List<AuditRecord> records = new CopyOnWriteArrayList<>();
    private final AtomicInteger handedOut = new AtomicInteger();

    /** How many records were read, one that was read twice counts twice. */
    public int handedOut() {
        return handedOut.get();
    }

    /** Writes some. */
    public void write(int count) {
        for (int i = 0; i < count; i++) {
            write("paper.published", "p-" + records.size(), "success");
        }
    }

    /** Writes one, whose texts need no escaping in JSON. */
    public void write(String action, String object, String outcome) {
        add(
                action,
                object,
                "{\"action\":\"" + action + "\",\"department\":\"planning\",\"object\":{\"id\":\"" + object
                        + "\",\"type\":\"Paper\"},\"outcome\":\"" + outcome + "\",\"request\":\"req-1\",\"v\":1}");
    }

    public void add(String action, String object, String canonical) {
        long sequence = records.size() + 1L;
        records.add(
                new AuditRecord(sequence, "id-" + sequence, BEGIN, "proposals", action, "Paper", object, canonical));
    }

    public AuditRecord record(long sequence) {
        return records.get((int) sequence - 1);
    }

    @Override
    public void record(AuditEvent event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<AuditRecord> read(long afterSequence, int limit) {
        int from = (int) Math.min(afterSequence, records.size());
        List<AuditRecord> read = List.copyOf(records.subList(from, Math.min(records.size(), from + limit)));
        handedOut.addAndGet(read.size());
        return read;
    }
}
