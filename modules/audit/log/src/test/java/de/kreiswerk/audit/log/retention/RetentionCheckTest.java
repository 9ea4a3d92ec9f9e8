package de.kreiswerk.audit.log.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.audit.api.Hold;
import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.api.Offer.Decision;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.kept.HoldTable;
import de.kreiswerk.audit.log.kept.OfferTable;
import de.kreiswerk.audit.log.seal.TestSeal;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final RetentionTimes TIMES = new RetentionTimes(10, "");

    @TempDir
    Path data;

    @Test
    void itWarnsWhereSomebodyMustActAndIsSilentOtherwise() {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            assertThat(status(database, TIMES)).isEqualTo(Result.Status.OK);
            assertThat(status(database, new RetentionTimes(10, "a=b"))).isEqualTo(Result.Status.WARN);
            offer(database, "fresh", Duration.ofDays(29), null);
            offer(database, "settled", Duration.ofDays(90), Decision.WITHDRAWN);
            assertThat(status(database, TIMES)).isEqualTo(Result.Status.OK);
            offer(database, "decided", Duration.ofMinutes(59), Decision.REFUSED);
            assertThat(status(database, TIMES)).isEqualTo(Result.Status.OK);
            offer(database, "held", Duration.ofMinutes(61), Decision.TAKEN);
            assertThat(said(database, TIMES)).contains("held", "hold");
            sql(database, "delete from audit_offer where id = 'held'");
            offer(database, "forgotten", Duration.ofDays(31), null);
            assertThat(said(database, TIMES)).contains("forgotten", "archive has not decided");
        }
    }

    @Test
    void itIsRedWhereSomebodyWroteIntoTheDatabasePastThePlatform() {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            offer(database, "changed", Duration.ofDays(1), null);
            sql(database, "update audit_offer set decision = 'taken', decided = made, decided_by = 'archivist'");
            assertThat(red(database)).contains("offer changed", "an der Plattform vorbei");
            sql(database, "delete from audit_offer");

            hold(database, "h-1");
            lift(database, "h-1");
            assertThat(red(database)).contains("hold h-1");
            sql(database, "delete from audit_hold_lift");

            TestTrail.write(database, 4);
            TestSeal.seal(database, TestSeal.key(), data);
            sql(database, "update audit_retention set minimum = 3");
            assertThat(red(database)).contains("up to 3", "still there");
            sql(database, "delete from audit_record");
            assertThat(status(database, TIMES)).isEqualTo(Result.Status.OK);
        }
    }

    @Test
    void oneThingHidesNoOtherAndWhatChangesNothingIsNotTold() {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            hold(database, "h-1");
            lift(database, "h-1");
            for (int i = 0; i < 7; i++) {
                offer(database, "offer-" + i, Duration.ofDays(40), null);
            }
            sql(database, "update audit_offer set made_by = 'somebody' where id <> 'offer-0'");
            TestTrail.write(database, 4);
            TestSeal.seal(database, TestSeal.key(), data);
            sql(database, "update audit_retention set minimum = 3");

            assertThat(red(database))
                    .contains(
                            "offer-1, offer-2, offer-3, offer-4, offer-5 and 1 more",
                            "hold h-1",
                            "records up to 3",
                            "archive has not decided")
                    .doesNotContain("offer-6");

            sql(database, "update audit_retention set minimum = 0");
            sql(database, "delete from audit_offer");
            lift(database, "none");
            database.transactions.call(tx -> {
                new HoldTable(tx, TestTrail.evidence()).lift("h-1", NOW, "clerk");
                return null;
            });
            assertThat(status(database, TIMES)).isEqualTo(Result.Status.OK);
        }
    }

    private static void hold(TestDatabase database, String id) {
        database.transactions.call(tx -> {
            new HoldTable(tx, TestTrail.evidence())
                    .add(new Hold(id, null, null, null, "Klage", NOW, "clerk", null, null));
            return null;
        });
    }

    /** As nobody on the platform did. */
    private static void lift(TestDatabase database, String hold) {
        sql(
                database,
                "insert into audit_hold_lift (id, hold, lifted, lifted_by, evidence) values ('forged of " + hold
                        + "', '" + hold + "', current_timestamp, 'clerk', 'none')");
    }

    private static String red(TestDatabase database) {
        assertThat(status(database, TIMES)).isEqualTo(Result.Status.CRITICAL);
        return check(database, TIMES).toString();
    }

    private static Result.Status status(TestDatabase database, RetentionTimes times) {
        return check(database, times).getStatus();
    }

    private static String said(TestDatabase database, RetentionTimes times) {
        assertThat(status(database, times)).isEqualTo(Result.Status.WARN);
        return check(database, times).toString();
    }

    private static Result check(TestDatabase database, RetentionTimes times) {
        return new RetentionCheck(database.transactions, TestTrail.evidence(), times, Clock.fixed(NOW, ZoneOffset.UTC))
                .execute();
    }

    private static void offer(TestDatabase database, String id, Duration age, Decision decision) {
        database.transactions.call(tx -> {
            Instant time = NOW.minus(age);
            OfferTable offers = new OfferTable(tx, TestTrail.evidence());
            offers.add(new Offer(id, "p", 0, 0, time, "clerk", null, Decision.OPEN, null, null, null, null));
            return decision == null || offers.decide(id, decision, null, time, "archivist");
        });
    }

    private static void sql(TestDatabase database, String sql) {
        database.transactions.call(tx -> {
            try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
                return statement.executeUpdate();
            }
        });
    }
}
