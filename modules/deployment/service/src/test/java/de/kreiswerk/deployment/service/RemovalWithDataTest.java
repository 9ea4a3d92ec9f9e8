package de.kreiswerk.deployment.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.deployment.api.Belongings;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.service.store.NodeTable;
import de.kreiswerk.deployment.service.store.SwitchTable;
import de.kreiswerk.runtime.testing.component.DogTaxArchive;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemovalWithDataTest {

    private static final String NAME = DogTaxArchive.NAME;
    private static final Caller ROOT = TestDeployment.ADMINISTRATOR;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nothingIsLeftButTheRecord(Engine engine) throws Exception {
        try (TestDeployment test = running(engine)) {
            Belongings known = test.components.belongings(TestDeployment.ANNA, NAME);
            assertThat(known.tables())
                    .containsExactly(new Belongings.Table("dog", 2), new Belongings.Table("dog_owner", 0));
            assertThat(known.configurations()).containsExactly(NAME, NAME + ".mail~a");
            assertThat(known.versions()).isOne();
            assertThat(known.isPossible()).isTrue();

            Switch asked = test.components.removeWithData(ROOT, NAME, 1L);
            test.deletion.run(nowhere -> false);
            assertThat(test.database.count("dog")).as("it still runs").isEqualTo(2);
            test.switchedOff(asked);
            assertThat(test.components.get(ROOT, NAME).state()).isEqualTo(Component.State.DELETING);
            test.deletion.run(nowhere -> false);

            assertRefused(Kind.NOT_FOUND, "component-not-found", () -> test.components.get(ROOT, NAME));
            for (String table : List.of(
                    "core_blob",
                    "core_made",
                    "deployment_version",
                    "deployment_switch",
                    "deployment_bundle",
                    "deployment_step",
                    "core_setting_change where pid = '" + NAME + "'")) {
                assertThat(test.database.count(table)).as(table).isZero();
            }
            assertThat(test.database.count("core_setting_change"))
                    .as("those of others")
                    .isOne();
            assertThat(test.database.count("information_schema.tables where lower(table_name) in ('dog', 'dog_owner')"))
                    .isZero();
            assertThat(test.settings.pids).containsExactly("de.lueneburg.ordnung.hundesteuerbescheid");
            assertThat(test.actions()).endsWith("component.switch-begun SUCCESS", "component.deleted SUCCESS");
            assertThat(test.records.stream()
                            .filter(record -> record.action().equals("component.deleted"))
                            .findFirst()
                            .orElseThrow()
                            .details())
                    .containsEntry("tables", "dog 2, dog_owner 0");

            assertThat(test.components
                            .upload(TestDeployment.ANNA, test.archive("1.0.0"))
                            .state())
                    .as("as if it had never been there")
                    .isEqualTo(ComponentVersion.State.READY);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void onlyAnAdministratorAsksForItAndNobodyTouchesItMeanwhile(Engine engine) throws Exception {
        try (TestDeployment test = running(engine)) {
            assertRefused(
                    Kind.FORBIDDEN,
                    "permission-missing",
                    () -> test.components.removeWithData(TestDeployment.ANNA, NAME, null));
            assertRefused(
                    Kind.NOT_FOUND,
                    "component-not-found",
                    () -> test.components.removeWithData(TestDeployment.UWE, NAME, null));
            assertRefused(
                    Kind.PRECONDITION_FAILED,
                    "component-changed",
                    () -> test.components.removeWithData(ROOT, NAME, 0L));
            String archive = test.components.get(ROOT, NAME).active();

            Switch asked = test.components.removeWithData(ROOT, NAME, null);
            assertRefused(
                    Kind.CONFLICT, "component-being-deleted", () -> test.components.removeWithData(ROOT, NAME, null));
            test.switchedOff(asked);

            for (ThrowingCallable change : List.<ThrowingCallable>of(
                    () -> test.components.switchTo(ROOT, NAME, archive, null),
                    () -> test.components.discard(ROOT, NAME, archive),
                    () -> test.components.removeWithData(ROOT, NAME, null),
                    () -> test.components.upload(TestDeployment.ANNA, test.archive("1.0.1")))) {
                assertRefused(Kind.CONFLICT, "component-being-deleted", change);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatCouldNotBeSwitchedOffKeepsItsDataAndMayBeAskedForAgain(Engine engine) throws Exception {
        try (TestDeployment test = running(engine)) {
            test.notSwitchedOff(test.components.removeWithData(ROOT, NAME, null));

            test.deletion.run(nowhere -> false);

            assertThat(test.components.get(ROOT, NAME).state()).isEqualTo(Component.State.RUNNING);
            assertThat(test.database.count("dog")).isEqualTo(2);
            assertThat(test.settings.pids).hasSize(3);
            assertThat(test.actions()).endsWith("component.not-deleted FAILED");
            test.switchedOff(test.components.removeWithData(ROOT, NAME, null));
            test.deletion.run(nowhere -> false);
            assertThat(test.components.all(ROOT)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatOthersReferToRefusesItBeforeAndAfterwards(Engine engine) throws Exception {
        try (TestDeployment test = running(engine)) {
            Switch asked = test.components.removeWithData(ROOT, NAME, null);
            test.database.execute("create table cat (id integer, enemy integer references dog (id))");
            test.switchedOff(asked);
            test.deletion.run(nowhere -> false);

            Component kept = test.components.get(ROOT, NAME);
            assertThat(kept.state()).isEqualTo(Component.State.OFF);
            assertThat(kept.versions()).hasSize(1);
            assertThat(test.settings.pids).hasSize(3);
            assertThat(test.components.history(ROOT, NAME).get(0).reason().german())
                    .contains("nicht alle gelöscht", "cat", "dog");
            assertThat(test.components.belongings(ROOT, NAME).refusals().get(0).german())
                    .contains("cat", "dog");
            assertRefused(Kind.CONFLICT, "tables-in-use", () -> test.components.removeWithData(ROOT, NAME, null));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNodeThatStillRunsItIsWaitedForWhileItIsThere(Engine engine) throws Exception {
        try (TestDeployment test = running(engine)) {
            String archive = test.components.get(ROOT, NAME).active();
            test.switchedOff(test.components.removeWithData(ROOT, NAME, null));
            runs(test, archive);

            test.deletion.run(nowhere -> false);
            assertThat(test.components.get(ROOT, NAME).state()).isEqualTo(Component.State.DELETING);
            assertThat(test.database.count("dog")).isEqualTo(2);

            test.database.execute("update deployment_node set seen = current_timestamp - interval '120' second");
            test.deletion.run(nowhere -> false);
            assertThat(test.components.all(ROOT)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNodeThatFollowedIsNotWaitedFor(Engine engine) throws Exception {
        try (TestDeployment test = running(engine)) {
            test.switchedOff(test.components.removeWithData(ROOT, NAME, null));
            runs(test, null);

            test.deletion.run(nowhere -> false);
            assertThat(test.components.all(ROOT)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasCutOffIsTakenUpAgain(Engine engine) throws Exception {
        try (TestDeployment test = running(engine)) {
            test.switchedOff(test.components.removeWithData(ROOT, NAME, null));
            // As H2 leaves it when the platform ends between two tables.
            test.database.execute("drop table dog");
            test.settings.pids.remove(NAME);

            test.deletion.run(nowhere -> false);

            assertThat(test.components.all(ROOT)).isEmpty();
            assertThat(test.database.count("core_made")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatNeverRanGoesAsWellAndWhoWaitsHearsThatItIsDone(Engine engine) throws Exception {
        try (TestDeployment test = TestDeployment.granted(engine)) {
            test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
            Switch asked = test.components.removeWithData(ROOT, NAME, null);
            assertThat(asked.from()).isNull();
            test.whenLookedAt = () -> {
                test.switchedOff(asked);
                test.deletion.run(nowhere -> false);
            };

            assertThat(test.components
                            .await(ROOT, asked.id(), Duration.ofSeconds(10))
                            .state())
                    .isEqualTo(Switch.State.DONE);
            assertThat(test.components.all(ROOT)).isEmpty();
        }
    }

    private static TestDeployment running(Engine engine) throws Exception {
        TestDeployment test = TestDeployment.granted(engine);
        ComponentVersion version = test.components.upload(TestDeployment.ANNA, test.archive("1.0.0"));
        test.done(test.components.switchTo(TestDeployment.ANNA, NAME, version.archive(), null));
        test.migrate(
                NAME,
                "create table dog_owner (id integer primary key); create table dog (id integer primary key, owner integer references dog_owner (id));"
                        + " insert into dog (id) values (1); insert into dog (id) values (2);");
        test.settings.pids.addAll(List.of(NAME, NAME + ".mail~a", "de.lueneburg.ordnung.hundesteuerbescheid"));
        for (String pid : List.of(NAME, "de.lueneburg.ordnung.anders")) {
            test.database.execute(
                    "insert into core_setting_change (pid, revision, changed, properties_before, properties_after, secrets)"
                            + " values ('" + pid + "', 1, current_timestamp, 'a', 'b', '')");
        }
        return test;
    }

    private static void runs(TestDeployment test, String archive) {
        test.database.transactions.call(tx -> {
            new SwitchTable(tx).seen("other");
            new NodeTable(tx).runs("other", NAME, archive, null);
            return null;
        });
    }

    private static void assertRefused(Kind kind, String code, ThrowingCallable call) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, call);
        assertThat(refused).as("it is refused").isNotNull();
        assertThat(refused.problem().code()).isEqualTo(code);
        assertThat(refused.problem().kind()).isEqualTo(kind);
    }
}
