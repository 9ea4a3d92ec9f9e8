package de.kreiswerk.audit.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexCheckTest {

    /** Fifty records are three parts. */
    private static final int PART = 20;

    private static final int ROUND = 3;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void allIsWellWhereEachRecordIsFound(Engine engine) {
        try (TestDatabase database = indexed(engine, 50)) {
            assertThat(round(new IndexCheck(database.transactions, PART))).containsOnly(Result.Status.OK);
            // What was removed is in no index.
            database.execute("update audit_retention set minimum = 30");
            database.execute("delete from audit_index where seq <= 30");
            assertThat(round(new IndexCheck(database.transactions, PART))).containsOnly(Result.Status.OK);
        }
    }

    @Test
    void anEmptyTrailLacksNothing() {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            assertThat(round(new IndexCheck(database.transactions, PART))).containsOnly(Result.Status.OK);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 11, 30, 31, 49})
    void aHoleIsFoundWithinARoundAndToldUntilItIsMended(int number) {
        try (TestDatabase database = indexed(Engine.H2, 50)) {
            IndexCheck check = new IndexCheck(database.transactions, PART);
            database.execute("delete from audit_index where seq = " + number);

            assertThat(round(check)).last().isEqualTo(Result.Status.CRITICAL);
            assertThat(round(check)).containsOnly(Result.Status.CRITICAL);
            assertThat(check.execute().toString()).contains(": 1. ", "Suchindex", "search index");

            for (String table : List.of("audit_index", "audit_hour", "audit_kind")) {
                database.execute("delete from " + table);
            }
            TestIndex.fill(database);
            assertThat(round(check)).containsOnly(Result.Status.OK);
        }
    }

    @Test
    void aRowWhoseKindIsGoneIsNotFoundEither() {
        try (TestDatabase database = indexed(Engine.H2, 50)) {
            database.execute("delete from audit_kind");

            assertThat(new IndexCheck(database.transactions, PART).execute().getStatus())
                    .isEqualTo(Result.Status.CRITICAL);
        }
    }

    private static List<Result.Status> round(IndexCheck check) {
        List<Result.Status> statuses = new ArrayList<>();
        for (int i = 0; i < ROUND; i++) {
            statuses.add(check.execute().getStatus());
        }
        return statuses;
    }

    private static TestDatabase indexed(Engine engine, int records) {
        TestDatabase database = TestTrail.database(engine);
        TestTrail.write(database, records);
        TestTrail.number(database);
        TestIndex.fill(database);
        return database;
    }
}
