package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What several roles may do is changed in one go. */
class RolePermissionsTest {

    private static final Caller OPERATOR = TestIdentity.OPERATOR;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void severalRolesChangeAtOnceEachWithARecordOfItsOwn(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String session = identity.ready("anna", "vier Wörter reichen aus").sessionId();
            identity.roles.grant(OPERATOR, identity.callerOf(session).subject(), "author", null);

            List<Role> changed = identity.roles.changePermissions(
                    OPERATOR,
                    List.of(
                            change("author", Set.of("platform.log"), Set.of("proposals.import"), 1L),
                            change("citizen", Set.of("proposals.read"), Set.of(), 1L),
                            change("auditor", Set.of("identity.read"), Set.of("proposals.publish"), 1L)));

            assertThat(changed).extracting(Role::id).containsExactly("author", "citizen");
            assertThat(role(identity, "author").permissions())
                    .containsExactlyInAnyOrder("proposals.read", "platform.log");
            assertThat(role(identity, "author").revision()).isEqualTo(2);
            assertThat(role(identity, "auditor").revision()).as("as it was").isEqualTo(1);
            assertThat(identity.callerOf(session).mayAnywhere("platform.log")).isTrue();
            assertThat(identity.callerOf(session).mayAnywhere("proposals.import"))
                    .isFalse();
            assertThat(identity.records)
                    .filteredOn(event -> event.action().equals("role.changed"))
                    .extracting(AuditEvent::objectId, AuditEvent::details)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    "author",
                                    java.util.Map.of(
                                            "name", "Verfasser/in",
                                            "added", "platform.log",
                                            "removed", "proposals.import")),
                            org.assertj.core.groups.Tuple.tuple(
                                    "citizen",
                                    java.util.Map.of("name", "Bürger/in", "added", "proposals.read", "removed", "")));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void permissionsOfRemovedAreasStayUnlessTheyAreTakenAway(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Role own = identity.roles.add(
                    OPERATOR, new Roles.Entry(Text.same("Eigene"), Set.of("forms.read", "forms.write")));

            identity.roles.changePermissions(
                    OPERATOR, List.of(change(own.id(), Set.of("proposals.read"), Set.of("forms.write"), 1L)));

            assertThat(role(identity, own.id()).permissions())
                    .containsExactlyInAnyOrder("forms.read", "proposals.read");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoComesSecondIsToldUnlessTheRoleIsAlreadyAsTheyWant(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Roles.PermissionChange same = change("citizen", Set.of("proposals.read"), Set.of(), 1L);
            identity.roles.changePermissions(OPERATOR, List.of(same));

            ProblemException refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> identity.roles.changePermissions(
                            OPERATOR, List.of(change("citizen", Set.of("platform.log"), Set.of(), 1L))));

            assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.PRECONDITION_FAILED);
            assertThat(refused.problem().code()).isEqualTo("entry-changed");
            assertThat(identity.roles.changePermissions(OPERATOR, List.of(same)))
                    .as("a second click")
                    .isEmpty();
            assertThat(role(identity, "citizen").permissions()).containsExactly("proposals.read");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofTwoAtOnceOneIsTold(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            CountDownLatch both = new CountDownLatch(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Callable<String>> attempts = new ArrayList<>();
                for (String permission : List.of("platform.log", "proposals.read")) {
                    attempts.add(() -> {
                        both.countDown();
                        both.await();
                        try {
                            identity.roles.changePermissions(
                                    OPERATOR, List.of(change("citizen", Set.of(permission), Set.of(), 1L)));
                            return "done";
                        } catch (ProblemException refused) {
                            return refused.problem().code();
                        }
                    });
                }
                List<String> answers = new ArrayList<>();
                for (Future<String> answer : threads.invokeAll(attempts)) {
                    answers.add(answer.get());
                }

                assertThat(answers).containsExactlyInAnyOrder("done", "entry-changed");
                assertThat(role(identity, "citizen").permissions()).hasSize(1);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static Role role(TestIdentity identity, String id) {
        return identity.roles.all(OPERATOR).stream()
                .filter(role -> role.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Roles.PermissionChange change(String role, Set<String> added, Set<String> removed, Long expected) {
        return new Roles.PermissionChange(role, added, removed, expected);
    }
}
