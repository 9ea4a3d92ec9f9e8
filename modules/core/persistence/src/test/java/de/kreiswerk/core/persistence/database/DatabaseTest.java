package de.kreiswerk.core.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {

    private static final String PATIENCE = "select current_setting('lock_timeout')";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoFindsNoFreeConnectionIsToldToComeBack(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine, 2, 250);
                Connection one = platform.database.connect();
                Connection other = platform.database.connect()) {
            assertThat(one.isValid(1) && other.isValid(1)).isTrue();

            ProblemException refused =
                    catchThrowableOfType(ProblemException.class, () -> platform.transactions.call(tx -> "never"));

            assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
            assertThat(refused.problem().code()).isEqualTo("database-unavailable");
            assertThat(platform.transactions.current()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSmallestPoolStartsAndGivesNoConnectionAway(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine, 1, 250)) {
            for (int i = 0; i < 10; i++) {
                assertThat(platform.count("core_lease")).isZero();
            }
        }
    }

    /** Of many connections, the first is asked again after it gave up something. */
    @Test
    void nobodyWaitsForARowOnPostgresqlForEver() {
        try (TestPlatform platform = TestPlatform.on(Engine.POSTGRESQL, 2, 10_000)) {
            assertThat(platform.text(PATIENCE)).isEqualTo("10s");
            catchThrowableOfType(
                    IllegalStateException.class,
                    () -> platform.transactions.call(tx -> {
                        throw new IllegalStateException("given up");
                    }));

            assertThat(platform.text(PATIENCE)).isEqualTo("10s");
        }
    }

    @Test
    void whoeverSetsAnotherPatienceInTheAddressHasIt() {
        try (TestPlatform platform = TestPlatform.on(impatient())) {
            assertThat(platform.text(PATIENCE)).isEqualTo("100ms");
        }
    }

    @Test
    void whoWaitsTooLongForARowOnPostgresqlIsToldToComeBackAndLaterGetsIt() {
        try (TestPlatform platform = TestPlatform.on(impatient())) {
            platform.execute("insert into core_setting (pid, properties) values ('one', 'x')");
            String change = "update core_setting set properties = 'y' where pid = 'one'";

            ProblemException refused = platform.transactions.call(tx -> {
                try (Statement statement = tx.connection().createStatement()) {
                    statement.executeUpdate(change);
                }
                return CompletableFuture.supplyAsync(
                                () -> catchThrowableOfType(ProblemException.class, () -> platform.execute(change)))
                        .get(30, TimeUnit.SECONDS);
            });

            assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
            assertThat(refused.problem().code()).isEqualTo("database-busy");
            assertThat(platform.execute(change)).isOne();
        }
    }

    private static DatabaseSettings impatient() {
        DatabaseSettings given = Engine.POSTGRESQL.withTables();
        String more = given.url().contains("?") ? "&" : "?";
        return new DatabaseSettings(
                given.url() + more + "options=-c%20lock_timeout=100ms", given.user(), given.password());
    }

    @Test
    void aDatabaseThatCannotKeepEveryCharacterIsRefusedBeforeAnythingIsMade() throws Exception {
        String encoding = "LATIN1";
        DatabaseSettings settings = madeIn(encoding);

        assertThatThrownBy(() -> new Database(settings, 2, 10_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(encoding, "UTF8", "docs/operations.md");
        assertThatThrownBy(() -> new BareDatabase(settings, 10_000))
                .as("nor is anything restored into it")
                .hasMessageContaining(encoding);

        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), "");
                var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void whereThePlatformRunsInSuchAOneItGoesOnAndIsToldWhatFails() throws Exception {
        DatabaseSettings settings = madeIn("LATIN1");
        Engine.asAdministrator(settings, "create table flyway_core (installed_rank integer)");

        try (BareDatabase bare = new BareDatabase(settings, 10_000)) {
            assertThat(Encoding.require(bare.pool()))
                    .filteredOn(Encoding.Concern::loses)
                    .singleElement()
                    .satisfies(concern -> assertThat(concern.words()).contains("LATIN1", "☒", "docs/operations.md"));
        }
    }

    @Test
    void oneThatKeepsBytesKeepsEveryCharacter() {
        try (TestPlatform bytes = TestPlatform.on(madeIn("SQL_ASCII"))) {
            bytes.execute("insert into core_setting (pid, properties) values ('one', 'Ä ☒ →')");

            assertThat(bytes.text("select properties from core_setting")).isEqualTo("Ä ☒ →");
            assertThat(Encoding.require(bytes.database.pool()))
                    .noneMatch(Encoding.Concern::loses)
                    .anyMatch(concern -> concern.words().contains("SQL_ASCII"));
        }
    }

    private static DatabaseSettings madeIn(String encoding) {
        return Engine.made("encoding '" + encoding + "' lc_collate 'C' lc_ctype 'C'");
    }

    @Test
    void whatDoesNotWorkWithALocaleThatKnowsNoUmlautsIsSaid() {
        try (TestPlatform plain = TestPlatform.on(Engine.made("encoding 'UTF8' lc_collate 'C' lc_ctype 'C'"));
                TestPlatform good = TestPlatform.on(Engine.POSTGRESQL)) {
            assertThat(Encoding.require(plain.database.pool()))
                    .singleElement()
                    .satisfies(
                            concern -> assertThat(concern.words()).contains("Ärger", "C.UTF-8", "docs/operations.md"));
            assertThat(Encoding.require(good.database.pool())).isEmpty();
        }
    }

    @Test
    void anH2FileBelongsToThisProcessAloneAndAServerDoesNot(@TempDir Path data) {
        Database file = new Database(DatabaseSettings.from(java.util.Map.of(), data), 2, 1_000);
        try {
            assertThat(file.exclusive()).isTrue();
            assertThat(file.describe()).startsWith("jdbc:h2:file:").doesNotContain("WRITE_DELAY");
        } finally {
            file.close();
        }
        try (TestPlatform server = TestPlatform.on(Engine.POSTGRESQL)) {
            assertThat(server.database.exclusive()).isFalse();
            assertThat(server.database.postgresql()).isTrue();
        }
    }

    @Test
    void whatIsCommittedIntoAFileIsThereAtTheNextStart(@TempDir Path data) throws Exception {
        DatabaseSettings settings = DatabaseSettings.from(java.util.Map.of(), data);
        Database first = new Database(settings, 2, 1_000);
        try (Connection connection = first.connect();
                var insert = connection.createStatement()) {
            insert.execute("insert into core_setting (pid, properties) values ('kept', 'x')");
            connection.commit();
        } finally {
            first.close();
        }

        Database second = new Database(settings, 2, 1_000);
        try (Connection connection = second.connect();
                var select = connection.createStatement();
                var row = select.executeQuery("select properties from core_setting where pid = 'kept'")) {
            assertThat(row.next()).isTrue();
        } finally {
            second.close();
        }
    }
}
