package de.kreiswerk.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.core.persistence.schedule.TestLeases;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SequencerTest {

    /** The common pool has as many threads as there are cores, and what goes on until the end would take them all. */
    private static final Executor THREADS = task -> new Thread(task).start();

    private static final int WRITERS = 8;
    private static final int EACH = 100;
    private static final int BATCH = 10_000;
    private static final Caller CALLER = new Caller("op-1f", "Operator", Set.of(), "test", Instant.EPOCH, "req");
    private static final Lease ALONE = tx -> {};

    /** A write that was acknowledged, with what a logical clock showed before and after it. */
    private record Acknowledged(String object, long begun, long ended) {}

    @ParameterizedTest
    @EnumSource(Engine.class)
    void underManyWritersAndAbortsThereIsNoGapNoDuplicateAndTheOrderOfAcknowledgement(Engine engine) throws Exception {
        try (TestDatabase database = database(engine)) {
            AuditTrail trail = trail(database);
            AtomicBoolean writing = new AtomicBoolean(true);
            CompletableFuture<Void> numbering = CompletableFuture.runAsync(
                    () -> {
                        while (writing.get()) {
                            sequencer(database).run(ALONE);
                        }
                    },
                    THREADS);
            Queue<Acknowledged> acknowledged = write(database, trail);
            writing.set(false);
            numbering.get(60, TimeUnit.SECONDS);
            sequencer(database).run(ALONE);

            assertInOrder(trail.read(0, BATCH), acknowledged);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void twoNodesTakeTurnsByTheirLeaseAndStillMakeOneSequence(Engine engine) throws Exception {
        try (TestDatabase database = database(engine)) {
            AuditTrail trail = trail(database);
            AtomicBoolean writing = new AtomicBoolean(true);
            Map<String, AtomicInteger> turns = Map.of("one", new AtomicInteger(), "other", new AtomicInteger());
            List<CompletableFuture<Void>> nodes = new ArrayList<>();
            for (String holder : turns.keySet()) {
                nodes.add(CompletableFuture.runAsync(
                        () -> {
                            while (writing.get()) {
                                takeTurn(database, holder)
                                        .ifPresent(taken -> turns.get(holder).incrementAndGet());
                            }
                        },
                        THREADS));
            }
            // Turns that change hands at any moment, as if each node stood still now and then.
            nodes.add(CompletableFuture.runAsync(
                    () -> {
                        while (writing.get()) {
                            database.execute("update core_lease set expires = current_timestamp - interval '1' second");
                        }
                    },
                    THREADS));
            Queue<Acknowledged> acknowledged = write(database, trail);
            while (turns.values().stream().anyMatch(count -> count.get() == 0)) {
                Thread.onSpinWait();
            }
            writing.set(false);
            for (CompletableFuture<Void> node : nodes) {
                node.get(60, TimeUnit.SECONDS);
            }
            sequencer(database).run(ALONE);

            assertInOrder(trail.read(0, BATCH), acknowledged);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNodeThatLostItsLeaseNumbersNothing(Engine engine) {
        try (TestDatabase database = database(engine)) {
            AuditTrail trail = trail(database);
            Lease old = acquire(database, "one");
            database.execute("update core_lease set expires = current_timestamp - interval '1' second");
            acquire(database, "other");
            record(database, trail, "a");

            assertThatThrownBy(() -> sequencer(database).run(old)).isInstanceOf(PersistenceFailure.class);

            assertThat(trail.read(0, 10)).isEmpty();
        }
    }

    /** On H2 one transaction writes at a time: nobody overtakes another one there. */
    @ParameterizedTest
    @EnumSource(value = Engine.class, names = "POSTGRESQL")
    void whoDrewItsTicketEarlierAndCommitsLaterIsNotSkipped(Engine engine) throws Exception {
        try (TestDatabase database = database(engine)) {
            AuditTrail trail = trail(database);
            // The key of the caller is made here, so that nobody waits for it below.
            record(database, trail, "first");
            CountDownLatch drawn = new CountDownLatch(1);
            CountDownLatch commit = new CountDownLatch(1);
            CompletableFuture<Void> late = CompletableFuture.runAsync(
                    () -> database.transactions.call(tx -> {
                        trail.record(event("late"));
                        tx.beforeCommit(() -> {
                            drawn.countDown();
                            commit.await(30, TimeUnit.SECONDS);
                        });
                        return null;
                    }),
                    THREADS);
            assertThat(drawn.await(30, TimeUnit.SECONDS)).isTrue();
            record(database, trail, "early");
            sequencer(database).run(ALONE);
            assertThat(trail.read(0, 10)).extracting(AuditRecord::objectId).containsExactly("first", "early");

            commit.countDown();
            late.get(30, TimeUnit.SECONDS);
            sequencer(database).run(ALONE);

            assertThat(trail.read(0, 10)).extracting(AuditRecord::objectId).containsExactly("first", "early", "late");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aLongQueueIsNumberedInBatchesInOneGo(Engine engine) {
        try (TestDatabase database = database(engine)) {
            int queued = BATCH + 7;
            enqueue(database, queued);
            AtomicInteger batches = new AtomicInteger();

            // One whose cost grows with the square of the queue takes longer than half a minute.
            assertTimeout(Duration.ofSeconds(20), () -> sequencer(database).run(tx -> batches.incrementAndGet()));

            assertThat(batches).hasValue(2);
            assertThat(database.number("select count(*) from audit_pending")).isZero();
            assertThat(database.number("select max(seq) from audit_order")).isEqualTo(queued);
            assertThat(database.number("select count(*) from (select ticket - lag(ticket) over (order by seq) as step"
                            + " from audit_order) as steps where step <= 0"))
                    .as("numbers against the order of tickets")
                    .isZero();
            assertThat(trail(database).read(0, Integer.MAX_VALUE)).hasSize(BATCH);
        }
    }

    /** Not a millisecond more than the 100 that a number may take, at 40 between two runs. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void afterAQuietTimeTheSecondRunNumbersAtTheLatest(Engine engine) {
        try (TestDatabase database = database(engine)) {
            AuditTrail trail = trail(database);
            Sequencer sequencer = sequencer(database);
            for (int quiet : List.of(0, 49, 50, 51, 120, 121)) {
                for (int i = 0; i < quiet; i++) {
                    sequencer.run(ALONE);
                }
                record(database, trail, "after-" + quiet);

                sequencer.run(ALONE);
                sequencer.run(ALONE);

                assertThat(trail.read(0, BATCH))
                        .last()
                        .extracting(AuditRecord::objectId)
                        .isEqualTo("after-" + quiet);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void withNothingToNumberNoLeaseIsAskedFor(Engine engine) {
        try (TestDatabase database = database(engine)) {
            AtomicInteger asked = new AtomicInteger();

            sequencer(database).run(tx -> asked.incrementAndGet());

            assertThat(asked).hasValue(0);
        }
    }

    private static Queue<Acknowledged> write(TestDatabase database, AuditTrail trail) throws Exception {
        AtomicLong logical = new AtomicLong();
        Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            writers.add(CompletableFuture.runAsync(
                    () -> {
                        Random random = new Random(number);
                        for (int i = 0; i < EACH; i++) {
                            String object = number + "-" + i;
                            boolean aborts = random.nextInt(5) == 0;
                            long begun = logical.incrementAndGet();
                            Throwable failure = catchThrowable(() -> database.transactions.call(tx -> {
                                trail.record(event(object));
                                if (aborts) {
                                    tx.beforeCommit(() -> {
                                        throw new IllegalStateException("after the ticket was drawn");
                                    });
                                }
                                return null;
                            }));
                            long ended = logical.incrementAndGet();
                            assertThat(failure != null).isEqualTo(aborts);
                            if (failure == null) {
                                acknowledged.add(new Acknowledged(object, begun, ended));
                            }
                        }
                    },
                    THREADS));
        }
        for (CompletableFuture<Void> writer : writers) {
            writer.get(120, TimeUnit.SECONDS);
        }
        return acknowledged;
    }

    private static void assertInOrder(List<AuditRecord> records, Queue<Acknowledged> acknowledged) {
        assertThat(records)
                .extracting(AuditRecord::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, acknowledged.size()).boxed().toList());
        assertThat(records)
                .extracting(AuditRecord::objectId)
                .containsExactlyInAnyOrderElementsOf(
                        acknowledged.stream().map(Acknowledged::object).toList());
        Map<String, Long> numbers = new HashMap<>();
        records.forEach(record -> numbers.put(record.objectId(), record.sequence()));
        List<Acknowledged> byEnd = acknowledged.stream()
                .sorted(Comparator.comparingLong(Acknowledged::ended))
                .toList();
        List<Acknowledged> byBegin = acknowledged.stream()
                .sorted(Comparator.comparingLong(Acknowledged::begun))
                .toList();
        long largestBefore = 0;
        int ended = 0;
        for (Acknowledged write : byBegin) {
            while (byEnd.get(ended).ended() < write.begun()) {
                largestBefore =
                        Math.max(largestBefore, numbers.get(byEnd.get(ended).object()));
                ended++;
            }
            assertThat(numbers.get(write.object()))
                    .as("number of %s, begun after %d was acknowledged", write.object(), largestBefore)
                    .isGreaterThan(largestBefore);
        }
    }

    /** What a node does: numbers while it has the lease; loses a batch when it lost the lease. */
    private static Optional<Lease> takeTurn(TestDatabase database, String holder) {
        Optional<Lease> lease = TestLeases.tryToAcquire(database.transactions, "audit.sequencer", holder);
        try {
            lease.ifPresent(sequencer(database)::run);
            return lease;
        } catch (PersistenceFailure lost) {
            return Optional.empty();
        }
    }

    private static Lease acquire(TestDatabase database, String holder) {
        Optional<Lease> first = TestLeases.tryToAcquire(database.transactions, "audit.sequencer", holder);
        return first.or(() -> TestLeases.tryToAcquire(database.transactions, "audit.sequencer", holder))
                .orElseThrow();
    }

    private static void enqueue(TestDatabase database, int count) {
        database.transactions.call(tx -> {
            try (PreparedStatement insert = tx.connection()
                    .prepareStatement("insert into audit_record (id, recorded, area, action, object_type, object_id,"
                            + " canonical) values (?, current_timestamp, 'a', 'b', 'c', 'd', '{}')")) {
                for (int i = 0; i < count; i++) {
                    insert.setString(1, String.valueOf(i));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return tx.connection()
                    .createStatement()
                    .executeUpdate("insert into audit_pending (ticket) select ticket from audit_record");
        });
    }

    private static void record(TestDatabase database, AuditTrail trail, String objectId) {
        database.transactions.call(tx -> {
            trail.record(event(objectId));
            return null;
        });
    }

    private static AuditEvent event(String objectId) {
        return AuditEvent.success(CALLER, "test", "written", "Thing", objectId);
    }

    private static Sequencer sequencer(TestDatabase database) {
        return new Sequencer(database.transactions, new Schema() {});
    }

    private static AuditTrail trail(TestDatabase database) {
        return new AuditTrailService(
                database.transactions,
                new SubjectKeys(new SecretKeySpec(new byte[32], "AES")),
                TestTrail.evidence(),
                Clock.systemUTC());
    }

    private static TestDatabase database(Engine engine) {
        return TestTrail.database(engine);
    }
}
