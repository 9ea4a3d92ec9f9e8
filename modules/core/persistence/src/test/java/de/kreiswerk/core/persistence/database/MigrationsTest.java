package de.kreiswerk.core.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theTablesOfTheCoreAreThereAndASecondStartFindsThem(Engine engine) {
        try (TestPlatform first = TestPlatform.on(engine)) {
            first.execute("insert into core_setting (pid, properties) values ('kept', 'x')");

            try (TestPlatform second = first.anotherNode()) {
                assertThat(second.count("core_setting")).isOne();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void eachMigrationRunsOnce(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            URL first = script("V1__house.sql", "create table house (id integer); insert into house values (1);");
            Migrations migrations = new Migrations(platform.database.pool());

            migrations.run(List.of(first), "test");
            migrations.run(List.of(first), "test");

            assertThat(platform.count("house")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aLineForPostgresqlRunsThereOnly(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            URL script = script("V1__house.sql", """
                    create table house (name varchar(10));
                    ${postgresql}create function filled() returns trigger language plpgsql as $$
                    ${postgresql}begin
                    ${postgresql}    new.name = 'there';
                    ${postgresql}    return new;
                    ${postgresql}end $$;
                    ${postgresql}create trigger filled before insert on house for each row execute function filled();
                    insert into house values ('here');
                    """);
            URL other = script("V2__all.sql", "${postgresql}update house set name = name || '!';");

            new Migrations(platform.database.pool()).run(List.of(script, other), "test");

            assertThat(platform.text("select name from house"))
                    .isEqualTo(engine == Engine.POSTGRESQL ? "there!" : "here");
        }
    }

    /** A backup has all tables, and may take long. */
    @Test
    void aScriptWaitsForATableAsLongAsItTakesAndNobodyElseDoes() throws Exception {
        try (TestPlatform platform = TestPlatform.on(Engine.POSTGRESQL, 2, 10_000)) {
            URL script = script(
                    "V1__patience.sql", "create table patience as select current_setting('lock_timeout') as patience;");

            new Migrations(platform.database.pool()).run(List.of(script), "test");

            assertThat(platform.text("select patience from patience")).isEqualTo("0");
            assertThat(platform.text("select current_setting('lock_timeout')")).isEqualTo("10s");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void scriptsThatRanAsTheyAreAreNotLookedAtAgain(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            URL first = script("V1__house.sql", "create table house (id integer);");
            Migrations migrations = new Migrations(platform.database.pool());
            migrations.run(List.of(first), "test");
            platform.execute("drop table \"flyway_test\"");

            migrations.run(List.of(first), "test");

            assertThat(catchThrowable(() -> platform.count("\"flyway_test\""))).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNewerVersionAddsItsOwn(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            URL first = script("V1__house.sql", "create table house (id integer);");
            URL second = script("V2__door.sql", "create table door (id integer);");
            Migrations migrations = new Migrations(platform.database.pool());

            migrations.run(List.of(first), "test");
            migrations.run(List.of(first, second), "test");

            assertThat(platform.count("door")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void olderCodeStartsOnTheTablesOfNewerCode(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            URL first = script("V1__house.sql", "create table house (id integer);");
            URL second = script("V2__door.sql", "create table door (id integer);");
            Migrations migrations = new Migrations(platform.database.pool());
            migrations.run(List.of(first, second), "test");

            assertThat(catchThrowable(() -> migrations.run(List.of(first), "test")))
                    .isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bundlesKeepTheirHistoriesApart(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Migrations migrations = new Migrations(platform.database.pool());

            migrations.run(List.of(script("V1__house.sql", "create table house (id integer);")), "one");
            migrations.run(List.of(script("V1__garden.sql", "create table garden (id integer);")), "other");

            assertThat(platform.count("house") + platform.count("garden")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aMigrationThatWasChangedAfterItRanIsRefused(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Migrations migrations = new Migrations(platform.database.pool());
            migrations.run(List.of(script("V1__house.sql", "create table house (id integer);")), "test");
            URL changed = script("V1__house.sql", "create table house (id bigint);");

            assertThatThrownBy(() -> migrations.run(List.of(changed), "test")).hasMessageContaining("checksum");
        }
    }

    /** Flyway's checksum knows no line breaks: the comment that ran would count as a table that was made. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void aLineBreakThatMakesAStatementOfACommentIsRefused(Engine engine) throws Exception {
        String ran = "create table house (id integer); -- create table castle (id integer);";
        try (TestPlatform platform = TestPlatform.on(engine)) {
            platform.execute("create table castle (id integer)");
            run(platform, "de.lk.a", script("V1__house.sql", ran));
            URL changed = script("V1__house.sql", ran.replace("-- ", "--\n"));
            URL next = script("V2__castle.sql", "insert into castle values (1);");

            assertThatThrownBy(() -> run(platform, "de.lk.a", changed, next)).hasMessageContaining("V1__house.sql");

            assertThat(platform.count("castle")).isZero();
            assertThat(platform.text("select text from core_script where history = 'lk_a'"))
                    .isEqualTo(ran);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aVersionThatRanUnderAnotherNameIsRefused(Engine engine) throws Exception {
        String ran = "create table house (id integer);";
        try (TestPlatform platform = TestPlatform.on(engine)) {
            run(platform, "de.lk.a", script("V1__house.sql", ran));

            assertThatThrownBy(() -> run(platform, "de.lk.a", script("V01.0__house.sql", ran)))
                    .hasMessageContaining("V01.0__house.sql");
        }
    }

    @Test
    void linesMayEndInAnotherWay() throws Exception {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            run(platform, "de.lk.a", script("V1__house.sql", "create table house\n(id integer);"));

            assertThat(catchThrowable(() ->
                            run(platform, "de.lk.a", script("V1__house.sql", "create table house\r\n(id integer);"))))
                    .isNull();
        }
    }

    @Test
    void twoBundlesDoNotShareAHistory() throws Exception {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            URL script = script("V1__house.sql", "create table house (id integer);");
            run(platform, "de.lk.a", script);

            assertThatThrownBy(() ->
                            run(platform, "de.lk_a", script, script("V2__door.sql", "create table door (id int);")))
                    .hasMessageContaining("de.lk.a")
                    .hasMessageContaining("de.lk_a");
        }
    }

    /** Else it would wait for what the newer code makes. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void olderCodeHasItsTablesWhateverNewerCodeRan(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            URL first = script("V1__house.sql", "create table house (id integer);");
            URL second = script("V2__door.sql", "create table door (id integer);");
            Migrations migrations = new Migrations(platform.database.pool());
            SchemaScripts older = new SchemaScripts("lk_a", List.of(first));
            assertThat(migrations.haveRun(older, "de.lk.a")).isFalse();
            run(platform, "de.lk.a", first, second);

            assertThat(migrations.haveRun(older, "de.lk.a")).isTrue();
            assertThat(migrations.haveRun(
                            new SchemaScripts(
                                    "lk_a", List.of(first, script("V3__roof.sql", "create table roof (id integer);"))),
                            "de.lk.a"))
                    .isFalse();
        }
    }

    private static void run(TestPlatform platform, String bundle, URL... scripts) {
        new Migrations(platform.database.pool()).run(new SchemaScripts("lk_a", List.of(scripts)), bundle);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theClassLoaderOfTheThreadIsGivenBack(Engine engine) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (TestPlatform platform = TestPlatform.on(engine)) {
            URL broken = script("V1__broken.sql", "create tabel house (id integer);");

            assertThatThrownBy(() -> new Migrations(platform.database.pool()).run(List.of(broken), "test"))
                    .isNotNull();

            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        }
    }

    private URL script(String name, String sql) throws Exception {
        return write(folder.resolve(name), sql);
    }

    private static URL write(Path file, String sql) throws java.io.IOException, MalformedURLException {
        Files.writeString(file, sql);
        return file.toUri().toURL();
    }
}
