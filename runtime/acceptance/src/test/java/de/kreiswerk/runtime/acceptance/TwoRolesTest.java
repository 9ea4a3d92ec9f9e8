package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.CommandLine;
import de.kreiswerk.runtime.acceptance.fixture.Database;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.SampleComponent;
import de.kreiswerk.runtime.acceptance.fixture.SampleComponent.Trait;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL with a role that owns the tables, beside the one that the platform runs as. */
class TwoRolesTest {

    private static final String NOT_ALLOWED = "42501";
    private static final String NOT_FITTING = "23514";
    private static final String DEPLOYMENT = "/api/deployment/v1/";
    private static final List<String> FOR_GOOD = List.of(
            "audit_record",
            "audit_order",
            "audit_checkpoint",
            "audit_seal_key",
            "audit_seal_vouching",
            "audit_copy",
            "audit_hold",
            "audit_hold_lift",
            "audit_offer_end",
            "audit_requeued");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @OnEachDatabase
    void theTrailIsOutOfReachOfTheRoleThatThePlatformRunsAsAndAComponentHasItsTables(Starter starter)
            throws SQLException {
        Platform platform = started(starter);
        assertTheTrailIsOutOfReach(platform);
        assertWhatIsTakenOutOfTheQueueIsNumberedAllTheSame(platform);
        assertWhatStopsTheSealIsNotTakenAndSignedTilesStay(platform);
        assertAComponentHasItsTablesAndTheyGoWithIt(platform);
    }

    private static void assertTheTrailIsOutOfReach(Platform platform) throws SQLException {
        platform.papers()
                .importAndPublish(Vorlage.numbered(platform.freshReference()).text())
                .is(201);
        Eventually.holds("it is sealed", PATIENCE, () -> count(platform, "audit_checkpoint") > 0);

        try (Connection role = platform.database().connect(platform.data())) {
            for (String table : FOR_GOOD) {
                String column = firstColumn(role, table);
                for (String sql : List.of(
                        "update TABLE set COLUMN = COLUMN",
                        "delete from TABLE",
                        "truncate TABLE",
                        "drop table TABLE",
                        "alter table TABLE disable trigger all",
                        "alter table TABLE add column more integer",
                        "create trigger t before insert on TABLE for each row"
                                + " execute function suppress_redundant_updates_trigger()",
                        "create rule r as on insert to TABLE do instead nothing",
                        "select * from TABLE for update")) {
                    String tried = sql.replace("TABLE", table).replace("COLUMN", column);
                    assertThat(state(role, tried)).as(tried).isEqualTo(NOT_ALLOWED);
                }
            }
            assertThat(state(role, "set role kreiswerk_owner")).isEqualTo(NOT_ALLOWED);
            assertThat(state(role, "create table mine (id integer)")).isEqualTo(NOT_ALLOWED);
        }
        long records = count(platform, "audit_record");
        assertThat(records).isPositive();
        assertThat(platform.operator().get("/admin").is(200).text())
                .contains("Rollen in der Datenbank", "Die Tabellen gehören einer anderen Rolle");

        assertWhatIsGrantedIsSaidAndTakenAway(platform);
        platform.papers()
                .importAndPublish(Vorlage.numbered(platform.freshReference()).text())
                .is(201);
        assertThat(count(platform, "audit_record")).isGreaterThan(records);
    }

    /** Whoever has the role can hold up the numbering, and empty the queue meanwhile. */
    private static void assertWhatIsTakenOutOfTheQueueIsNumberedAllTheSame(Platform platform) throws SQLException {
        platform.expectError("not in the queue audit_pending either");
        String reference = platform.freshReference();
        try (Connection role = platform.database().connect(platform.data());
                Statement statement = role.createStatement()) {
            role.setAutoCommit(false);
            statement.execute("select * from core_lease where name = 'audit.sequencer' for update");
            platform.papers()
                    .importAndPublish(Vorlage.numbered(reference).text())
                    .is(201);
            assertThat(statement.executeUpdate("delete from audit_pending")).isPositive();
            role.commit();
        }
        Eventually.holds(
                "all are numbered",
                PATIENCE,
                () -> number(
                                platform,
                                "select count(*) from audit_record r where not exists"
                                        + " (select 1 from audit_order o where o.ticket = r.ticket)")
                        == 0);
        assertThat(count(platform, "audit_requeued")).isPositive();
        assertThat(platform.operator().get("/admin").is(200).text())
                .contains("Warteschlange des Prüfpfads", "aus der Tabelle audit_pending genommen");
    }

    private static void assertWhatStopsTheSealIsNotTakenAndSignedTilesStay(Platform platform) throws SQLException {
        String put = "insert into audit_record (id, recorded, area, action, object_type, object_id, canonical, leaf)"
                + " select id, recorded, area, action, object_type, object_id, canonical, LEAF"
                + " from audit_record, generate_series(1, 300)"
                + " where ticket = (select min(ticket) from audit_record where leaf is not null)";
        try (Connection role = platform.database().connect(platform.data());
                Statement statement = role.createStatement()) {
            assertThat(state(role, put.replace("LEAF", "sha256(leaf)"))).isEqualTo(NOT_FITTING);
            assertThat(state(role, "insert into audit_order (seq, ticket) values (0, 1)"))
                    .isEqualTo(NOT_FITTING);
            statement.execute("with written as (" + put.replace("LEAF", "leaf")
                    + " returning ticket) insert into audit_pending (ticket) select ticket from written");
            Eventually.holds("a tile is full", PATIENCE, () -> sealed(platform) > 300);

            for (String sql : List.of("update audit_tile set hashes = hashes", "delete from audit_tile")) {
                String tried = sql + " where tile_level = 0 and tile_number = 0";
                assertThat(state(role, tried)).as(tried).isEqualTo(NOT_ALLOWED);
            }
            assertThat(state(role, "truncate audit_tile")).isEqualTo(NOT_ALLOWED);
            assertThat(state(role, "alter table audit_tile disable trigger all"))
                    .isEqualTo(NOT_ALLOWED);
            assertThat(state(role, "drop function audit_tile_stays cascade")).isEqualTo(NOT_ALLOWED);
            assertThat(state(role, "drop function audit_leaf_fits cascade")).isEqualTo(NOT_ALLOWED);
        }
        try (Connection owner = platform.database().connectAsOwner()) {
            assertThat(state(owner, put.replace("LEAF", "sha256(leaf)")))
                    .as("as a backup is put back")
                    .isEmpty();
        }
        long before = sealed(platform);
        platform.papers()
                .importAndPublish(Vorlage.numbered(platform.freshReference()).text())
                .is(201);
        Eventually.holds("it is sealed on", PATIENCE, () -> sealed(platform) > before);
    }

    private static long sealed(Platform platform) {
        return number(platform, "select max(tree_size) from audit_checkpoint");
    }

    private static void assertWhatIsGrantedIsSaidAndTakenAway(Platform platform) throws SQLException {
        try (Connection owner = platform.database().connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("grant update on audit_order to kreiswerk");
        }
        Eventually.holds(
                "the console says it",
                PATIENCE,
                () -> platform.operator()
                        .get("/admin")
                        .is(200)
                        .text()
                        .contains("darf ändern oder löschen, was für immer da ist: audit_order."));
        platform.stop();
        platform.start();
        try (Connection role = platform.database().connect(platform.data())) {
            assertThat(state(role, "update audit_order set seq = seq")).isEqualTo(NOT_ALLOWED);
        }
    }

    private static void assertAComponentHasItsTablesAndTheyGoWithIt(Platform platform) throws SQLException {
        SampleComponent component = SampleComponent.on(platform, "schafe");
        Client operator = platform.operator();
        String archive = operator.post(
                        DEPLOYMENT + "components", "application/zip", component.archive("1.0.0", Trait.REMEMBERS))
                .is(201)
                .field("archive");

        assertThat(ended(operator, component, "POST", "/versions/" + archive + "/switch")
                        .path("state")
                        .asText())
                .isEqualTo("DONE");
        Eventually.holds("its tables are there", PATIENCE, () -> there(platform, "schafe_animal"));
        try (Connection role = platform.database().connect(platform.data());
                Statement statement = role.createStatement()) {
            assertThat(statement.executeUpdate("update schafe_owner set name = 'Dritter' where id = 1"))
                    .isOne();
            assertThat(statement.executeUpdate("delete from schafe_animal")).isOne();
            assertThat(state(role, "drop table schafe_animal")).isEqualTo(NOT_ALLOWED);
        }

        assertThat(ended(operator, component, "DELETE", "?data=delete")
                        .path("state")
                        .asText())
                .isEqualTo("DONE");
        Eventually.holds("its tables are gone", PATIENCE, () -> !there(platform, "schafe_owner"));
    }

    @OnEachDatabase
    void aBackupGoesIntoAnotherDatabaseOfTwoRoles(Starter starter) throws IOException, SQLException {
        assumeTrue(
                Boolean.getBoolean("kreiswerk.full"),
                "the roles of a backup are tested in core.persistence: here only with -Pfull");
        Platform platform = started(starter);
        String reference = platform.freshReference();
        platform.papers().importAndPublish(Vorlage.numbered(reference).text()).is(201);
        Path file = folder.resolve("two.backup");
        new CommandLine().run("backup", "--data", platform.data(), file).exits(0);

        Platform restored = starter.prepareWithTwoRoles(Settings.of("--no-demo"));
        CommandLine line = new CommandLine();
        restored.database().environment().forEach(line::with);
        line.run("restore", "--data", restored.data(), file).exits(0);
        Files.createDirectories(restored.data().resolve("keys"));
        for (String key : List.of("keys/master.key", "keys/seal.key")) {
            Files.copy(platform.data().resolve(key), restored.data().resolve(key));
        }
        restored.start();

        assertThat(restored.stranger()
                        .get("/vorlagen/" + reference.replace('/', '-'))
                        .is(200)
                        .text())
                .contains(reference);
        restored.papers()
                .importAndPublish(Vorlage.numbered(reference + "9").text())
                .is(201);
        try (Connection role = restored.database().connect(restored.data())) {
            assertThat(state(role, "delete from audit_record")).isEqualTo(NOT_ALLOWED);
        }
    }

    private static Platform started(Starter starter) {
        assumeTrue(starter.kind() == Database.Kind.POSTGRESQL, "skipped: H2 has no roles that protect a table");
        return starter.prepareWithTwoRoles(Settings.of("--no-demo")).start();
    }

    private static JsonNode ended(Client operator, SampleComponent component, String method, String below) {
        Reply begun = operator.send(
                        method, DEPLOYMENT + "components/" + component.name() + below, BodyPublishers.noBody())
                .is(202);
        return operator.get(DEPLOYMENT + "switches/" + begun.field("id") + "?wait=60")
                .is(200)
                .json();
    }

    /** How a statement of the role ended, without effect; empty when it was allowed. */
    private static String state(Connection role, String sql) throws SQLException {
        role.setAutoCommit(false);
        try (Statement statement = role.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        } finally {
            role.rollback();
            role.setAutoCommit(true);
        }
    }

    private static String firstColumn(Connection role, String table) throws SQLException {
        try (Statement statement = role.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table + " limit 0")) {
            return row.getMetaData().getColumnName(1);
        }
    }

    private static boolean there(Platform platform, String table) {
        return number(platform, "select count(*) from pg_tables where tablename = '" + table + "'") == 1;
    }

    private static long count(Platform platform, String table) {
        return number(platform, "select count(*) from " + table);
    }

    private static long number(Platform platform, String sql) {
        try (Connection role = platform.database().connect(platform.data());
                Statement statement = role.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
