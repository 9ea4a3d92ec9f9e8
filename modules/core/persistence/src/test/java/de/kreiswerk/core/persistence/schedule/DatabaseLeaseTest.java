package de.kreiswerk.core.persistence.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseLeaseTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void oneHolderGetsItAndTheOtherDoesNot(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Lease first = acquire(platform, "first");

            assertThat(tryToAcquire(platform, "second")).isNull();
            confirm(platform, first);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void leasesOfOtherNamesAreFree(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            acquire(platform, "first");

            assertThat(acquire(platform, "other work", "second")).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theHolderRenewsItAndItsWorkUnderWayStaysGood(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Lease before = acquire(platform, "first");
            runOut(platform);

            Lease renewed = acquire(platform, "first");

            confirm(platform, before);
            confirm(platform, renewed);
            assertThat(tryToAcquire(platform, "second")).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anotherTakesOverWhatRanOutAndTheOldHolderCannotCommit(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Lease old = acquire(platform, "first");
            runOut(platform);

            Lease taken = acquire(platform, "second");

            confirm(platform, taken);
            assertThatThrownBy(() -> platform.transactions.call(tx -> {
                        old.confirm(tx);
                        return null;
                    }))
                    .isInstanceOf(PersistenceFailure.class)
                    .hasMessageContaining("taken over");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoLostItAndGotItAgainCannotCommitTheWorkFromBefore(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Lease before = acquire(platform, "first");
            runOut(platform);
            acquire(platform, "second");
            runOut(platform);

            Lease again = acquire(platform, "first");

            confirm(platform, again);
            assertThatThrownBy(() -> confirm(platform, before)).isInstanceOf(PersistenceFailure.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoTakesOverWaitsForTheWorkThatWasConfirmed(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Lease old = acquire(platform, "first");
            runOut(platform);
            List<String> order = new CopyOnWriteArrayList<>();
            CountDownLatch asking = new CountDownLatch(1);

            CompletableFuture<Void> takeover = platform.transactions.call(tx -> {
                old.confirm(tx);
                CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
                    asking.countDown();
                    acquire(platform, "second");
                    order.add("taken over");
                });
                assertThat(asking.await(10, TimeUnit.SECONDS)).isTrue();
                tx.beforeCommit(() -> order.add("committing"));
                return other;
            });
            takeover.get(30, TimeUnit.SECONDS);

            assertThat(order).containsExactly("committing", "taken over");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aHolderThatGoesFreesItsOwnOnly(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            acquire(platform, "first");
            platform.execute("insert into core_lease (name, holder, token, expires)"
                    + " values ('other', 'second', 1, current_timestamp + interval '1' hour)");

            platform.transactions.call(tx -> {
                DatabaseLease.release(tx.connection(), "first");
                return null;
            });

            assertThat(acquire(platform, "third")).isNotNull();
            assertThat(platform.text("select holder from core_lease where name = 'other'"))
                    .isEqualTo("second");
        }
    }

    private static Lease acquire(TestPlatform platform, String holder) {
        return acquire(platform, "work", holder);
    }

    private static Lease acquire(TestPlatform platform, String name, String holder) {
        Lease first = tryToAcquire(platform, name, holder);
        // The very first attempt makes the row only.
        Lease lease = first == null ? tryToAcquire(platform, name, holder) : first;
        assertThat(lease).as("the lease for " + holder).isNotNull();
        return lease;
    }

    private static Lease tryToAcquire(TestPlatform platform, String holder) {
        return tryToAcquire(platform, "work", holder);
    }

    private static Lease tryToAcquire(TestPlatform platform, String name, String holder) {
        return platform.transactions.call(tx -> DatabaseLease.acquire(tx.connection(), name, holder));
    }

    private static void confirm(TestPlatform platform, Lease lease) {
        platform.transactions.call(tx -> {
            lease.confirm(tx);
            return null;
        });
    }

    private static void runOut(TestPlatform platform) {
        platform.execute("update core_lease set expires = current_timestamp - interval '1' second");
    }
}
