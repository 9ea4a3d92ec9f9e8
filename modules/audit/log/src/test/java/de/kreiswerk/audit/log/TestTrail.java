package de.kreiswerk.audit.log;

import de.kreiswerk.audit.log.kept.Evidence;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.core.persistence.schedule.TestLeases;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/** A trail on a new database, for tests in other packages. */
public final class TestTrail {

    private static final Caller CALLER = new Caller("op-1f", "Operator", Set.of(), "test", Instant.EPOCH, "req");

    private static final String HISTORY = "audit_log";
    private static final List<String> MIGRATIONS = List.of(
            "/db/migration/V1__trail.sql",
            "/db/migration/V2__tree.sql",
            "/db/migration/V3__index.sql",
            "/db/migration/V4__copies.sql",
            "/db/migration/V5__retention.sql",
            "/db/migration/V6__person_requests.sql",
            "/db/migration/V7__kinds.sql",
            "/db/migration/V8__mailed.sql",
            "/db/migration/V9__evidence.sql",
            "/db/migration/V10__vouching.sql",
            "/db/migration/V11__readers_words.sql",
            "/db/migration/V12__index_walk.sql",
            "/db/migration/V13__copy_size.sql",
            "/db/migration/V14__requeued.sql",
            "/db/migration/V15__leaf.sql",
            "/db/migration/V16__signed_tiles.sql",
            "/db/migration/V17__numbers.sql");

    private TestTrail() {}

    public static TestDatabase database(Engine engine) {
        return new TestDatabase(engine, HISTORY, MIGRATIONS.toArray(String[]::new));
    }

    /** As a version of the platform left it that knew only the first migrations. */
    public static TestDatabase database(Engine engine, int migrations) {
        return new TestDatabase(
                engine, HISTORY, MIGRATIONS.subList(0, migrations).toArray(String[]::new));
    }

    /** Brings it to the version of today. */
    public static void update(TestDatabase database) {
        database.migrate(
                HISTORY, MIGRATIONS.stream().map(TestTrail.class::getResource).toList());
    }

    public static AuditTrailService on(TestDatabase database) {
        return new AuditTrailService(
                database.transactions,
                new SubjectKeys(new SecretKeySpec(new byte[32], "AES")),
                evidence(),
                Clock.systemUTC());
    }

    /** As the platform makes it, whose master key is the one of {@link #on}. */
    public static Evidence evidence() {
        return new Evidence(new MasterSecretBox(new SecretKeySpec(new byte[32], "AES")));
    }

    /** Records, each in a transaction of its own. */
    public static void write(TestDatabase database, int count) {
        AuditTrail trail = on(database);
        for (int i = 0; i < count; i++) {
            String object = "thing-" + i;
            database.transactions.call(tx -> {
                trail.record(AuditEvent.success(CALLER, "test", "written", "Thing", object));
                return null;
            });
        }
    }

    /** Gives the records that were written their numbers. */
    public static void number(TestDatabase database) {
        new Sequencer(database.transactions, new Schema() {}).run(tx -> {});
    }

    /** As a node does that may lose its lease at any moment. */
    public static void number(TestDatabase database, String holder) {
        try {
            TestLeases.tryToAcquire(database.transactions, "audit.sequencer", holder)
                    .ifPresent(new Sequencer(database.transactions, new Schema() {})::run);
        } catch (PersistenceFailure lost) {
            // The other node goes on.
        }
    }
}
