package de.kreiswerk.audit.log.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.search.Walk.Differences;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexWalkTest {

    private static final int RECORDS = 50;

    /** Three runs are a round. */
    private static final int PART = 20;

    private static final int BATCH = 7;
    private static final int ROUND = 3;

    private static final Caller CALLER = new Caller("op-1f", "Operator", Set.of(), "test", Instant.EPOCH, "req");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void allIsWellWhereEachRecordIsFoundAsWhatItIs(Engine engine) {
        try (TestDatabase database = indexed(engine)) {
            round(database);
            assertThat(check(database).getStatus()).isEqualTo(Result.Status.OK);
            assertThat(check(database).toString()).contains("All records are found");
            // What was removed is in no index.
            database.execute("update audit_retention set minimum = 30");
            database.execute("delete from audit_index where seq <= 30");
            round(database);
            assertThat(found(database)).isEqualTo(Differences.NONE);
        }
    }

    @Test
    void anEmptyTrailLacksNothing() {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            assertThat(check(database).getStatus()).isEqualTo(Result.Status.OK);
            round(database);
            assertThat(check(database).getStatus()).isEqualTo(Result.Status.OK);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRowThatIsGoneIsToldUntilTheIndexIsMadeAnew(Engine engine) {
        try (TestDatabase database = indexed(engine)) {
            round(database);
            database.execute("delete from audit_index where seq in (1, 21, 49)");

            round(database);
            assertThat(found(database)).isEqualTo(new Differences(3, 1));
            assertThat(check(database).getStatus()).isEqualTo(Result.Status.CRITICAL);
            assertThat(check(database).toString())
                    .contains("Nummer 1; gezählt: 3. ", "number 1; counted: 3. ", "leeren Sie", "empty the tables");
            run(database);
            assertThat(found(database)).as("while the next round is under way").isEqualTo(new Differences(3, 1));

            empty(database);
            run(database);
            TestIndex.fill(database);
            round(database);
            assertThat(found(database)).isEqualTo(Differences.NONE);
            assertThat(check(database).getStatus()).isEqualTo(Result.Status.OK);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_index set kind = 2 where seq = 7 | 1 | 7",
                "update audit_index set kind = 99 where seq = 7 | 1 | 7",
                "update audit_index set object_id = 'other' where seq in (7, 8) | 2 | 7",
                "update audit_index set place = 5000 where seq = 49 | 1 | 49",
                "update audit_index set recorded = timestamp '2001-01-01 00:00:00' where seq = 40 | 1 | 40",
                "update audit_index set words = '' where seq = 41 | 1 | 41",
                "update audit_kind set action = 'other' where kind = 1 | 49 | 1",
                "update audit_kind set department = 'other' where kind = 2 | 1 | 50",
                "insert into audit_kind select 99, area, action, object_type, department, outcome from audit_kind where kind = 2 | 1 | 50",
                "delete from audit_kind where kind = 1 | 49 | 1",
                "delete from audit_hour | 50 | 1",
                "update audit_hour set first_seq = first_seq + 1 where first_seq = 1 | 1 | 1",
                "update audit_hour set last_seq = 49 where last_seq = 50 | 1 | 50",
            })
    void whatWasChangedIsNoticed(String change, int count, long first) {
        try (TestDatabase database = indexed(Engine.H2)) {
            database.execute(change);

            round(database);

            assertThat(found(database)).isEqualTo(new Differences(count, first));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {60, 1_000_000})
    void aRowBehindTheEndHidesNoneThatComesLater(long number) {
        try (TestDatabase database = indexed(Engine.H2)) {
            round(database);
            database.execute("insert into audit_index (seq, recorded, kind, object_id, place, words) values (" + number
                    + ", current_timestamp, 1, 'none', " + number + ", '')");
            TestTrail.write(database, 5);
            TestTrail.number(database);
            TestIndex.fill(database);

            round(database);

            assertThat(found(database)).isEqualTo(new Differences(5, 51));
        }
    }

    @Test
    void itGoesOnWhereAnotherNodeCameToAndOnlyWhoHoldsTheLeaseNotesIt() {
        try (TestDatabase database = indexed(Engine.H2)) {
            run(database);
            assertThat(check(database).toString()).contains("up to number 20 of 50");
            assertThatThrownBy(() -> walk(database).run(tx -> {
                        throw new PersistenceFailure("another node has it", null);
                    }))
                    .isInstanceOf(PersistenceFailure.class);
            assertThat(check(database).toString()).contains("up to number 20 of 50");
            run(database);
            assertThat(check(database).toString()).contains("up to number 40 of 50");
        }
    }

    @Test
    void whatIsNotIndexedYetIsWaitedFor() {
        try (TestDatabase database = indexed(Engine.H2)) {
            TestTrail.write(database, 5);
            TestTrail.number(database);
            round(database);
            run(database);
            assertThat(check(database).toString()).contains("up to number 50 of 55");

            TestIndex.fill(database);
            run(database);
            assertThat(check(database).toString()).contains("All records are found");
        }
    }

    @Test
    void somebodyIsToldWhenItStops() {
        try (TestDatabase database = indexed(Engine.H2)) {
            round(database);
            Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(16));

            assertThat(new IndexCheck(database.transactions, later).execute().getStatus())
                    .isEqualTo(Result.Status.WARN);
        }
    }

    private static void empty(TestDatabase database) {
        for (String table : List.of("audit_index", "audit_hour", "audit_kind")) {
            database.execute("delete from " + table);
        }
    }

    private static void round(TestDatabase database) {
        for (int i = 0; i < ROUND; i++) {
            run(database);
        }
    }

    private static void run(TestDatabase database) {
        // Another one each time: nothing is known but what is in the database.
        walk(database).run(tx -> {});
    }

    private static IndexWalk walk(TestDatabase database) {
        return new IndexWalk(database.transactions, Clock.systemUTC(), PART, BATCH);
    }

    private static Differences found(TestDatabase database) {
        return database.transactions.call(
                tx -> new WalkTable(tx).read().orElseThrow().walk().differences());
    }

    private static Result check(TestDatabase database) {
        return new IndexCheck(database.transactions, Clock.systemUTC()).execute();
    }

    /** Of two kinds: the last one is of the second. */
    private static TestDatabase indexed(Engine engine) {
        TestDatabase database = TestTrail.database(engine);
        TestTrail.write(database, RECORDS - 1);
        database.transactions.call(tx -> {
            TestTrail.on(database)
                    .record(AuditEvent.success(CALLER, "test", "named", "Thing", "last")
                            .inDepartment("planning"));
            return null;
        });
        TestTrail.number(database);
        TestIndex.fill(database);
        return database;
    }
}
