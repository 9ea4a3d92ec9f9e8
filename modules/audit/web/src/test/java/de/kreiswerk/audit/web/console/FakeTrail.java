package de.kreiswerk.audit.web.console;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.Checkpoint;
import de.kreiswerk.audit.api.ConsistencyProof;
import de.kreiswerk.audit.api.InclusionProof;
import de.kreiswerk.audit.api.LogKey;
import de.kreiswerk.audit.api.ProvenRecord;
import de.kreiswerk.audit.api.TrailChoices;
import de.kreiswerk.audit.api.TrailPackage;
import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trail with what a test puts into it. */
class FakeTrail implements AuditSearch, AuditLog {

    final List<TrailQuery> asked = new ArrayList<>();
    List<TrailRecord> records = new ArrayList<>();
    String next;
    boolean unfinished;
    ProblemException refusal;
    ProblemException proofRefusal;
    String provenId = "id-7";
    String written = "PK";

    static TrailRecord record(long sequence, String time, Outcome outcome) {
        return record(sequence, time, outcome, Map.of(), List.of());
    }

    static TrailRecord record(
            long sequence,
            String time,
            Outcome outcome,
            Map<String, String> details,
            List<TrailRecord.Personal> personal) {
        return new TrailRecord(
                sequence,
                "id-" + sequence,
                Instant.parse(time),
                "proposals",
                "paper.published",
                "Paper",
                "p 1",
                "d1",
                outcome,
                "actor",
                "password",
                "request",
                details,
                personal);
    }

    static ProblemException problem(Problem.Kind kind, String code, String words) {
        return new ProblemException(kind, code, Text.same(words), Text.same(words));
    }

    @Override
    public TrailPage find(Caller caller, TrailQuery query) {
        caller.require(AuditPermissions.READ, Grant.ALL);
        asked.add(query);
        if ("forged".equals(query.after())) {
            throw problem(Problem.Kind.MALFORMED, "trail-position-malformed", "x");
        }
        return new TrailPage(records, next, unfinished);
    }

    @Override
    public TrailRecord record(Caller caller, long sequence) {
        caller.require(AuditPermissions.READ, Grant.ALL);
        return records.stream()
                .filter(each -> each.sequence() == sequence)
                .findFirst()
                .orElseThrow(() -> problem(Problem.Kind.NOT_FOUND, "record-not-found", "x"));
    }

    @Override
    public TrailChoices choices(Caller caller) {
        caller.require(AuditPermissions.READ, Grant.ALL);
        return new TrailChoices(
                List.of("proposals"), List.of("paper.published"), List.of("Paper"), List.of("d1", "d2"));
    }

    @Override
    public TrailPackage preparePackage(Caller caller, TrailQuery query) {
        asked.add(query);
        if (refusal != null) {
            throw refusal;
        }
        return out -> out.write(written.getBytes());
    }

    @Override
    public void writePackage(Caller caller, TrailQuery query, OutputStream out) throws IOException {
        preparePackage(caller, query).write(out);
    }

    @Override
    public ProvenRecord record(Caller caller, long sequence, Long size) {
        if (proofRefusal != null) {
            throw proofRefusal;
        }
        Checkpoint checkpoint = new Checkpoint(1234, "", "", Instant.parse("2026-11-27T08:00:00Z"));
        return new ProvenRecord(sequence, provenId, "{}", new InclusionProof(sequence - 1, "", List.of(), checkpoint));
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<LogKey> keys() {
        throw new UnsupportedOperationException();
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
    public ConsistencyProof consistency(long from, Long to) {
        throw new UnsupportedOperationException();
    }
}
