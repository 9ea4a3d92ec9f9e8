package de.kreiswerk.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SequencerCheckTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void allIsWellWhenNothingWaits(Engine engine) {
        try (TestDatabase database = database(engine)) {
            assertThat(check(database)).isEqualTo(Result.Status.OK);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRecordThatJustCameInMayWait(Engine engine) {
        try (TestDatabase database = database(engine)) {
            waiting(database, "current_timestamp");

            assertThat(check(database)).isEqualTo(Result.Status.OK);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRecordThatNobodyNumbersIsCritical(Engine engine) {
        try (TestDatabase database = database(engine)) {
            waiting(database, "current_timestamp - interval '1' minute");
            waiting(database, "current_timestamp");

            assertThat(check(database)).isEqualTo(Result.Status.CRITICAL);
        }
    }

    private static void waiting(TestDatabase database, String since) {
        database.execute("insert into audit_record (id, recorded, area, action, object_type, object_id, canonical)"
                + " values ('id', " + since + ", 'a', 'b', 'c', 'd', '{}')");
        database.execute("insert into audit_pending (ticket) select max(ticket) from audit_record");
    }

    private static Result.Status check(TestDatabase database) {
        return new SequencerCheck(database.transactions, new Schema() {})
                .execute()
                .getStatus();
    }

    private static TestDatabase database(Engine engine) {
        return new TestDatabase(engine, "audit_log", "/db/migration/V1__trail.sql", "/db/migration/V2__tree.sql");
    }
}
