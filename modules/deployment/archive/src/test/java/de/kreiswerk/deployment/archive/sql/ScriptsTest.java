package de.kreiswerk.deployment.archive.sql;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.deployment.archive.sql.Scripts.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {

    private static final String DOG = "create table dog (id integer primary key, name varchar(100), owner integer);\n";

    private static List<String> found(Script... scripts) {
        List<String> found = new ArrayList<>();
        Scripts.farReaching(List.of(scripts), (script, what) -> found.add(script + ": " + what));
        return found;
    }

    private static Script script(String name, String sql) {
        return new Script(name, () -> sql);
    }

    private static List<String> found(String sql) {
        return found(script("V1__dogs.sql", DOG + sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into dog (id, name) values (1, 'Rex; drop table x -- '), (2, 'it''s'), (3, '/*')",
                "INSERT INTO Dog(id) VALUES (-1.5e3) -- delete from account",
                "create table \"Cat\" (id int references dog (id), name varchar(10) default 'x' check (length(name) > 0));"
                        + " insert into \"Cat\" (id) values (1)",
                "create table cat as select d.id, upper(d.name) as name from dog d",
                "create view old_dog (id) as select id from dog where id in (select max(owner) from dog group by owner, name)",
                "create unique index dog_name on dog (lower(name) desc, id)",
                "create index if not exists dog_owner on only dog using btree (owner)",
                "create sequence dog_number start with 5 increment by 1",
                "alter table dog add column born timestamp with time zone default now() not null",
                "alter table if exists dog add constraint dog_owner foreign key (owner) references dog (id), alter column name set not null",
                "alter table dog alter column name set data type varchar(200)",
                "comment on column dog.name is 'what it is called'; comment on table dog is 'pets'",
                "insert into dog select d.id + 1, substring(d.name from 1 for 3), extract(year from current_date)"
                        + " from dog d left join dog as o on d.order = o.id, (select * from dog) s where s.id = 1 order by d.id, d.name",
                "insert into dog (id) select x from generate_series(1, 10) as g(x), unnest(array[1, 2]) u",
                "insert into dog values (1, 'a', (select count(*) from (dog cross join dog b)))",
                "create table if not exists bird (id int)",
                "select 1; values (1)",
                "/* a comment; delete from account */ insert into dog (id) values (1); ;"
            })
    void whatMakesAltersFillsAndReadsItsOwnTablesIsHarmless(String sql) {
        assertThat(found(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into identity_grant values (1)",
                "insert into public.dog values (1)",
                "insert into \"DOG\" values (1)",
                "insert into dog select id, secret, 1 from identity_account",
                "insert into dog select id, secret, 1 from dog d, identity_account",
                "insert into dog select 1from identity_account",
                "insert into dog select 1.from identity_account",
                "insert into dog select * from(identity_account a cross join dog)",
                "insert into dog select*from\"identity_account\"",
                "insert into dog table identity_account",
                "insert into dog select * from dog a join dog b on a.order = b.order, identity_account",
                "insert into dog with x as (select * from dog) select * from x",
                "insert into dog select (select max(id) from only identity_account) from dog",
                "select * into cat from dog",
                "create table cat as select * from identity_account",
                "create table cat as table identity_account",
                "create table cat (like identity_account including all)",
                "create table cat (id int, like identity_account)",
                "create table cat (id int) inherits (dog, identity_grant)",
                "create table cat partition of identity_grant default",
                "create table cat (id int references identity_account)",
                "create table cat (id int) engine \"org.example.Evil\"",
                "create table if not exists identity_grant (id int); insert into identity_grant values (1)",
                "create table other.identity_grant (id int); insert into identity_grant values (1)",
                "create temporary table identity_grant (id int)",
                "create table identity_to\u212Aen (id int); insert into identity_token values (1)",
                "create sequence identity_grant; insert into identity_grant values (1)",
                "create view v as select * from identity_account",
                "create or replace view dog_view as select * from dog",
                "create index i on identity_account (name)",
                "alter table audit_record disable trigger all",
                "alter table audit_record alter column content set default ''",
                "alter table audit_record add column x int",
                "alter table dog inherit identity_grant",
                "alter table dog add column x int, inherit identity_grant",
                "alter table dog attach partition identity_grant default",
                "alter table dog drop column name",
                "alter table dog rename to cat",
                "alter sequence identity_number restart with 1",
                "comment on table identity_grant is 'x'",
                "comment on column public.identity_grant.x is 'x'",
                "set search_path = other",
                "reset all",
                "lock table identity_account",
                "with x as (delete from identity_session returning *) select 1",
                "create alias x as 'void x() {}'",
                "do 'begin end'"
            })
    void whatReachesForOthersIsNot(String sql) {
        assertThat(found(sql)).isNotEmpty().allMatch(place -> place.startsWith("V1__dogs.sql: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select file_read('/etc/passwd')",
                "select file_write('x', '/tmp/x')",
                "insert into dog select * from csvread('/etc/passwd')",
                "call csvwrite('/tmp/x', 'select 1')",
                "insert into dog values (1, pg_read_file('/etc/passwd'), 1)",
                "select lo_import ('/etc/passwd')",
                "select pg_catalog . lo_export(1, '/tmp/x')",
                "select \"lo_unlink\"(1)",
                "select query_to_xml('select * from identity_account', true, true, '')",
                "select set_config('search_path', 'other', false)",
                "create table cat (id int default file_read('x'))",
                "create table cat (id int generated always as (pg_ls_dir('x')) stored)",
                "create index i on dog (dblink('x'))",
                "alter table dog add check (setval('x', 1) > 0)"
            })
    void functionsThatNobodyKnowsForHarmlessAreNot(String sql) {
        assertThat(found(sql)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into dog values ('--'); delete from identity_session;",
                "insert into dog values ('/*'); delete from identity_session; insert into dog values ('*/')",
                "insert into dog values (\"'\"); delete from identity_session; insert into dog values (\"'\")",
                "insert into dog values (''''); delete from identity_session; insert into dog values ('')",
                "/* /* */ delete from identity_session; /* */ */",
                "insert into dog values (e'\\'); delete from identity_session; --')",
                "create table U&\"zzz\" (id int); insert into U&\"identity_grant\" values (1)",
                "select $$ '; $$; delete from identity_session; select ''",
                "create table own ($a$ int); delete from identity_session; -- $a$",
                "create table own (a$a$ int); delete from identity_session; -- a$a$",
                "// '\n delete from identity_session; //'",
                "-- \r '\n delete from identity_session; -- '",
                "select * from\u00A0identity_account",
                "insert into dog values ('${flyway:filename}')",
                "insert into dog values ('x"
            })
    void nothingIsHiddenInLiteralsAndComments(String sql) {
        assertThat(found(sql)).isNotEmpty();
    }

    @Test
    void aTableIsItsOwnFromWhereAScriptThatRunsMakesIt() {
        Script makes = script("V2__make.sql", DOG);
        Script fills = script("V10__fill.sql", "insert into dog (id) values (1)");

        assertThat(found(fills, makes)).isEmpty();
        assertThat(found(script("R__fill.sql", "insert into dog (id) values (1)"), makes))
                .isEmpty();
        assertThat(found(script("V1_9__fill.sql", "insert into dog (id) values (1)"), makes))
                .as("before it would fail")
                .containsExactly("V1_9__fill.sql: INTO dog");
        for (String never :
                List.of("V0__make.sql", "V00.0__make.sql", "make.sql", "V2__make.SQL", "V2__make.txt#.sql")) {
            assertThat(found(script(never, DOG), fills)).as(never).containsExactly("V10__fill.sql: INTO dog");
        }
        assertThat(found(script("beforeMigrate.sql", "insert into dog (id) values (1)"), makes))
                .containsExactly("beforeMigrate.sql: INTO dog");
        assertThat(found(script("V1__a.sql", "insert into dog (id) values (1);" + DOG)))
                .isNotEmpty();
    }

    @Test
    void whatIsFoundIsNamed() {
        assertThat(found("drop table audit_record; insert into core_setting select x from lo_get(1)"))
                .containsExactly(
                        "V1__dogs.sql: DROP",
                        "V1__dogs.sql: DROP",
                        "V1__dogs.sql: TABLE audit_record",
                        "V1__dogs.sql: INTO core_setting",
                        "V1__dogs.sql: lo_get()");
    }

    @Test
    void hostileScriptsCostNoMoreThanTheirLength() {
        for (String part :
                List.of("(", "from a ", "(select * from ", "/*", "'", "$a", "a.", ",", "insert into dog ", "--\r")) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> found(part.repeat(200_000)), "much of " + part);
        }
    }
}
