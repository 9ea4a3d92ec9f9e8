package de.kreiswerk.core.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.persistence.InsertOnlyTables;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.persistence.unit.TestBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InsertOnlyTablesServiceTest {

    private static final String MADE = """
            create table diary (id bigint primary key, line varchar(100));
            create table remark (id bigint primary key, diary bigint references diary (id));
            create table note (id bigint primary key);
            insert into diary (id, line) values (1, 'a');
            insert into diary (id, line) values (2, 'b');
            insert into diary (id, line) values (3, 'b');
            insert into remark (id, diary) values (1, 3);
            """;

    @TempDir
    Path folder;

    static Stream<Named<Supplier<DatabaseSettings>>> databases() {
        return Stream.of(
                Named.of("H2", Engine.H2::withTables),
                Named.of("PostgreSQL, one role", Engine.POSTGRESQL::withTables),
                Named.of("PostgreSQL, two roles", Engine::twoRoles));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rowsGoByTheirKeys(Supplier<DatabaseSettings> settings) throws IOException {
        try (TestPlatform platform = TestPlatform.on(settings.get())) {
            InsertOnlyTables tables = tables(platform, bundle("diaries", MADE, "diary, remark"));

            assertThat(tables.delete("diary", "id", List.of(2L, 2L, 77L))).isOne();
            assertThat(tables.delete("diary", "id", List.of(2L))).isZero();
            assertThat(tables.delete("diary", "id", List.of())).isZero();
            assertThat(tables.delete("remark", "diary", List.of(3L))).isOne();

            assertThat(rows(platform, "diary")).isEqualTo(2);
            assertThat(tables.delete(
                            "diary",
                            "id",
                            LongStream.rangeClosed(1, InsertOnlyTables.MOST_KEYS)
                                    .boxed()
                                    .toList()))
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatFailsLeavesEveryRow(Supplier<DatabaseSettings> settings) throws IOException {
        try (TestPlatform platform = TestPlatform.on(settings.get())) {
            InsertOnlyTables tables = tables(platform, bundle("diaries", MADE, "diary"));

            assertThatThrownBy(() -> tables.delete("diary", "id", List.of(1L, 2L, 3L)))
                    .isInstanceOf(PersistenceFailure.class);
            assertThatThrownBy(() -> tables.delete("diary", "page", List.of(1L)))
                    .isInstanceOf(PersistenceFailure.class);

            assertThat(rows(platform, "diary")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void onlyTheTablesThatTheBundleNamesAreReached(Supplier<DatabaseSettings> settings) throws IOException {
        try (TestPlatform platform = TestPlatform.on(settings.get())) {
            InsertOnlyTables tables = tables(platform, bundle("diaries", MADE, "diary"));
            List<Long> one = List.of(1L);

            for (String table : List.of("note", "core_setting", "DIARY", "diary where true --", "", "public.diary")) {
                assertThatThrownBy(() -> tables.delete(table, "id", one)).isInstanceOf(IllegalArgumentException.class);
            }
            for (String column : List.of("id = id or id", "", "ID", "\"id\"", "1")) {
                assertThatThrownBy(() -> tables.delete("diary", column, one))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            assertThatThrownBy(() -> tables.delete(null, "id", one)).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> tables.delete("diary", null, one)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> tables.delete(
                            "diary",
                            "id",
                            LongStream.rangeClosed(0, InsertOnlyTables.MOST_KEYS)
                                    .boxed()
                                    .toList()))
                    .isInstanceOf(IllegalArgumentException.class);

            assertThat(rows(platform, "diary")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTransactionWouldWaitForItself(Supplier<DatabaseSettings> settings) throws IOException {
        try (TestPlatform platform = TestPlatform.on(settings.get())) {
            InsertOnlyTables tables = tables(platform, bundle("diaries", MADE, "diary"));

            assertThatThrownBy(() -> platform.transactions.call(tx -> tables.delete("diary", "id", List.of(1L))))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(rows(platform, "diary")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theTableOfAnotherIsNotReachedByNamingIt(Supplier<DatabaseSettings> settings) throws IOException {
        try (TestPlatform platform = TestPlatform.on(settings.get())) {
            tables(platform, bundle("diaries", MADE, "diary"));
            InsertOnlyTables others = tables(
                    platform, bundle("others", "create table if not exists diary (id bigint primary key);", "diary"));

            assertThatThrownBy(() -> others.delete("diary", "id", List.of(1L)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("another bundle");
            TestBundle without = bundle("without", "create table book (id bigint);", "diary");
            assertThatThrownBy(() -> tables(platform, without)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new InsertOnlyTablesService(
                                    without.bundle(), platform.database, platform.transactions)
                            .delete("diary", "id", List.of(1L)))
                    .isInstanceOf(IllegalArgumentException.class);

            assertThat(rows(platform, "diary")).isEqualTo(3);
        }
    }

    private TestBundle bundle(String name, String script, String insertOnly) throws IOException {
        return new TestBundle(name, folder.resolve(name))
                .withHeader(Schema.MIGRATIONS_HEADER, "db/migration")
                .withHeader(Schema.INSERT_ONLY_TABLES_HEADER, insertOnly)
                .withFile("db/migration/V1__all.sql", script);
    }

    private static InsertOnlyTables tables(TestPlatform platform, TestBundle bundle) {
        platform.database.migrate(
                SchemaScripts.of(bundle.bundle()).orElseThrow(), bundle.bundle().getSymbolicName());
        return new InsertOnlyTablesService(bundle.bundle(), platform.database, platform.transactions);
    }

    /** As the owner sees it. */
    private static long rows(TestPlatform platform, String table) {
        try (var connection = platform.database.owner().getConnection();
                var select = connection.createStatement();
                var row = select.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
