package de.kreiswerk.audit.web;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.Checkpoint;
import de.kreiswerk.audit.api.ConsistencyProof;
import de.kreiswerk.audit.api.InclusionProof;
import de.kreiswerk.audit.api.LogKey;
import de.kreiswerk.audit.api.ProvenRecord;
import de.kreiswerk.core.api.identity.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A log of which a test says what is signed and what proves its growth. */
final class FakeLog implements AuditLog {

    List<LogKey> keys = List.of();
    Checkpoint newest;
    List<String> growth = List.of();
    Long askedFrom;

    void sealed(long size, String root, String note) {
        newest = new Checkpoint(size, root, note, Instant.EPOCH);
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        return Optional.ofNullable(newest);
    }

    @Override
    public List<LogKey> keys() {
        return keys;
    }

    @Override
    public ConsistencyProof consistency(long from, Long to) {
        askedFrom = from;
        return new ConsistencyProof(from, newest.root(), growth, newest);
    }

    @Override
    public String vouchings() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long minimum() {
        return 0;
    }

    @Override
    public byte[] tile(int level, long number, int width) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] entries(Caller caller, long number, int width) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InclusionProof inclusion(long index, Long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProvenRecord record(Caller caller, long sequence, Long size) {
        throw new UnsupportedOperationException();
    }
}
