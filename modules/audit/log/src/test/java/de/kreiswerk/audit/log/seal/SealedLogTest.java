package de.kreiswerk.audit.log.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.Checkpoint;
import de.kreiswerk.audit.api.ConsistencyProof;
import de.kreiswerk.audit.api.InclusionProof;
import de.kreiswerk.audit.api.LogKey;
import de.kreiswerk.audit.api.ProvenRecord;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.proof.Verification;
import de.kreiswerk.audit.log.tree.Hashes;
import de.kreiswerk.audit.log.tree.Tile;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealedLogTest {

    private static final Caller AUDITOR = caller(new Grant("audit.read", Grant.ALL));

    private final SignerKey key = TestSeal.key();

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyRecordIsProvenInEveryStateThatCoversIt(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            AuditLog log = log(database);
            for (int size : List.of(1, 3, 7)) {
                seal(database, size - (int) database.count("audit_order"));
            }

            for (long size : List.of(1L, 3L, 7L)) {
                for (long sequence = 1; sequence <= size; sequence++) {
                    ProvenRecord record = log.record(AUDITOR, sequence, size);
                    byte[] leaf = Hashes.leaf(record.canonical().getBytes(StandardCharsets.UTF_8));
                    assertThat(Base64.getDecoder().decode(record.proof().leaf()))
                            .isEqualTo(leaf);
                    assertThat(holds(record.proof())).isTrue();
                    assertThat(record.proof().checkpoint().size()).isEqualTo(size);
                    assertThat(log.inclusion(sequence - 1, size)).isEqualTo(record.proof());
                }
            }
            assertThat(log.inclusion(0, null).checkpoint())
                    .isEqualTo(log.checkpoint().orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRecordAndItsProofTakeFourQuestionsToTheDatabase(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            seal(database, 300);
            AtomicInteger statements = new AtomicInteger();
            AuditLog log = new SealedLog(counted(database.transactions, statements), () -> List.of(key.verifier()));

            log.record(AUDITOR, 7, null);

            // The state, its tiles, what was removed, the record.
            assertThat(statements).hasValue(4);
        }
    }

    private static Transactions counted(Transactions transactions, AtomicInteger statements) {
        return new Transactions() {
            @Override
            public <T> T call(Work<T> work) {
                return transactions.call(tx -> {
                    Connection connection = proxy(Connection.class, (self, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            statements.incrementAndGet();
                        }
                        return method.invoke(tx.connection(), arguments);
                    });
                    return work.in(proxy(
                            Transaction.class,
                            (self, method, arguments) ->
                                    method.getName().equals("connection") ? connection : method.invoke(tx, arguments)));
                });
            }

            @Override
            public Optional<Transaction> current() {
                return transactions.current();
            }
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SealedLogTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyStateContinuesTheEarlierOnes(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            AuditLog log = log(database);
            seal(database, 4);
            Checkpoint kept = log.checkpoint().orElseThrow();
            seal(database, 5);

            ConsistencyProof proof = log.consistency(4, null);

            assertThat(proof.root()).isEqualTo(kept.root());
            assertThat(Verification.consistency(
                            4,
                            9,
                            bytes(kept.root()),
                            bytes(proof.checkpoint().root()),
                            proof.hashes().stream().map(SealedLogTest::bytes).toList()))
                    .isTrue();
            assertThat(log.consistency(9, 9L).hashes()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void tilesAndBundlesAreThoseOfTheRecords(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            AuditLog log = log(database);
            seal(database, 300);
            List<AuditRecord> records = TestTrail.on(database).read(0, 1000);
            ByteArrayOutputStream leaves = new ByteArrayOutputStream();
            ByteArrayOutputStream bundle = new ByteArrayOutputStream();
            for (AuditRecord record : records.subList(256, 300)) {
                byte[] bytes = record.canonical().getBytes(StandardCharsets.UTF_8);
                leaves.writeBytes(Hashes.leaf(bytes));
                bundle.write(bytes.length >> 8);
                bundle.write(bytes.length);
                bundle.writeBytes(bytes);
            }

            assertThat(log.tile(0, 1, 44)).isEqualTo(leaves.toByteArray());
            assertThat(log.tile(0, 0, 256)).hasSize(8192);
            assertThat(log.tile(0, 0, 3)).hasSize(96).isEqualTo(java.util.Arrays.copyOf(log.tile(0, 0, 256), 96));
            assertThat(log.tile(1, 0, 1)).hasSize(32);
            List<String> read = new ArrayList<>();
            ((SealedLog) log).reads = (caller, area, type, id, department) -> read.add(type + " " + id);
            assertThat(log.entries(AUDITOR, 1, 44)).isEqualTo(bundle.toByteArray());
            refused("tile-not-found", () -> log.tile(0, 1, 45));
            refused("tile-not-found", () -> log.tile(0, 2, 1));
            refused("tile-not-found", () -> log.tile(63, 0, 1));
            refused("tile-not-found", () -> log.entries(AUDITOR, 1, 45));
            assertThat(read).as("who takes records in bulk is noted").containsExactly("Bundle 1");
            log.record(AUDITOR, 7, null);
            refused("record-not-sealed", () -> log.record(AUDITOR, 301, null));
            assertThat(read).as("and one by one").containsExactly("Bundle 1", "Record 7");
            refused("tile-not-found", () -> log.entries(AUDITOR, Long.MAX_VALUE, 1));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatRecordsSayIsForAuditorsOfTheWholeCounty(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            AuditLog log = log(database);
            seal(database, 1);
            Caller ofADepartment = caller(new Grant("audit.read", "building"));
            for (Caller other : List.of(caller(), ofADepartment)) {
                refused("permission-missing", () -> log.entries(other, 0, 1));
                refused("permission-missing", () -> log.record(other, 1, null));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsNotThereIsTold(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            AuditLog log = log(database);
            assertThat(log.checkpoint()).isEmpty();
            refused("checkpoint-not-found", () -> log.inclusion(0, null));
            seal(database, 2);
            seal(database, 2);

            refused("checkpoint-not-found", () -> log.inclusion(0, 3L));
            refused("checkpoint-not-found", () -> log.consistency(1, 5L));
            refused("record-not-sealed", () -> log.inclusion(4, null));
            refused("record-not-sealed", () -> log.inclusion(2, 2L));
            refused("record-not-sealed", () -> log.record(AUDITOR, 0, null));
            refused("sizes-not-in-order", () -> log.consistency(3, 2L));
            refused("sizes-not-in-order", () -> log.consistency(0, null));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRecordThatWasChangedIsNotCertified(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            AuditLog log = log(database);
            seal(database, 3);
            database.execute("update audit_record set canonical = replace(canonical, 'thing-1', 'thing-7')");

            refused("log-damaged", () -> log.record(AUDITOR, 2, null));
            refused("log-damaged", () -> log.entries(AUDITOR, 0, 3));

            assertThat(log.record(AUDITOR, 3, null).sequence()).isEqualTo(3);
            assertThat(log.entries(AUDITOR, 0, 1)).isNotEmpty();
            assertThat(holds(log.inclusion(1, null))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void recordsThatChangedPlacesAreNotCertified(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            AuditLog log = log(database);
            seal(database, 3);
            database.execute("update audit_order set seq = 99 where seq = 1");
            database.execute("update audit_order set seq = 1 where seq = 2");
            database.execute("update audit_order set seq = 2 where seq = 99");

            refused("log-damaged", () -> log.record(AUDITOR, 1, null));
            refused("log-damaged", () -> log.record(AUDITOR, 2, null));
            refused("log-damaged", () -> log.entries(AUDITOR, 0, 3));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTreeThatWasChangedCertifiesNothing(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            AuditLog log = log(database);
            seal(database, 2);
            seal(database, 2);
            database.execute(
                    "update audit_checkpoint set root = (select root from audit_checkpoint where tree_size = 2)"
                            + " where tree_size = 4");

            refused("log-damaged", () -> log.inclusion(0, null));
            refused("log-damaged", () -> log.consistency(2, null));
            database.execute("delete from audit_tile");
            refused("log-damaged", () -> log.inclusion(0, 2L));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTileThatIsChangedBetweenTwoProofsCertifiesNothingAnyMore(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            AuditLog log = log(database);
            seal(database, 4);
            assertThat(holds(log.inclusion(0, null))).isTrue();

            flip(database);
            refused("log-damaged", () -> log.inclusion(0, null));
            flip(database);
            assertThat(holds(log.inclusion(0, null))).isTrue();
        }
    }

    /** A bit of the second leaf in the tile at the edge. */
    private static void flip(TestDatabase database) {
        database.transactions.call(tx -> {
            TileTable tiles = new TileTable(tx);
            byte[] hashes = tiles.read(0, 0).hashes();
            hashes[Hashes.BYTES] ^= 1;
            tiles.write(List.of(new Tile(0, 0, hashes)));
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void keysAreShown(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            database.transactions.call(tx -> {
                new KeyTable(tx).add(1, key.verifier(), Instant.parse("2026-11-27T08:00:00Z"));
                return null;
            });

            assertThat(TestSeal.log(database, key).keys())
                    .containsExactly(new LogKey(key.verifier().text(), Instant.parse("2026-11-27T08:00:00Z")));
            assertThat(log(database).keys()).as("none is at hand that vouches").isEmpty();
        }
    }

    private static boolean holds(InclusionProof proof) {
        return Verification.inclusion(
                proof.index(),
                proof.checkpoint().size(),
                bytes(proof.leaf()),
                proof.path().stream().map(SealedLogTest::bytes).toList(),
                bytes(proof.checkpoint().root()));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private void seal(TestDatabase database, int more) {
        TestTrail.write(database, more);
        TestSeal.seal(database, key, data);
    }

    private static AuditLog log(TestDatabase database) {
        return TestSeal.log(database);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static Caller caller(Grant... grants) {
        return new Caller("a", "Auditor", Set.of(grants), "test", Instant.EPOCH, "req");
    }
}
