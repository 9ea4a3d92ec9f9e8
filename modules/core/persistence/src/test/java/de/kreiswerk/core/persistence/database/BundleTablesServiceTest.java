package de.kreiswerk.core.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.persistence.BundleTables;
import de.kreiswerk.core.api.persistence.BundleTables.Dependant;
import de.kreiswerk.core.api.persistence.BundleTables.Table;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundleTablesServiceTest {

    private static final String DOGS = "de.lueneburg.dogs";
    private static final String CATS = "de.lueneburg.cats";
    private static final String MADE = """
            -- create table not_this_one (id integer);
            create table if not exists dog_owner (id integer primary key, name varchar(100) default 'create table nor_this (x');
            create table "dog" (id integer primary key, owner integer references dog_owner (id));
            alter table dog_owner add column dog integer references "dog" (id);
            create sequence dog_number;
            create view dog_names as select name from dog_owner;
            create or replace view dog_short_names as select name from dog_names;
            create index dog_by_owner on "dog" (owner);
            insert into dog_owner (id, name) values (1, 'a');
            insert into dog_owner (id, name) values (2, 'b');
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatABundleMadeIsNamedAndGoesWithoutALeftover(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            List<String> before = names(platform);
            run(platform, DOGS, "dogs", MADE);
            BundleTables tables = new BundleTablesService(platform.database, platform.transactions);

            assertThat(tables.of(Set.of(DOGS)).tables())
                    .containsExactly(new Table("dog", 0), new Table("dog_owner", 2));
            assertThat(tables.of(Set.of(CATS)).tables()).isEmpty();

            tables.drop(Set.of(DOGS));
            assertThat(names(platform)).isEqualTo(before);
            assertThat(platform.count("core_migrated where history = 'dogs'")).isZero();
            assertThat(platform.count("core_script where history = 'dogs'")).isZero();
            assertThat(platform.count("core_made")).isZero();
            tables.drop(Set.of(DOGS));

            run(platform, DOGS, "dogs", MADE);
            assertThat(tables.of(Set.of(DOGS)).tables()).as("made anew").contains(new Table("dog_owner", 2));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasThereBeforeIsNobodysButTheOnes(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            platform.execute("create table old_register (id integer)");
            run(platform, CATS, "cats", "create table cat (id integer primary key);");
            run(platform, DOGS, "dogs", """
                    create table if not exists cat (id integer);
                    create table if not exists old_register (id integer);
                    create table if not exists core_setting (pid varchar(10));
                    create table dog (id integer);
                    """);
            BundleTables tables = new BundleTablesService(platform.database, platform.transactions);

            assertThat(tables.of(Set.of(DOGS)).tables()).containsExactly(new Table("dog", 0));
            tables.drop(Set.of(DOGS));

            assertThat(platform.count("cat") + platform.count("old_register") + platform.count("core_setting"))
                    .isZero();
            assertThat(tables.of(Set.of(CATS)).tables()).containsExactly(new Table("cat", 0));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatOthersReferToStaysWhole(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            run(platform, DOGS, "dogs", "create table dog (id integer primary key); create table collar (id integer);");
            run(platform, CATS, "cats", "create table enemy (cat integer, dog integer references dog (id));");
            BundleTables tables = new BundleTablesService(platform.database, platform.transactions);

            assertThat(tables.of(Set.of(DOGS)).dependants()).containsExactly(new Dependant("enemy", "dog"));
            ProblemException refused = catchThrowableOfType(ProblemException.class, () -> tables.drop(Set.of(DOGS)));

            assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.CONFLICT);
            assertThat(refused.problem().detail().german()).contains("enemy", "dog");
            assertThat(tables.of(Set.of(DOGS)).tables()).hasSize(2);
            assertThat(tables.of(Set.of(DOGS, CATS)).dependants()).isEmpty();
            tables.drop(Set.of(DOGS, CATS));
            assertThat(tables.of(Set.of(DOGS, CATS)).tables()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aViewOfOthersKeepsTheTable(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            run(platform, DOGS, "dogs", "create table dog (id integer primary key);");
            platform.execute("create view all_dogs as select id from dog");

            ProblemException refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> new BundleTablesService(platform.database, platform.transactions).drop(Set.of(DOGS)));

            assertThat(refused.problem().code()).isEqualTo("tables-in-use");
            assertThat(platform.count("all_dogs")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatALaterVersionMadeOrRenamedIsTheBundlesToo(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            run(platform, DOGS, "dogs", "create table dog (id integer);");
            run(
                    platform,
                    DOGS,
                    "dogs",
                    "create table dog (id integer);",
                    "alter table dog rename to hound; create table bone (id integer);");
            BundleTables tables = new BundleTablesService(platform.database, platform.transactions);

            assertThat(tables.of(Set.of(DOGS)).tables()).containsExactly(new Table("bone", 0), new Table("hound", 0));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatAScriptMadeBeforeItFailedGoesToo(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            List<String> before = names(platform);
            assertThat(catchThrowable(() -> run(
                            platform, DOGS, "dogs", "create table dog (id integer); create tabel bone (id integer);")))
                    .isNotNull();

            new BundleTablesService(platform.database, platform.transactions).drop(Set.of(DOGS));

            assertThat(names(platform)).isEqualTo(before);
        }
    }

    @Test
    void scriptsAreReadAsTheDatabaseReadsThem() {
        Set<MadeThing> things = new LinkedHashSet<>();
        new ScriptReader("PUBLIC").read("""
                /* create table a (x); */ insert into b values ('it''s -- create table c (x)'); create table d(x integer);
                CREATE CACHED TABLE IF NOT EXISTS Public."E" (x integer);
                create table elsewhere.f (x integer);
                create temp sequence g; recreate table h (x);
                """, things);

        assertThat(things)
                .containsExactly(
                        new MadeThing(MadeThing.Kind.TABLE, "d"),
                        new MadeThing(MadeThing.Kind.TABLE, "e"),
                        new MadeThing(MadeThing.Kind.SEQUENCE, "g"));
    }

    private void run(TestPlatform platform, String bundle, String history, String... scripts) throws IOException {
        List<URL> urls = new ArrayList<>();
        Path own = Files.createDirectories(folder.resolve(bundle));
        for (int i = 0; i < scripts.length; i++) {
            urls.add(Files.writeString(own.resolve("V" + (i + 1) + "__x.sql"), scripts[i])
                    .toUri()
                    .toURL());
        }
        new Migrations(platform.database.pool()).run(new SchemaScripts(history, urls), bundle);
    }

    private static List<String> names(TestPlatform platform) {
        return platform.transactions.call(tx -> new MadeThings(tx.connection())
                .present().keySet().stream().map(MadeThing::toString).sorted().toList());
    }
}
