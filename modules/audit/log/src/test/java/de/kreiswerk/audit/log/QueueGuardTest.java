package de.kreiswerk.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueueGuardTest {

    private static final Caller CALLER = new Caller("op-1f", "Operator", Set.of(), "test", Instant.EPOCH, "req");
    private static final String TAKE_OUT = "delete from audit_pending";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRecordThatWasTakenOutOfTheQueueIsNumberedAllTheSameAndThatIsTold(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            record(database, "before");
            TestTrail.number(database);
            QueueGuard guard = guard(database, 10);
            guard.run(tx -> {});
            assertThat(check(database, Duration.ZERO).getStatus()).isEqualTo(Result.Status.OK);

            record(database, "hidden");
            database.execute(TAKE_OUT);
            TestTrail.number(database);
            assertThat(objects(database)).containsExactly("before");
            assertThat(check(database, Duration.ZERO).getStatus()).isEqualTo(Result.Status.CRITICAL);
            assertThat(check(database, Duration.ZERO).toString()).contains("audit.queue-guard");

            guard.run(tx -> {});
            TestTrail.number(database);

            assertThat(objects(database)).containsExactly("before", "hidden");
            guard.run(tx -> {});
            assertThat(database.number("select sum(records) from audit_requeued"))
                    .isOne();
            Result told = check(database, Duration.ofDays(6));
            assertThat(told.getStatus()).isEqualTo(Result.Status.CRITICAL);
            assertThat(told.toString()).contains("zuletzt gefunden", "put back");
            assertThat(check(database, Duration.ofDays(8)).getStatus()).isEqualTo(Result.Status.OK);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void oneThatIsMissingSinceLongAgoIsFoundInARound(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            record(database, "hidden");
            database.execute(TAKE_OUT);
            // Far behind: what is new is looked at from a little before the last number.
            database.execute(
                    "insert into audit_record (ticket, id, recorded, area, action, object_type, object_id, canonical)"
                            + " select ticket + 10000, id, recorded, area, action, object_type, 'later', canonical from audit_record");
            database.execute("insert into audit_pending (ticket) select max(ticket) from audit_record");
            TestTrail.number(database);
            assertThat(objects(database)).containsExactly("later");
            QueueGuard guard = guard(database, 1);

            guard.run(tx -> {});
            TestTrail.number(database);
            assertThat(objects(database)).containsExactly("later");
            guard.run(tx -> {});
            TestTrail.number(database);
            assertThat(objects(database)).containsExactly("later", "hidden");

            // And then again from the newest.
            database.execute("delete from audit_order where seq = 2");
            guard.run(tx -> {});
            guard.run(tx -> {});
            guard.run(tx -> {});
            TestTrail.number(database);
            assertThat(objects(database)).containsExactly("later", "hidden");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRecordWithALargeTicketHidesNoOther(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            QueueGuard guard = guard(database, 1);
            database.execute(
                    "insert into audit_record (ticket, id, recorded, area, action, object_type, object_id, canonical)"
                            + " values (4000000000000000000, 'x', current_timestamp, 'a', 'b', 'c', 'large', '{}')");
            database.execute("insert into audit_pending (ticket) select max(ticket) from audit_record");
            TestTrail.number(database);
            guard.run(tx -> {});
            record(database, "hidden");
            database.execute(TAKE_OUT);
            record(database, "next");
            TestTrail.number(database);

            guard.run(tx -> {});
            TestTrail.number(database);

            assertThat(objects(database)).containsExactly("large", "next", "hidden");
        }
    }

    /** On H2 one transaction writes at a time: nobody is overtaken there. */
    @ParameterizedTest
    @EnumSource(value = Engine.class, names = "POSTGRESQL")
    void whoIsStillAtWorkOrWaitsIsLeftAlone(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            // The key of the caller is made here, so that nobody waits for it below.
            record(database, "first");
            QueueGuard guard = guard(database, 10);
            CountDownLatch drawn = new CountDownLatch(1);
            CountDownLatch commit = new CountDownLatch(1);
            AuditTrail trail = TestTrail.on(database);
            CompletableFuture<Void> late = CompletableFuture.runAsync(() -> database.transactions.call(tx -> {
                trail.record(event("late"));
                tx.beforeCommit(() -> {
                    drawn.countDown();
                    commit.await(30, TimeUnit.SECONDS);
                });
                return null;
            }));
            assertThat(drawn.await(30, TimeUnit.SECONDS)).isTrue();
            record(database, "early");
            guard.run(tx -> {});
            TestTrail.number(database);
            guard.run(tx -> {});
            commit.countDown();
            late.get(30, TimeUnit.SECONDS);
            guard.run(tx -> {});
            TestTrail.number(database);
            guard.run(tx -> {});

            assertThat(objects(database)).containsExactly("first", "early", "late");
            assertThat(database.count("audit_requeued")).isZero();
            assertThat(check(database, Duration.ZERO).getStatus()).isEqualTo(Result.Status.OK);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void noNumberBelowOneHidesARecord(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            record(database, "hidden");

            assertThatThrownBy(() -> database.execute("insert into audit_order select 0, ticket from audit_record"))
                    .isInstanceOf(PersistenceFailure.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whereNumbersWereLostThatIsToldAndTheyCanBePutBack(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 5);
            TestTrail.number(database);
            database.execute("insert into audit_checkpoint (tree_size, root, note, made)"
                    + " values (5, '', '', current_timestamp)");
            record(database, "after");
            TestTrail.number(database);
            database.execute("create table kept as select * from audit_order where seq in (3, 5)");
            database.execute("delete from audit_order where seq in (3, 5)");
            QueueGuard guard = guard(database, 10);

            guard.run(tx -> {});
            guard.run(tx -> {});

            assertThat(database.count("audit_pending")).isZero();
            assertThat(database.count("audit_requeued")).as("told once").isOne();
            assertThat(check(database, Duration.ZERO).toString()).contains("audit_order", "aus einer Sicherung");
            database.execute("insert into audit_order select * from kept");
            assertThat(check(database, Duration.ZERO).toString()).contains("zuletzt gefunden", "audit_order");

            record(database, "hidden");
            database.execute(TAKE_OUT);
            guard.run(tx -> {});
            TestTrail.number(database);
            assertThat(objects(database)).hasSize(7).endsWith("after", "hidden");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasRemovedAfterItsTimeIsNotMissed(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 3);
            TestTrail.number(database);
            database.execute("delete from audit_record where ticket <= 2");
            QueueGuard guard = guard(database, 1);

            for (int i = 0; i < 5; i++) {
                guard.run(tx -> {});
            }

            assertThat(database.count("audit_pending")).isZero();
            assertThat(database.count("audit_requeued")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNodeThatLostItsLeasePutsNothingBack(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            record(database, "hidden");
            database.execute(TAKE_OUT);
            PersistenceFailure lost = new PersistenceFailure("lost", null);

            assertThatThrownBy(() -> guard(database, 10).run(tx -> {
                        throw lost;
                    }))
                    .hasMessageContaining("lost");

            assertThat(database.count("audit_pending")).isZero();
            assertThat(database.count("audit_requeued")).isZero();
        }
    }

    private static void record(TestDatabase database, String object) {
        AuditTrail trail = TestTrail.on(database);
        database.transactions.call(tx -> {
            trail.record(event(object));
            return null;
        });
    }

    private static AuditEvent event(String object) {
        return AuditEvent.success(CALLER, "test", "written", "Thing", object);
    }

    private static List<String> objects(TestDatabase database) {
        return TestTrail.on(database).read(0, 100).stream()
                .map(AuditRecord::objectId)
                .toList();
    }

    private static QueueGuard guard(TestDatabase database, int piece) {
        return new QueueGuard(database.transactions, Clock.systemUTC(), piece);
    }

    private static Result check(TestDatabase database, Duration later) {
        return new QueueCheck(database.transactions, Clock.offset(Clock.systemUTC(), later)).execute();
    }
}
