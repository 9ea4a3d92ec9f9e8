package de.kreiswerk.audit.rest;

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

/** A log of five records that answers what it was asked. */
final class FakeLog implements AuditLog {

    static final Checkpoint CHECKPOINT = new Checkpoint(
            5, "cm9vdA==", "example.de/audit/log\n5\ncm9vdA==\n\n— example.de/audit/log c2ln\n", Instant.EPOCH);

    Optional<Checkpoint> newest = Optional.of(CHECKPOINT);

    @Override
    public Optional<Checkpoint> checkpoint() {
        return newest;
    }

    @Override
    public List<LogKey> keys() {
        return List.of(new LogKey("example.de/audit/log+00000000+AA==", Instant.EPOCH));
    }

    @Override
    public String vouchings() {
        return "kreiswerk-seal-keys/v1\n";
    }

    @Override
    public long minimum() {
        return 0;
    }

    @Override
    public byte[] tile(int level, long number, int width) {
        return new byte[] {(byte) level, (byte) number, (byte) width};
    }

    @Override
    public byte[] entries(Caller caller, long number, int width) {
        return new byte[] {(byte) number, (byte) width};
    }

    @Override
    public InclusionProof inclusion(long index, Long size) {
        return new InclusionProof(index, "bGVhZg==", List.of("b25l", "dHdv"), CHECKPOINT);
    }

    @Override
    public ProvenRecord record(Caller caller, long sequence, Long size) {
        return new ProvenRecord(sequence, "id", "{\"v\":1}", inclusion(sequence - 1, size));
    }

    @Override
    public ConsistencyProof consistency(long from, Long to) {
        return new ConsistencyProof(from, "b2xk", List.of("b25l"), CHECKPOINT);
    }
}
