package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionsTest {

    private static final String GOOD = "vier Wörter reichen aus";
    private static final Caller KEEPER =
            TestIdentity.caller("keeper", new Grant(IdentityPermissions.SESSIONS, Grant.ALL));

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoIsSignedInIsSeenAndEnded(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String anna = identity.ready("anna", GOOD).sessionId();
            identity.clock.pass(Duration.ofMinutes(2));
            String berta = identity.ready("berta", GOOD).sessionId();

            List<Session> all = identity.otherSessions.list(KEEPER, null, 100);
            assertThat(all).extracting(Session::loginName).containsExactly("berta", "anna");
            assertThat(all.get(0).client()).isEqualTo("Firefox, Linux");
            assertThat(all.get(0).method()).isEqualTo("password");
            assertThat(identity.otherSessions.list(KEEPER, " BERT", 100)).hasSize(1);
            assertThat(identity.otherSessions.list(KEEPER, "%", 100)).isEmpty();
            signIn(identity, "j.groß", Set.of());
            assertThat(identity.otherSessions.list(KEEPER, "j.groß", 100)).hasSize(1);
            identity.otherSessions.end(KEEPER, handle(identity, "j.groß"));
            identity.records.clear();
            assertThat(identity.otherSessions.list(KEEPER, "", 1)).hasSize(1);

            identity.otherSessions.end(KEEPER, all.get(0).handle());
            assertThat(identity.sessions.find(berta, "r")).isEmpty();
            assertThat(identity.sessions.find(anna, "r")).isPresent();
            assertThat(identity.records)
                    .filteredOn(event -> event.action().equals("session.ended"))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.caller().subject()).isEqualTo("keeper");
                        assertThat(event.objectId()).isEqualTo(all.get(0).accountId());
                    });
            assertThat(refusal(identity, KEEPER, all.get(0).handle())).isEqualTo("session-not-found");

            identity.clock.pass(Duration.ofMinutes(31));
            assertThat(identity.otherSessions.list(KEEPER, null, 100)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void onlyThoseOfOnesOwnDepartmentsAndNoneThatAreMightier(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            Department other = identity.department("FB 7", null);
            signIn(identity, "anna", Set.of(area.id()));
            signIn(identity, "berta", Set.of(area.id(), other.id()));
            signIn(identity, "carla", Set.of());
            String dora = signIn(identity, "dora", Set.of(area.id()));
            identity.roles.grant(TestIdentity.OPERATOR, dora, Role.ADMINISTRATOR, null);
            Caller head = TestIdentity.caller("head", new Grant(IdentityPermissions.SESSIONS, area.id()));

            assertThat(identity.otherSessions.list(head, null, 100))
                    .extracting(Session::loginName)
                    .containsExactlyInAnyOrder("anna", "dora");
            assertThat(refusal(identity, head, handle(identity, "berta"))).isEqualTo("permission-missing");
            assertThat(refusal(identity, head, handle(identity, "carla"))).isEqualTo("permission-missing");
            assertThat(refusal(identity, head, handle(identity, "dora"))).isEqualTo("more-rights-than-yours");
            identity.otherSessions.end(head, handle(identity, "anna"));
            assertThat(catchThrowableOfType(
                            ProblemException.class,
                            () -> identity.otherSessions.list(TestIdentity.caller("nobody"), null, 100)))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDepartmentsKeeperSeesItsPeopleHoweverManyOthersCameAfterwards(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            signIn(identity, "anna", Set.of(area.id()));
            identity.clock.pass(Duration.ofMinutes(2));
            signIn(identity, "berta", Set.of());
            identity.database.execute("insert into identity_session"
                    + " (hash, handle, account_id, method, client, started, last_seen)"
                    + " select 'hash' || n.text, 'handle' || n.text, s.account_id, s.method, s.client, s.started,"
                    + " s.last_seen from identity_session s, " + TestIdentity.THOUSAND
                    + " n where s.last_seen = (select max(last_seen) from identity_session)");
            Caller head = TestIdentity.caller("head", new Grant(IdentityPermissions.SESSIONS, area.id()));

            assertThat(identity.otherSessions.list(KEEPER, null, 1_000)).hasSize(1_000);
            assertThat(identity.otherSessions.list(head, null, 100))
                    .extracting(Session::loginName)
                    .containsExactly("anna");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoLooksAtWhoIsSignedInIsNotedOnceAndWithoutTheNameThatWasTyped(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String anna = signIn(identity, "anna", Set.of());
            signIn(identity, "berta", Set.of());
            List<String> noted = new ArrayList<>();
            identity.otherSessions.reads = new SensitiveReads() {
                @Override
                public void note(Caller caller, String area, String type, String id, String department) {
                    noted.add(type + " " + id);
                }

                @Override
                public void noteList(Caller caller, String area, String type, Map<String, String> filter, int shown) {
                    noted.add(type + " " + filter + " " + shown);
                }
            };
            Caller herself = TestIdentity.caller(anna, new Grant(IdentityPermissions.SESSIONS, Grant.ALL));

            identity.otherSessions.list(KEEPER, null, 100);
            identity.otherSessions.list(KEEPER, "bert", 100);
            identity.otherSessions.list(KEEPER, "nobody", 100);
            identity.otherSessions.list(herself, "anna", 100);

            assertThat(noted).containsExactly("Session {} 2", "Session {text=…} 1");
        }
    }

    private static String signIn(TestIdentity identity, String login, Set<String> departments) {
        Accounts.Issued issued =
                identity.accounts.add(TestIdentity.OPERATOR, new Accounts.Entry(login, "Name", null, departments));
        identity.signIn.withPassword(login, issued.password(), TestIdentity.OFFICE, "request");
        return issued.account().id();
    }

    private static String handle(TestIdentity identity, String login) {
        return identity.otherSessions.list(KEEPER, login, 100).get(0).handle();
    }

    private static String refusal(TestIdentity identity, Caller caller, String handle) {
        return catchThrowableOfType(ProblemException.class, () -> identity.otherSessions.end(caller, handle))
                .problem()
                .code();
    }
}
