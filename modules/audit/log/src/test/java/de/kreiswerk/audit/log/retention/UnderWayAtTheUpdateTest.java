package de.kreiswerk.audit.log.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.search.TestIndex;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.time.Clock;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the version before evidence had begun, and what it had only decided. */
class UnderWayAtTheUpdateTest {

    private static final int BEFORE_EVIDENCE = 8;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRemovalThatHadBegunIsFinishedAndWhatWasOnlyDecidedIsTakenBack(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine, BEFORE_EVIDENCE)) {
            TestTrail.write(database, 520);
            TestTrail.number(database);
            TestIndex.fill(database);
            database.execute("insert into audit_checkpoint (tree_size, root, note, made)"
                    + " values (520, cast('00' as bytea), 'note', current_timestamp)");
            offer(database, "begun", "null", 512);
            offer(database, "decided", "'p-1'", 0);
            // It notes all that it offers at once, and has deleted a part.
            database.execute("update audit_retention set minimum = 512");
            database.execute(
                    "delete from audit_record where ticket in (select ticket from audit_order where seq <= 100)");

            TestTrail.update(database);

            assertThat(database.number("select count(*) from audit_record")).isEqualTo(8);
            assertThat(database.number(
                            "select min(o.seq) from audit_order o join audit_record r on r.ticket = o.ticket"))
                    .isEqualTo(513);
            assertThat(database.number("select min(seq) from audit_index")).isEqualTo(513);
            assertThat(database.number("select count(*) from audit_hour")).isPositive();
            assertThat(database.number("select count(*) from audit_offer where id = 'begun' and decision = 'taken'"
                            + " and done is not null"))
                    .isOne();
            assertThat(database.number("select count(*) from audit_offer where id = 'decided'"
                            + " and decision = 'withdrawn' and done is null"))
                    .isOne();
            assertThat(check(database)).isEqualTo(Result.Status.OK);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nothingGoesOfWhatHadNotBegun(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine, BEFORE_EVIDENCE)) {
            TestTrail.write(database, 520);
            TestTrail.number(database);
            TestIndex.fill(database);
            offer(database, "decided", "null", 512);

            TestTrail.update(database);

            assertThat(database.number("select count(*) from audit_record")).isEqualTo(520);
            assertThat(database.number("select count(*) from audit_index")).isEqualTo(520);
            assertThat(database.number("select count(*) from audit_offer where decision = 'withdrawn'"))
                    .isOne();
        }
    }

    private static void offer(TestDatabase database, String id, String subject, long last) {
        database.execute("insert into audit_offer (id, subject, first_seq, last_seq, made, made_by, decision, decided,"
                + " decided_by) values ('" + id + "', " + subject + ", " + Math.min(1, last) + ", " + last
                + ", current_timestamp, 'clerk', 'taken', current_timestamp, 'archivist')");
    }

    private static Result.Status check(TestDatabase database) {
        return new RetentionCheck(
                        database.transactions, TestTrail.evidence(), new RetentionTimes(10, ""), Clock.systemUTC())
                .execute()
                .getStatus();
    }
}
