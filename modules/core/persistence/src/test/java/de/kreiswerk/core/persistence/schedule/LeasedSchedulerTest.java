package de.kreiswerk.core.persistence.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.schedule.LeasedWork;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeasedSchedulerTest {

    private static final String LEFT_BEHIND = "insert into core_lease (name, holder, token, expires)"
            + " values ('work', 'dead', 7, current_timestamp + interval '1' hour)";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void workRunsWhileItsServiceIsThereAndItsLeaseIsFreeAfterTheStop(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            LeasedScheduler scheduler = new LeasedScheduler(platform.transactions, platform.database);
            CountDownLatch runs = new CountDownLatch(3);
            LeasedWork work = lease -> runs.countDown();

            scheduler.add(work, Map.of(LeasedWork.NAME, "work", LeasedWork.INTERVAL_MILLIS, 1L));
            assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(platform.number("select count(*) from core_lease where holder is not null"))
                    .isOne();
            scheduler.remove(work);
            scheduler.close();

            assertThat(platform.number("select count(*) from core_lease where holder is not null"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void stoppingTheSchedulerStopsAllWork(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            LeasedScheduler scheduler = new LeasedScheduler(platform.transactions, platform.database);
            CountDownLatch runs = new CountDownLatch(2);
            scheduler.add(lease -> runs.countDown(), Map.of(LeasedWork.NAME, "one"));
            scheduler.add(lease -> runs.countDown(), Map.of(LeasedWork.NAME, "other"));
            assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();

            scheduler.close();

            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("kreiswerk-work-"));
        }
    }

    @Test
    void anEmbeddedDatabaseHasNoOtherNodeSoNobodyWaitsForTheDead() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            platform.execute(LEFT_BEHIND);

            new LeasedScheduler(platform.transactions, platform.database).close();

            assertThat(platform.text("select holder from core_lease")).isNull();
        }
    }

    @Test
    void onAServerTheLeaseOfAnotherNodeIsRespected() {
        try (TestPlatform platform = TestPlatform.on(Engine.POSTGRESQL)) {
            platform.execute(LEFT_BEHIND);

            new LeasedScheduler(platform.transactions, platform.database).close();

            assertThat(platform.text("select holder from core_lease")).isEqualTo("dead");
        }
    }
}
