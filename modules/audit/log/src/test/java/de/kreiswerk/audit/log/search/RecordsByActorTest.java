package de.kreiswerk.audit.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordsByActorTest {

    private static final Instant FOREVER = Instant.parse("2999-01-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPageEndsAfterSoManyRecordsAndTheNextGoesOn(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 10);
            TestTrail.number(database);
            TestIndex.fill(database);
            RecordsByActor records = new RecordsByActor(database.transactions, TestTrail.on(database), 2, 4);

            TrailPage first = records.page("op-1f", Instant.EPOCH, FOREVER, null, 50);
            assertThat(first.unfinished()).isTrue();
            assertThat(first.records()).hasSize(4);
            TrailPage second = records.page("op-1f", Instant.EPOCH, FOREVER, first.next(), 50);
            assertThat(second.records()).hasSize(4);
            TrailPage third = records.page("op-1f", Instant.EPOCH, FOREVER, second.next(), 50);
            assertThat(third.records()).hasSize(2);
            assertThat(third.unfinished()).isFalse();
            assertThat(third.next()).isNull();
            assertThat(records.page("op-1", Instant.EPOCH, FOREVER, null, 50).records())
                    .as("another person, and unfinished all the same")
                    .isEmpty();
            assertThat(records.page("op-1f", FOREVER, FOREVER, null, 50).records())
                    .isEmpty();
        }
    }
}
