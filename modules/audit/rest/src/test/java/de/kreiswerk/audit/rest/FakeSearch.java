package de.kreiswerk.audit.rest;

import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.TrailChoices;
import de.kreiswerk.audit.api.TrailPackage;
import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps what was asked, and finds nothing. */
final class FakeSearch implements AuditSearch {

    TrailQuery query;
    ProblemException refusal;

    @Override
    public TrailPage find(Caller caller, TrailQuery asked) {
        query = asked;
        return new TrailPage(List.of(), "1-1", true);
    }

    @Override
    public TrailRecord record(Caller caller, long sequence) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrailChoices choices(Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrailPackage preparePackage(Caller caller, TrailQuery asked) {
        query = asked;
        if (refusal != null) {
            throw refusal;
        }
        return out -> out.write("PK".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writePackage(Caller caller, TrailQuery asked, OutputStream out) throws IOException {
        preparePackage(caller, asked).write(out);
    }
}
