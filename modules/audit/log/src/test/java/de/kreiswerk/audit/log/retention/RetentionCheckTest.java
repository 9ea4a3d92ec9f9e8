package de.kreiswerk.audit.log.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;

class RetentionCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final RetentionTimes TIMES = new RetentionTimes(10, "");

    @Test
    void itWarnsWhereSomebodyMustActAndIsSilentOtherwise() {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            assertThat(status(database, TIMES)).isEqualTo(Result.Status.OK);
            assertThat(status(database, new RetentionTimes(10, "a=b"))).isEqualTo(Result.Status.WARN);
            offer(database, "fresh", Duration.ofDays(29), null);
            offer(database, "settled", Duration.ofDays(90), "withdrawn");
            assertThat(status(database, TIMES)).isEqualTo(Result.Status.OK);
            offer(database, "decided", Duration.ofMinutes(59), "refused");
            assertThat(status(database, TIMES)).isEqualTo(Result.Status.OK);
            offer(database, "held", Duration.ofMinutes(61), "taken");
            assertThat(said(database, TIMES)).contains("held", "hold");
            sql(database, "delete from audit_offer where id = 'held'");
            offer(database, "forgotten", Duration.ofDays(31), null);
            assertThat(said(database, TIMES)).contains("forgotten", "archive has not decided");
        }
    }

    private static Result.Status status(TestDatabase database, RetentionTimes times) {
        return check(database, times).getStatus();
    }

    private static String said(TestDatabase database, RetentionTimes times) {
        assertThat(status(database, times)).isEqualTo(Result.Status.WARN);
        return check(database, times).toString();
    }

    private static Result check(TestDatabase database, RetentionTimes times) {
        return new RetentionCheck(database.transactions, times, Clock.fixed(NOW, ZoneOffset.UTC)).execute();
    }

    private static void offer(TestDatabase database, String id, Duration age, String decision) {
        database.transactions.call(tx -> {
            try (PreparedStatement insert = tx.connection()
                    .prepareStatement("insert into audit_offer (id, subject, made, made_by, decision, decided)"
                            + " values (?, 'p', ?, 'clerk', ?, ?)")) {
                Timestamp time = Timestamp.from(NOW.minus(age));
                insert.setString(1, id);
                insert.setTimestamp(2, time);
                insert.setString(3, decision);
                insert.setTimestamp(4, decision == null ? null : time);
                return insert.executeUpdate();
            }
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
