package de.kreiswerk.audit.log.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.audit.log.checkpoint.StateFile;
import de.kreiswerk.audit.log.checkpoint.TreeHead;
import de.kreiswerk.audit.log.proof.Proofs;
import de.kreiswerk.audit.log.proof.Verification;
import de.kreiswerk.audit.log.seal.CheckpointTable.Sealed;
import de.kreiswerk.audit.log.tree.DamagedLog;
import de.kreiswerk.audit.log.tree.Edge;
import de.kreiswerk.audit.log.tree.Hashes;
import de.kreiswerk.audit.log.tree.NaiveTree;
import de.kreiswerk.audit.log.tree.Tile;
import de.kreiswerk.audit.log.tree.Tree;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.NoteSignature;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.core.notekit.VerifierKey;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.core.persistence.schedule.TestLeases;
import de.kreiswerk.runtime.testing.MovingClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealerTest {

    /** The common pool has as many threads as there are cores, and what goes on until the end would take them all. */
    private static final Executor THREADS = task -> new Thread(task).start();

    private static final String ORIGIN = "example.de/audit/log";
    private static final Lease ALONE = tx -> {};

    private final SignerKey key = TestSeal.key();

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void numberedRecordsAreSealedAndSigned(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 3);
            TestTrail.number(database);

            sealer(database).run(ALONE);

            Sealed sealed = last(database);
            byte[] root = new NaiveTree(leaves(database)).root();
            assertThat(sealed.size()).isEqualTo(3);
            assertThat(sealed.root()).isEqualTo(root);
            Note note = Note.parse(sealed.note().getBytes(StandardCharsets.UTF_8));
            assertThat(note.text()).isEqualTo(new TreeHead(ORIGIN, 3, root).text());
            assertThat(note.isSignedBy(key.verifier())).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatHasNoNumberYetIsNotSealed(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 2);
            TestTrail.number(database);
            TestTrail.write(database, 1);

            sealer(database).run(ALONE);

            assertThat(last(database).size()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theTrailOfAnEarlierVersionIsCaughtUpInSteps(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            int count = Sealer.BATCH + 300;
            writtenByAnEarlierVersion(database, count);

            sealer(database).run(ALONE);
            sealer(database).run(ALONE);

            assertThat(database.count("audit_checkpoint")).isEqualTo(2);
            assertThat(last(database).size()).isEqualTo(count);
            assertThat(last(database).root()).isEqualTo(new NaiveTree(leaves(database)).root());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoLosesTheLeaseWhileItNotesWhatItSignsWritesNothingAndOthersGoOn(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 3);
            TestTrail.number(database);
            AtomicInteger asked = new AtomicInteger();
            Lease lost = tx -> {
                if (asked.incrementAndGet() == 2) {
                    throw new IllegalStateException("lost");
                }
            };

            assertThatThrownBy(() -> sealer(database, "one", key).run(lost)).hasMessage("lost");
            assertThat(database.count("audit_checkpoint")).isZero();
            assertThat(database.count("audit_tile")).isZero();

            TestTrail.write(database, 2);
            TestTrail.number(database);
            sealer(database, "other", key).run(ALONE);
            TestTrail.write(database, 2);
            TestTrail.number(database);
            sealer(database, "one", key).run(ALONE);

            assertThat(last(database).size()).isEqualTo(7);
            assertThat(last(database).root()).isEqualTo(new NaiveTree(leaves(database)).root());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void withNothingNewNoLeaseIsAskedForAndNothingIsSigned(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 1);
            TestTrail.number(database);
            sealer(database).run(ALONE);
            AtomicInteger asked = new AtomicInteger();

            sealer(database).run(tx -> asked.incrementAndGet());

            assertThat(asked).hasValue(0);
            assertThat(database.count("audit_checkpoint")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNodeThatLostItsLeaseSealsNothing(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            Lease old = acquire(database, "one");
            database.execute("update core_lease set expires = current_timestamp - interval '1' second");
            acquire(database, "other");
            TestTrail.write(database, 1);
            TestTrail.number(database);

            assertThatThrownBy(() -> sealer(database).run(old)).isInstanceOf(PersistenceFailure.class);

            assertThat(database.count("audit_checkpoint")).isZero();
            assertThat(database.count("audit_tile")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nodesThatTakeTurnsUnderLoadMakeOneTreeThatOnlyGrows(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            AtomicBoolean writing = new AtomicBoolean(true);
            List<AtomicInteger> turns = List.of(new AtomicInteger(), new AtomicInteger());
            List<CompletableFuture<Void>> nodes = new ArrayList<>();
            for (AtomicInteger mine : turns) {
                String holder = "node-" + System.identityHashCode(mine);
                nodes.add(CompletableFuture.runAsync(
                        () -> {
                            while (writing.get()) {
                                TestTrail.number(database, holder);
                                if (takeTurn(database, holder)) {
                                    mine.incrementAndGet();
                                }
                            }
                        },
                        THREADS));
            }
            nodes.add(CompletableFuture.runAsync(
                    () -> {
                        while (writing.get()) {
                            database.execute("update core_lease set expires = current_timestamp - interval '1' second");
                        }
                    },
                    THREADS));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            BooleanSupplier worthWaiting =
                    () -> nodes.stream().noneMatch(CompletableFuture::isDone) && System.nanoTime() - deadline < 0;
            // A checkpoint of what is there in the middle, however fast the writers are.
            for (int half = 0; half < 2; half++) {
                List<CompletableFuture<Void>> writers = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    writers.add(CompletableFuture.runAsync(() -> TestTrail.write(database, 50), THREADS));
                }
                for (CompletableFuture<Void> writer : writers) {
                    writer.get(120, TimeUnit.SECONDS);
                }
                while (last(database).size() == 0 && worthWaiting.getAsBoolean()) {
                    Thread.onSpinWait();
                }
            }
            while (turns.stream().anyMatch(count -> count.get() == 0) && worthWaiting.getAsBoolean()) {
                Thread.onSpinWait();
            }
            writing.set(false);
            for (CompletableFuture<Void> node : nodes) {
                node.get(60, TimeUnit.SECONDS);
            }
            assertThat(turns).as("turns of each node").allMatch(count -> count.get() > 0);
            TestTrail.number(database);
            sealer(database).run(ALONE);

            List<byte[]> leaves = leaves(database);
            assertThat(leaves).hasSize(400);
            assertThat(last(database).root()).isEqualTo(new NaiveTree(leaves).root());
            assertEveryCheckpointIsContinued(database, leaves);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aClockThatIsSetBackChangesNothing(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            MovingClock clock = new MovingClock(Instant.parse("2026-11-27T12:00:00Z"));
            Sealer sealer = new Sealer(
                    database.transactions,
                    List.of(LogSigner.of(key)),
                    new Past(List.of(key.verifier())),
                    memory(database, "one"),
                    clock);
            TestTrail.write(database, 1);
            TestTrail.number(database);
            sealer.run(ALONE);
            clock.pass(Duration.ofHours(-1));
            TestTrail.write(database, 1);
            TestTrail.number(database);

            sealer.run(ALONE);

            assertThat(last(database).size()).isEqualTo(2);
            assertThat(last(database).made()).isEqualTo("2026-11-27T11:00:00Z");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatEndsInTheMiddleLeavesNothingAndIsDoneAgain(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 300);
            TestTrail.number(database);
            Sealer dying = new Sealer(
                    database.transactions,
                    List.of(new DyingSigner(key)),
                    new Past(List.of()),
                    memory(database, "one"),
                    Clock.systemUTC());
            assertThatThrownBy(() -> dying.run(ALONE)).isInstanceOf(IllegalStateException.class);
            assertThat(database.count("audit_tile")).isZero();
            assertThat(database.count("audit_checkpoint")).isZero();

            sealer(database).run(ALONE);

            assertThat(last(database).root()).isEqualTo(new NaiveTree(leaves(database)).root());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyReplacesAnotherWithTwoSignaturesInBetween(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            SignerKey next = TestSeal.key();
            List<List<SignerKey>> times = List.of(List.of(key), List.of(next, key), List.of(next));
            for (List<SignerKey> signers : times) {
                TestTrail.write(database, 2);
                TestTrail.number(database);
                sealer(database, signers.toArray(SignerKey[]::new)).run(ALONE);
                Note note = Note.parse(last(database).note().getBytes(StandardCharsets.UTF_8));
                assertThat(note.signatures()).hasSameSizeAs(signers);
                assertThat(signers).allMatch(signer -> note.isSignedBy(signer.verifier()));
            }
            assertEveryCheckpointIsContinued(database, leaves(database));
        }
    }

    /** Which keys a node has when it is its turn. */
    private record Turn(String node, SignerKey... keys) {}

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nodesThatGetTheNewKeyOneAfterTheOtherSealOnWhileRecordsAreWritten(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            SignerKey next = TestSeal.key();
            AtomicBoolean writing = new AtomicBoolean(true);
            CompletableFuture<Void> writer = CompletableFuture.runAsync(
                    () -> {
                        while (writing.get()) {
                            TestTrail.write(database, 1);
                        }
                    },
                    THREADS);
            try {
                for (Turn turn : List.of(
                        new Turn("one", key),
                        new Turn("other", key),
                        new Turn("one", next, key),
                        new Turn("other", key),
                        new Turn("other", next, key),
                        new Turn("one", next),
                        new Turn("other", next, key),
                        new Turn("other", next))) {
                    long enough = last(database).size() + 3;
                    while (last(database).size() < enough && !writer.isDone()) {
                        TestTrail.number(database);
                        sealer(database, turn.node(), turn.keys()).run(ALONE);
                    }
                }
            } finally {
                writing.set(false);
            }
            writer.get(60, TimeUnit.SECONDS);
            TestTrail.number(database);
            sealer(database, "one", next).run(ALONE);

            List<byte[]> leaves = leaves(database);
            assertThat(last(database).root()).isEqualTo(new NaiveTree(leaves).root());
            assertEveryCheckpointIsContinued(database, leaves);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTreeThatWasChangedIsNotSignedAgain(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 5);
            TestTrail.number(database);
            sealer(database).run(ALONE);
            TestTrail.write(database, 1);
            TestTrail.number(database);
            database.transactions.call(tx -> {
                try (PreparedStatement update = tx.connection().prepareStatement("update audit_tile set hashes = ?")) {
                    update.setBytes(1, new byte[5 * Hashes.BYTES]);
                    return update.executeUpdate();
                }
            });

            assertThatThrownBy(() -> sealer(database).run(ALONE)).isInstanceOf(DamagedLog.class);

            assertThat(database.count("audit_checkpoint")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTreeThatWasChangedTogetherWithItsRootIsNotSignedOver(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 5);
            TestTrail.number(database);
            sealer(database).run(ALONE);
            byte[] forged = forge(database);
            rewrite(database, forged, last(database).note());
            TestTrail.write(database, 1);
            TestTrail.number(database);
            Sealer sealer = sealer(database);

            assertThatThrownBy(() -> sealer.run(ALONE)).isInstanceOf(DamagedLog.class);

            assertThat(database.count("audit_checkpoint")).isEqualTo(1);
            assertThat(sealer.trouble().orElseThrow().english()).contains("5 records");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyThatOnlyTheDatabaseKnowsIsNotBelieved(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 5);
            TestTrail.number(database);
            sealer(database).run(ALONE);
            byte[] forged = forge(database);
            SignerKey stranger = TestSeal.key();
            database.transactions.call(tx -> {
                new KeyTable(tx).add(7, stranger.verifier(), Instant.EPOCH);
                return null;
            });
            TestTrail.write(database, 1);
            TestTrail.number(database);
            String text = new TreeHead(ORIGIN, 5, forged).text();
            for (String note : List.of(text + "\n", "", signed(text, stranger), signed(text + "\n", key))) {
                rewrite(database, forged, note);
                assertThatThrownBy(() -> sealer(database).run(ALONE))
                        .as(note)
                        .isInstanceOf(DamagedLog.class)
                        .hasMessageContaining("5 records");
            }

            assertThat(database.count("audit_checkpoint")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whereTheEndWasCutOffNoNumberIsGivenAgainAndNothingIsSigned(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 5);
            TestTrail.number(database);
            sealer(database).run(ALONE);
            assertThat(state(database).cutOff()).isFalse();
            database.execute("delete from audit_order where seq >= 4");
            assertThat(state(database).cutOff()).isTrue();
            TestTrail.write(database, 3);
            TestTrail.number(database);

            assertThat(database.number("select max(seq) from audit_order")).isEqualTo(8);
            assertThat(database.count("audit_pending")).isZero();
            assertThatThrownBy(() -> sealer(database).run(ALONE))
                    .isInstanceOf(DamagedLog.class)
                    .hasMessageContaining("record 5");
            assertThat(state(database).cutOff()).isTrue();
            assertThat(database.count("audit_checkpoint")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theLastRecordIsTheOneThatWasSealed(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 5);
            TestTrail.number(database);
            Sealer sealer = sealer(database);
            sealer.run(ALONE);
            database.execute("update audit_record set canonical = replace(canonical, 'thing-4', 'thing-7')");
            TestTrail.write(database, 1);
            TestTrail.number(database);
            assertThatThrownBy(() -> sealer.run(ALONE)).isInstanceOf(DamagedLog.class);

            database.execute("update audit_record set canonical = replace(canonical, 'thing-7', 'thing-4')");
            sealer.run(ALONE);

            assertThat(sealer.trouble()).isEmpty();
            assertThat(last(database).size()).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void recordsThatAreGoneAreNoticed(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 4);
            TestTrail.number(database);
            database.execute("delete from audit_order where seq = 2");
            assertThatThrownBy(() -> sealer(database).run(ALONE))
                    .isInstanceOf(DamagedLog.class)
                    .hasMessageContaining("record 2");

            database.execute("update audit_order set seq = 2 where seq = 4");
            sealer(database).run(ALONE);
            database.execute("delete from audit_order where seq = 3");
            assertThatThrownBy(() -> sealer(database).run(ALONE)).isInstanceOf(DamagedLog.class);
        }
    }

    /** Writes another tree of five records over the one that was signed. */
    private static byte[] forge(TestDatabase database) {
        return database.transactions.call(tx -> {
            Edge edge = Edge.of((level, number) -> null, 0);
            for (int i = 0; i < 5; i++) {
                edge.append(Hashes.leaf(new byte[] {(byte) i}));
            }
            new TileTable(tx).write(edge.changed());
            return edge.root();
        });
    }

    private static void rewrite(TestDatabase database, byte[] root, String note) {
        database.transactions.call(tx -> {
            try (PreparedStatement update =
                    tx.connection().prepareStatement("update audit_checkpoint set root = ?, note = ?")) {
                update.setBytes(1, root);
                update.setString(2, note);
                return update.executeUpdate();
            }
        });
    }

    private static String signed(String text, SignerKey key) {
        return new String(new Note(text, List.of(key.sign(text))).bytes(), StandardCharsets.UTF_8);
    }

    private static SealState state(TestDatabase database) {
        return database.transactions.call(tx -> SealState.of(tx, Instant.now()));
    }

    /** Fails while the transaction is under way, as a process that is killed does. */
    private record DyingSigner(SignerKey key) implements LogSigner {

        @Override
        public VerifierKey verifier() {
            return key.verifier();
        }

        @Override
        public NoteSignature sign(String text) {
            throw new IllegalStateException("killed");
        }
    }

    private static void assertEveryCheckpointIsContinued(TestDatabase database, List<byte[]> leaves) {
        database.transactions.call(tx -> {
            Tree tree = new Tree(new TileTable(tx), leaves.size());
            try (PreparedStatement select =
                            tx.connection().prepareStatement("select tree_size, root from audit_checkpoint");
                    ResultSet row = select.executeQuery()) {
                int count = 0;
                while (row.next()) {
                    long size = row.getLong(1);
                    assertThat(Verification.consistency(
                                    size, leaves.size(), row.getBytes(2), tree.root(), Proofs.consistency(tree, size)))
                            .as("checkpoint %d of %d", size, leaves.size())
                            .isTrue();
                    count++;
                }
                assertThat(count).isGreaterThan(1);
                return null;
            }
        });
    }

    private boolean takeTurn(TestDatabase database, String holder) {
        Optional<Lease> lease = TestLeases.tryToAcquire(database.transactions, "audit.sealer", holder);
        try {
            lease.ifPresent(sealer(database, holder, key)::run);
            return lease.isPresent();
        } catch (PersistenceFailure lost) {
            return false;
        }
    }

    private static Lease acquire(TestDatabase database, String holder) {
        Optional<Lease> first = TestLeases.tryToAcquire(database.transactions, "audit.sealer", holder);
        return first.or(() -> TestLeases.tryToAcquire(database.transactions, "audit.sealer", holder))
                .orElseThrow();
    }

    /** As somebody who has the platform's role and not the owner's: H2 knows no such. */
    @ParameterizedTest
    @EnumSource(value = Engine.class, names = "POSTGRESQL")
    void aTileThatWasSignedOverIsChangedByNobodyButTheOwner(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            writtenByAnEarlierVersion(database, 2 * Tile.WIDTH + 3);
            sealer(database).run(ALONE);
            String role = "platform_" + UUID.randomUUID().toString().replace('-', '_');
            database.execute("create role " + role);
            database.execute("grant select, insert, update, delete on audit_tile, audit_checkpoint to " + role);

            for (String sql : List.of(
                    "update audit_tile set hashes = hashes where tile_level = 0 and tile_number = 0",
                    "update audit_tile set tile_number = 7 where tile_level = 0 and tile_number = 1",
                    "delete from audit_tile where tile_level = 0 and tile_number = 1",
                    "delete from audit_tile")) {
                assertThatThrownBy(() -> as(role, database, sql)).as(sql).hasMessageContaining("never changes");
                assertThatThrownBy(() ->
                                as(role, database, "create temporary table audit_checkpoint (tree_size bigint)", sql))
                        .as(sql)
                        .hasMessageContaining("never changes");
            }
            as(role, database, "update audit_tile set hashes = hashes where tile_number = 2 or tile_level = 1");
            // Where the tree has yet to come to, whatever is there must not stop it.
            as(role, database, "insert into audit_tile select 0, 9, hashes from audit_tile where tile_number = 1");
            as(role, database, "update audit_tile set hashes = hashes where tile_number = 9");

            assertThat(database.execute("delete from audit_tile where tile_number = 1"))
                    .isOne();
            database.execute("drop owned by " + role);
            database.execute("drop role " + role);
        }
    }

    private static void as(String role, TestDatabase database, String... statements) {
        database.transactions.call(tx -> {
            try (Statement statement = tx.connection().createStatement()) {
                statement.execute("set local role " + role);
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            return null;
        });
    }

    private static void writtenByAnEarlierVersion(TestDatabase database, int count) {
        database.transactions.call(tx -> {
            try (PreparedStatement insert = tx.connection()
                    .prepareStatement("insert into audit_record (id, recorded, area, action, object_type, object_id,"
                            + " canonical) values (?, current_timestamp, 'a', 'b', 'c', 'd', ?)")) {
                for (int i = 0; i < count; i++) {
                    insert.setString(1, String.valueOf(i));
                    insert.setString(2, "{\"number\":" + i + ",\"Straße\":\"ü\"}");
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return tx.connection()
                    .createStatement()
                    .executeUpdate("insert into audit_order (seq, ticket) select ticket, ticket from audit_record");
        });
    }

    private static List<byte[]> leaves(TestDatabase database) {
        List<byte[]> leaves = new ArrayList<>();
        List<AuditRecord> records = TestTrail.on(database).read(0, 10_000);
        while (!records.isEmpty()) {
            records.forEach(record -> leaves.add(Hashes.leaf(record.canonical().getBytes(StandardCharsets.UTF_8))));
            records = TestTrail.on(database).read(leaves.size(), 10_000);
        }
        return leaves;
    }

    private static Sealed last(TestDatabase database) {
        return database.transactions.call(tx -> new CheckpointTable(tx).last());
    }

    private Sealer sealer(TestDatabase database) {
        return sealer(database, key);
    }

    private Sealer sealer(TestDatabase database, SignerKey... keys) {
        return sealer(database, "one", keys);
    }

    private Sealer sealer(TestDatabase database, String node, SignerKey... keys) {
        List<SignerKey> all = List.of(keys);
        return new Sealer(
                database.transactions,
                all.stream().map(LogSigner::of).toList(),
                new Past(all.stream().map(SignerKey::verifier).toList()),
                memory(database, node),
                Clock.systemUTC());
    }

    private Memory memory(TestDatabase database, String node) {
        return new Memory(
                StateFile.of(Map.of(), data.resolve(node)),
                database.transactions,
                TestTrail.on(database),
                Clock.systemUTC());
    }
}
