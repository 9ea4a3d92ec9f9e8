package de.kreiswerk.core.persistence.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import de.kreiswerk.core.persistence.unit.CupEntity;
import de.kreiswerk.core.persistence.unit.SaucerEntity;
import de.kreiswerk.core.persistence.unit.TestBundle;
import de.kreiswerk.core.persistence.unit.TestFramework;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Entities of two bundles and plain JDBC, all in one transaction. */
class UnitsInTransactionsTest {

    private static final int THREADS = 8;
    private static final int EACH = 50;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void allWritersOfATransactionAreCommittedTogether(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine);
                TestFramework framework = start(platform)) {
            platform.transactions.call(tx -> writeEverywhere(tx, "a"));

            assertEverywhere(platform, 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void noneOfThemIsWhenOneFails(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine);
                TestFramework framework = start(platform)) {
            catchThrowable(() -> platform.transactions.call(tx -> {
                writeEverywhere(tx, "a");
                tx.em(CupEntity.class).flush();
                throw new IllegalStateException("no");
            }));

            assertEverywhere(platform, 0);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theEntityManagerIsTheSameThroughoutTheTransactionAndAnotherInTheNext(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine);
                TestFramework framework = start(platform)) {
            List<Object> managers = new ArrayList<>();

            platform.transactions.call(tx -> {
                managers.add(tx.em(CupEntity.class));
                managers.add(platform.transactions.call(inner -> inner.em(CupEntity.class)));
                return null;
            });
            platform.transactions.call(tx -> managers.add(tx.em(CupEntity.class)));

            assertThat(managers.get(0)).isSameAs(managers.get(1)).isNotSameAs(managers.get(2));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void entitiesAreWrittenBeforeTheLastStep(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine);
                TestFramework framework = start(platform)) {
            AtomicInteger seen = new AtomicInteger();

            platform.transactions.call(tx -> {
                tx.beforeCommit(() -> {
                    try (Statement statement = tx.connection().createStatement();
                            var row = statement.executeQuery("select count(*) from cup")) {
                        row.next();
                        seen.set(row.getInt(1));
                    }
                });
                tx.em(CupEntity.class).persist(new CupEntity("a"));
                return null;
            });

            assertThat(seen).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aConflictThatShowsWhenEntitiesAreWrittenRepeatsTheWork(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine);
                TestFramework framework = start(platform)) {
            platform.execute("insert into cup (id) values ('1')");
            AtomicInteger runs = new AtomicInteger();

            platform.transactions.call(tx -> {
                tx.em(CupEntity.class).persist(new CupEntity(String.valueOf(runs.incrementAndGet())));
                return null;
            });

            assertThat(runs).hasValue(2);
            assertThat(platform.count("cup")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void entitiesCannotCommitOnTheirOwn(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine);
                TestFramework framework = start(platform)) {
            catchThrowable(() -> platform.transactions.call(tx -> {
                tx.em(CupEntity.class).persist(new CupEntity("a"));
                tx.em(CupEntity.class).getTransaction().commit();
                throw new IllegalStateException("no");
            }));

            assertEverywhere(platform, 0);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatAnotherTransactionCommittedIsSeenByTheNext(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine);
                TestFramework framework = start(platform)) {
            platform.transactions.call(tx -> {
                tx.em(CupEntity.class).persist(new CupEntity("a"));
                return null;
            });
            platform.execute("delete from cup");

            CupEntity found =
                    platform.transactions.call(tx -> tx.em(CupEntity.class).find(CupEntity.class, "a"));
            assertThat(found).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void noWriterIsLeftAloneHoweverManyFail(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine);
                TestFramework framework = start(platform)) {
            List<CompletableFuture<Integer>> threads = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                threads.add(CompletableFuture.supplyAsync(() -> manyWithFailures(platform, number)));
            }
            int committed = 0;
            for (CompletableFuture<Integer> thread : threads) {
                committed += thread.get(120, TimeUnit.SECONDS);
            }

            assertThat(committed).isBetween(1, THREADS * EACH - 1);
            assertEverywhere(platform, committed);
        }
    }

    private static int manyWithFailures(TestPlatform platform, int thread) {
        Random random = new Random(thread);
        int committed = 0;
        for (int i = 0; i < EACH; i++) {
            String id = thread + "-" + i;
            int fate = random.nextInt(10);
            Throwable failure = catchThrowable(() -> platform.transactions.call(tx -> {
                writeEverywhere(tx, id);
                switch (fate) {
                    case 0 -> throw new IllegalStateException("in the work");
                    case 1 ->
                        tx.beforeCommit(() -> {
                            throw new IllegalStateException("in the last step");
                        });
                    case 2 -> tx.em(CupEntity.class).persist(new CupEntity(null));
                    default -> {}
                }
                return null;
            }));
            assertThat(failure == null).isEqualTo(fate > 2);
            committed += failure == null ? 1 : 0;
        }
        return committed;
    }

    private static Void writeEverywhere(Transaction tx, String id) throws SQLException {
        tx.em(CupEntity.class).persist(new CupEntity(id));
        tx.em(SaucerEntity.class).persist(new SaucerEntity(id));
        try (Statement statement = tx.connection().createStatement()) {
            statement.executeUpdate("insert into core_setting (pid, properties) values ('" + id + "', '')");
        }
        return null;
    }

    private static void assertEverywhere(TestPlatform platform, long expected) {
        assertThat(platform.count("cup")).as("entities of one bundle").isEqualTo(expected);
        assertThat(platform.count("saucer")).as("entities of the other").isEqualTo(expected);
        assertThat(platform.count("core_setting")).as("rows by JDBC").isEqualTo(expected);
    }

    private TestFramework start(TestPlatform platform) throws Exception {
        return new TestFramework(platform)
                .start(new TestBundle("de.kreiswerk.test.cups", folder.resolve("cups"))
                        .withEntities(CupEntity.class)
                        .withFile(
                                "db/migration/V1__cups.sql", "create table cup (id varchar(36) not null primary key);"))
                .start(new TestBundle("de.kreiswerk.test.saucers", folder.resolve("saucers"))
                        .withEntities(SaucerEntity.class)
                        .withFile(
                                "db/migration/V1__saucers.sql",
                                "create table saucer (id varchar(36) not null primary key);"));
    }
}
