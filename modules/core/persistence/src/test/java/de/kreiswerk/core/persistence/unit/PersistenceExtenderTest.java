package de.kreiswerk.core.persistence.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersistenceExtenderTest {

    private static final String CUPS = "create table cup (id varchar(36) not null primary key);";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aBundleWithEntitiesGetsItsTablesItsUnitAndItsSchema(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine);
                TestFramework framework = new TestFramework(platform).start(cups())) {
            platform.transactions.call(tx -> {
                tx.em(CupEntity.class).persist(new CupEntity("a"));
                return null;
            });

            assertThat(platform.count("cup")).isOne();
            assertThat(framework.schemas()).containsExactly("de.kreiswerk.test.cups");
        }
    }

    @Test
    void aBundleWithTablesOnlyGetsNoUnit() throws Exception {
        TestBundle tables = new TestBundle("de.kreiswerk.test.tables", folder)
                .withHeader(Schema.MIGRATIONS_HEADER, "sql")
                .withFile("sql/V1__shelf.sql", "create table shelf (id integer);");
        try (TestPlatform platform = TestPlatform.on(Engine.H2);
                TestFramework framework = new TestFramework(platform).start(tables)) {
            assertThat(platform.count("shelf")).isZero();
            assertThat(framework.schemas()).containsExactly("de.kreiswerk.test.tables");
        }
    }

    @Test
    void aBundleWithoutTheHeadersIsLeftAlone() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2);
                TestFramework framework =
                        new TestFramework(platform).start(new TestBundle("de.kreiswerk.test.plain", folder))) {
            assertThat(framework.schemas()).isEmpty();
        }
    }

    @Test
    void aBundleWhoseMigrationFailsGetsNoSchemaAndHurtsNobodyElse() throws Exception {
        TestBundle broken = new TestBundle("de.kreiswerk.test.broken", folder.resolve("broken"))
                .withHeader(Schema.MIGRATIONS_HEADER, "sql")
                .withFile("sql/V1__broken.sql", "create tabel shelf (id integer);");
        try (TestPlatform platform = TestPlatform.on(Engine.H2);
                TestFramework framework =
                        new TestFramework(platform).start(broken).start(cups())) {
            assertThat(framework.schemas()).containsExactly("de.kreiswerk.test.cups");
            assertThat(framework.failures()).containsOnlyKeys("de.kreiswerk.test.broken");
            assertThat(framework.failures().get("de.kreiswerk.test.broken"))
                    .contains("V1__broken.sql")
                    .hasLineCount(1);
            framework.stop(broken);
            assertThat(framework.failures()).isEmpty();
        }
    }

    @Test
    void aServerThatIsAwayForAMomentIsTriedAgain() throws Exception {
        // What a sequence gave stays given when the script is rolled back.
        TestBundle tables = new TestBundle("de.kreiswerk.test.tables", folder)
                .withHeader(Schema.MIGRATIONS_HEADER, "sql")
                .withFile("sql/V1__shelf.sql", """
                        do $$ begin
                            if nextval('tries') < 2 then
                                raise exception 'the database system is starting up' using errcode = '57P03';
                            end if;
                        end $$;
                        create table shelf (id integer);
                        """);
        try (TestPlatform platform = TestPlatform.on(Engine.POSTGRESQL);
                TestFramework framework = new TestFramework(platform)) {
            platform.execute("create sequence tries");

            framework.start(tables);

            assertThat(framework.schemas()).containsExactly("de.kreiswerk.test.tables");
            assertThat(framework.failures()).isEmpty();
            assertThat(platform.count("shelf")).isZero();
        }
    }

    @Test
    void aClassWithoutAUnitIsNamed() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            assertThatThrownBy(() -> platform.transactions.call(tx -> tx.em(String.class)))
                    .hasMessageContaining("java.lang.String");
        }
    }

    @Test
    void aStoppedBundleHasNoEntitiesAnyMore() throws Exception {
        TestBundle cups = cups();
        try (TestPlatform platform = TestPlatform.on(Engine.H2);
                TestFramework framework = new TestFramework(platform).start(cups)) {
            framework.stop(cups);

            assertThat(framework.schemas()).isEmpty();
            assertAway(catchThrowableOfType(
                    ProblemException.class, () -> platform.transactions.call(tx -> tx.em(CupEntity.class))));
        }
    }

    @Test
    void stoppingWaitsForTheTransactionThatUsesTheEntities() throws Exception {
        TestBundle cups = cups();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        try (TestPlatform platform = TestPlatform.on(Engine.H2);
                TestFramework framework = new TestFramework(platform).start(cups)) {
            CompletableFuture<Void> transaction = CompletableFuture.runAsync(() -> platform.transactions.call(tx -> {
                tx.em(CupEntity.class).persist(new CupEntity("a"));
                inside.countDown();
                stopping.await(10, TimeUnit.SECONDS);
                return null;
            }));
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> framework.stop(cups));
            stopping.countDown();

            transaction.get(10, TimeUnit.SECONDS);
            stop.get(10, TimeUnit.SECONDS);
            assertThat(platform.count("cup")).isOne();
        }
    }

    @Test
    void whoComesWhileTheBundleStopsIsToldToComeBack() throws Exception {
        PersistenceUnit unit = new PersistenceUnit(
                "cups", TestBundle.proxy(jakarta.persistence.EntityManagerFactory.class, (method, arguments) -> null));
        unit.close(1);

        assertAway(catchThrowableOfType(ProblemException.class, unit::borrow));
    }

    @Test
    void anUpdatedBundleWorksOnTheTablesOfItsPredecessor() throws Exception {
        TestBundle old = cups();
        try (TestPlatform platform = TestPlatform.on(Engine.H2);
                TestFramework framework = new TestFramework(platform).start(old)) {
            platform.execute("insert into cup (id) values ('kept')");
            framework.stop(old);
            framework.start(cups());

            CupEntity kept =
                    platform.transactions.call(tx -> tx.em(CupEntity.class).find(CupEntity.class, "kept"));
            assertThat(kept).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    @Timeout(60)
    void scriptsThatTakeTheirTimeKeepNeitherTheVersionBeforeNorOthersFromTheirTables(Engine engine) throws Exception {
        TestBundle first = cups().inComponent("1");
        TestBundle other = shelves("de.kreiswerk.test.shelves", "shelf");
        try (TestPlatform platform = TestPlatform.on(engine);
                TestFramework framework =
                        new TestFramework(platform).start(first).start(other)) {
            framework.stop(first);
            framework.stop(other);
            try (Turnstile turnstile = new Turnstile(engine, platform)) {
                TestBundle second = new TestBundle("de.kreiswerk.test.cups", folder.resolve("second"))
                        .inComponent("2")
                        .withHeader(Schema.MIGRATIONS_HEADER, "db/migration")
                        .withFile("db/migration/V1__cups.sql", CUPS)
                        .withFile("db/migration/V2__slow.sql", turnstile.sql())
                        .withFile("db/migration/V3__saucers.sql", "create table saucer (id integer);");
                framework.begin(second);
                turnstile.awaitSomebody();
                framework.start(other);
                if (engine == Engine.POSTGRESQL) {
                    // H2 has one writer at a time.
                    framework.start(shelves("de.kreiswerk.test.more", "more"));
                }
                assertThat(framework.schemas())
                        .contains("de.kreiswerk.test.shelves")
                        .doesNotContain("de.kreiswerk.test.cups");

                framework.stop(second);
                uninstall("second");
                framework.start(first);

                assertThat(framework.schemas()).contains("de.kreiswerk.test.cups");
                CupEntity none =
                        platform.transactions.call(tx -> tx.em(CupEntity.class).find(CupEntity.class, "a"));
                assertThat(none).isNull();
                assertThat(framework.underWay()).containsExactly("de.kreiswerk.test.cups");
            }
            until(() -> framework.underWay().isEmpty());
            assertThat(platform.count("saucer")).as("to their end").isZero();
            assertThat(framework.failures()).isEmpty();
        }
    }

    /** Each of them takes connections, so only a few are at it at once. PostgreSQL only: H2 has one writer. */
    @Test
    @Timeout(60)
    void whatWaitsForItsTurnIsNotSaidToBeMadeAndEndsWhenItIsStopped() throws Exception {
        try (TestPlatform platform = TestPlatform.on(Engine.POSTGRESQL, 10, 10_000);
                TestFramework framework = new TestFramework(platform)) {
            try (Turnstile turnstile = new Turnstile(Engine.POSTGRESQL, platform)) {
                for (String name : new String[] {"one", "two"}) {
                    framework.begin(new TestBundle("de.kreiswerk.test." + name, folder.resolve(name))
                            .inComponent("1")
                            .withHeader(Schema.MIGRATIONS_HEADER, "db/migration")
                            .withFile("db/migration/V1__slow.sql", turnstile.sql()));
                }
                until(() -> framework.underWay().size() == 2);
                TestBundle third = shelves("de.kreiswerk.test.third", "third");
                framework.begin(third);
                until(() -> isQueued("kreiswerk-units-de.kreiswerk.test.third"));
                assertThat(framework.underWay()).hasSize(2);

                framework.stop(third);
                until(() -> !isQueued("kreiswerk-units-de.kreiswerk.test.third"));

                framework.begin(third);
            }
            until(() -> framework.schemas().size() == 3);
            assertThat(platform.count("third")).isZero();
        }
    }

    private static boolean isQueued(String thread) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey().getName().equals(thread))
                .flatMap(each -> Stream.of(each.getValue()))
                .anyMatch(frame -> frame.getMethodName().equals("inTurn"));
    }

    private TestBundle shelves(String name, String table) throws IOException {
        return new TestBundle(name, folder.resolve(table))
                .inComponent("1")
                .withHeader(Schema.MIGRATIONS_HEADER, "db/migration")
                .withFile("db/migration/V1__shelf.sql", "create table " + table + " (id integer);");
    }

    /** What is uninstalled cannot be read any more. */
    private void uninstall(String bundle) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(bundle))) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> assertThat(file.toFile().delete()).isTrue());
        }
    }

    static void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            assertThat(Thread.currentThread().isInterrupted()).as("too late").isFalse();
            Thread.onSpinWait();
        }
    }

    /** EclipseLink would ask the closed connection again, ten seconds long, and forget what was wrong. */
    @Test
    @Timeout(60)
    void whatWasWrongWithTheDatabaseIsToldAtOnceToThoseWhoReadEntities() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        try (TestPlatform platform = TestPlatform.inFile(folder.resolve("db"));
                TestFramework framework = new TestFramework(platform).start(cups())) {
            long begin = System.nanoTime();

            ProblemException refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> platform.transactions.call(tx -> {
                        attempts.incrementAndGet();
                        try (Statement statement = tx.connection().createStatement()) {
                            // As H2 does it when it cannot write.
                            statement.execute("shutdown immediately");
                        }
                        return tx.em(CupEntity.class).find(CupEntity.class, "a");
                    }));

            assertThat(refused.problem().code()).isEqualTo("database-cannot-write");
            assertThat(attempts).as("in transactions of their own").hasValueGreaterThan(1);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(9));
        }
    }

    private static void assertAway(ProblemException refused) {
        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
        assertThat(refused.problem().detail().german()).contains("cups");
    }

    private TestBundle cups() throws Exception {
        return new TestBundle("de.kreiswerk.test.cups", folder.resolve("cups"))
                .withEntities(CupEntity.class)
                .withFile("db/migration/V1__cups.sql", CUPS);
    }
}
