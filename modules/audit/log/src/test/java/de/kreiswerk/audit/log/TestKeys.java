package de.kreiswerk.audit.log;

import de.kreiswerk.core.api.audit.AuditEvent.PersonalField;
import de.kreiswerk.core.persistence.database.TestDatabase;
import java.time.Clock;
import javax.crypto.spec.SecretKeySpec;

/** The keys of persons on one node, for tests in other packages. */
public final class TestKeys {

    private final SubjectKeys keys = new SubjectKeys(new SecretKeySpec(new byte[32], "AES"));

    public AuditTrailService trail(TestDatabase database, Clock clock) {
        return new AuditTrailService(database.transactions, keys, TestTrail.evidence(), clock);
    }

    public String encrypt(TestDatabase database, PersonalField field, String recordId) {
        return database.transactions.call(tx -> keys.encrypt(tx, field, recordId));
    }

    public String decrypt(TestDatabase database, String subject, String recordId, String name, String sealed) {
        return database.transactions.call(tx -> keys.decrypt(tx, subject, recordId, name, sealed));
    }
}
