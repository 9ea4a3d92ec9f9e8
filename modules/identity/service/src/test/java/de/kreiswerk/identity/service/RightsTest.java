package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.RoleGrant;
import de.kreiswerk.identity.api.Roles;
import de.kreiswerk.identity.api.SignIn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RightsTest {

    private static final String GOOD = "vier Wörter reichen aus";
    private static final Caller OPERATOR = TestIdentity.OPERATOR;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theAdministrationMakesAuditorsAndReadsTheTrailOnlyAsOne(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            SignIn.Started root = identity.ready("root", GOOD);
            SignIn.Started paul = identity.ready("paul", GOOD);
            String rootId = identity.accountOf(root).id();
            String paulId = identity.accountOf(paul).id();
            identity.roles.grant(OPERATOR, rootId, Role.ADMINISTRATOR, null);
            Caller administrator = identity.callerOf(root.sessionId());
            assertThat(administrator.may("audit.read", Grant.ALL)).isFalse();

            identity.roles.grant(administrator, paulId, "auditor", null);

            assertThat(identity.callerOf(paul.sessionId()).may("audit.read", Grant.ALL))
                    .isTrue();
            identity.accounts.resetPassword(administrator, paulId);
            assertThat(identity.actions()).contains("role.granted");

            RoleGrant own = identity.roles.grant(administrator, rootId, "auditor", null);
            assertThat(identity.callerOf(root.sessionId()).may("audit.read", Grant.ALL))
                    .isTrue();
            identity.roles.revoke(administrator, rootId, own.id());
            assertThat(identity.callerOf(root.sessionId()).may("audit.read", Grant.ALL))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRoleHoldsInItsDepartmentAndBelow(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            Department office = identity.department("FD 61", area);
            Department other = identity.department("FB 7", null);
            SignIn.Started started = identity.ready("anna", GOOD);
            identity.roles.grant(OPERATOR, identity.accountOf(started).id(), "author", area.id());

            Caller anna = identity.callerOf(started.sessionId());

            assertThat(anna.may("proposals.import", area.id())).isTrue();
            assertThat(anna.may("proposals.import", office.id())).isTrue();
            assertThat(anna.may("proposals.import", "fachdienst-fd-61"))
                    .as("as papers name it")
                    .isTrue();
            assertThat(anna.may("proposals.import", other.id())).isFalse();
            assertThat(anna.may("proposals.import", Grant.ALL)).isFalse();
            assertThat(anna.may("proposals.publish", area.id())).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void allRolesOfACountyAreThereFromTheBeginning(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            assertThat(identity.roles.all(OPERATOR))
                    .allMatch(Role::builtIn)
                    .extracting(Role::id)
                    .containsExactly(
                            "administrator",
                            "department-administrator",
                            "council-office",
                            "author",
                            "co-signer",
                            "approver",
                            "council-member",
                            "auditor",
                            "citizen",
                            "archive");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRoleThatIsTakenAwayIsGoneAtTheNextRequest(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            SignIn.Started started = identity.ready("anna", GOOD);
            RoleGrant grant =
                    identity.roles.grant(OPERATOR, identity.accountOf(started).id(), "author", null);
            assertThat(identity.callerOf(started.sessionId()).mayAnywhere("proposals.import"))
                    .isTrue();

            identity.roles.revoke(OPERATOR, grant.accountId(), grant.id());

            assertThat(identity.callerOf(started.sessionId()).mayAnywhere("proposals.import"))
                    .isFalse();
            assertThat(identity.actions()).contains("role.granted", "role.revoked");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRoleIsTakenFromTheAccountThatHasIt(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Account anna = identity.account("anna").account();
            Account berta = identity.account("berta").account();
            RoleGrant grant = identity.roles.grant(OPERATOR, anna.id(), "author", null);

            assertCode("grant-not-found", () -> identity.roles.revoke(OPERATOR, berta.id(), grant.id()));

            assertThat(identity.roles.grants(OPERATOR, anna.id())).containsExactly(grant);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void noTwoRolesHaveTheSameName(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Role own = identity.roles.add(OPERATOR, new Roles.Entry(new Text("Eigene", "Own"), Set.of()));

            assertCode(
                    "name-taken",
                    () -> identity.roles.add(OPERATOR, new Roles.Entry(new Text("EIGENE", "Other"), Set.of())));
            assertCode(
                    "name-taken",
                    () -> identity.roles.change(
                            OPERATOR, own.id(), new Roles.Entry(new Text("Meine", "administrator"), Set.of()), null));
            assertThat(identity.roles
                            .change(OPERATOR, own.id(), new Roles.Entry(own.name(), Set.of("forms.read")), null)
                            .permissions())
                    .containsExactly("forms.read");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aChangedRoleAMovedDepartmentAndALockedAccountCountAtOnce(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            Department office = identity.department("FD 61", area);
            SignIn.Started started = identity.ready("anna", GOOD);
            Account anna = identity.accountOf(started);
            identity.roles.grant(OPERATOR, anna.id(), "author", area.id());
            assertThat(identity.callerOf(started.sessionId()).may("proposals.import", office.id()))
                    .isTrue();

            identity.departments.change(
                    OPERATOR, office.id(), new Departments.Entry(null, "FD 61", "Umwelt", null, null, null), 1L);
            assertThat(identity.callerOf(started.sessionId()).may("proposals.import", office.id()))
                    .isFalse();

            identity.roles.change(
                    OPERATOR, "author", new Roles.Entry(new Text("Verfasser/in", "Author"), Set.of("forms.read")), 1L);
            assertThat(identity.callerOf(started.sessionId()).may("forms.read", area.id()))
                    .isTrue();

            identity.accounts.setState(OPERATOR, anna.id(), Account.State.LOCKED, null);
            assertThat(identity.sessions.find(started.sessionId(), "r")).isEmpty();
        }
    }

    @Test
    void aComponentThatFailsToDeclareItsPermissionsHidesNoOthers() throws Exception {
        try (TestIdentity identity = new TestIdentity(Engine.H2)) {
            PermissionDeclaration broken = () -> {
                throw new IllegalStateException("not today");
            };
            identity.declare(broken, () -> null, new IdentityPermissionDeclaration());

            assertThat(identity.roles.permissions(OPERATOR)).containsKey("identity.read");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void permissionsOfARemovedAreaLeaveTheChoiceAndStayInTheRole(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            PermissionDeclaration forms = () -> Map.of("forms.read", Text.same("Formulare"));
            identity.declare(forms, new IdentityPermissionDeclaration());
            Role role = identity.roles.add(
                    OPERATOR, new Roles.Entry(Text.same("Formularpflege"), Set.of("forms.read", "identity.read")));
            assertThat(identity.roles.permissions(OPERATOR)).containsKey("forms.read");

            identity.declare(new IdentityPermissionDeclaration());

            assertThat(identity.roles.permissions(OPERATOR))
                    .doesNotContainKey("forms.read")
                    .containsKey("identity.read");
            assertThat(identity.roles.all(OPERATOR))
                    .filteredOn(each -> each.id().equals(role.id()))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.permissions()).contains("forms.read"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobodyHandsOutWhatTheyDoNotHaveNorGetsAtWhoIsMightier(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            SignIn.Started started = identity.ready("leitung", GOOD);
            identity.roles.grant(OPERATOR, identity.accountOf(started).id(), "department-administrator", area.id());
            Caller head = identity.callerOf(started.sessionId());
            Accounts.Entry inArea = new Accounts.Entry("berta", "Berta", null, Set.of(area.id()));
            Account berta = identity.accounts.add(head, inArea).account();

            assertThat(identity.roles.grant(head, berta.id(), "author", area.id()))
                    .isNotNull();
            assertCode(
                    "more-rights-than-yours",
                    () -> identity.roles.grant(head, berta.id(), Role.ADMINISTRATOR, area.id()));
            assertCode("permission-missing", () -> identity.roles.grant(head, berta.id(), "author", null));
            assertCode(
                    "permission-missing",
                    () -> identity.accounts.add(head, new Accounts.Entry("carl", "Carl", null, Set.of())));

            identity.roles.grant(OPERATOR, berta.id(), "council-office", null);
            assertCode("more-rights-than-yours", () -> identity.accounts.resetPassword(head, berta.id()));
            assertCode(
                    "more-rights-than-yours",
                    () -> identity.accounts.setState(head, berta.id(), Account.State.LOCKED, null));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void noDepartmentGetsTheRightsOfAnotherByItsName(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            Department other = identity.department("FB 7", null);

            for (String taken : List.of("fb-7", "Fachdienst FB 7", "FACHDIENST: FB-7")) {
                assertCode("name-taken", () -> add(identity, OPERATOR, area, "FD 61", taken));
                assertCode("name-taken", () -> add(identity, OPERATOR, area, taken, "Umwelt"));
                assertCode("name-taken", () -> change(identity, OPERATOR, area, null, "FB 6", taken));
            }
            assertCode("entry-not-valid", () -> add(identity, OPERATOR, area, "FD 61", other.id()));
            assertCode(
                    "entry-not-valid",
                    () -> add(identity, OPERATOR, area, "FD 61", "0F8FAD5B D9CB 469F A165 70867728950E"));
            assertThat(change(identity, OPERATOR, area, null, "FB 6", "fb 6").name())
                    .as("its own names may be the same")
                    .isEqualTo("fb 6");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofTwoWhoWantTheSameNameAtOnceOneGetsIt(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            CountDownLatch both = new CountDownLatch(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Future<String>> results = List.of("FD 61", "FD 62").stream()
                        .map(shortName -> threads.submit(() -> {
                            both.countDown();
                            both.await();
                            try {
                                return add(identity, OPERATOR, null, shortName, "Umwelt")
                                        .shortName();
                            } catch (ProblemException refused) {
                                return refused.problem().code();
                            }
                        }))
                        .toList();

                assertThat(List.of(results.get(0).get(), results.get(1).get()))
                        .containsOnlyOnce("name-taken")
                        .containsAnyOf("FD 61", "FD 62");
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoAdministersADepartmentGetsNoMoreByItsPlaceOrName(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            Department office = identity.department("FD 61", area);
            Department above = identity.department("FB 7", null);
            Department inOther = identity.department("FD 71", above);
            SignIn.Started started = identity.ready("leitung", GOOD);
            String id = identity.accountOf(started).id();
            identity.roles.grant(OPERATOR, id, "department-administrator", area.id());
            identity.roles.grant(OPERATOR, id, "department-administrator", inOther.id());
            Caller head = identity.callerOf(started.sessionId());

            assertCode("permission-missing", () -> add(identity, head, area, "FD 62", "Bauaufsicht"));
            assertCode("permission-missing", () -> change(identity, head, office, area, "FD 61", "Bauaufsicht"));
            assertCode("permission-missing", () -> change(identity, head, office, area, "FD 62", office.name()));
            assertCode("permission-missing", () -> change(identity, head, inOther, area, "FD 71", inOther.name()));
            assertCode("permission-missing", () -> change(identity, head, area, office, "FB 6", area.name()));

            Department spelled = change(identity, head, office, area, "FD\u201361", "fachdienst FD 61");
            assertThat(spelled.shortName()).as("the same in an address").isEqualTo("FD\u201361");
            assertThat(identity.callerOf(started.sessionId()).may("proposals.import", "bauaufsicht"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theTreeHasTwentyLevels(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            List<Department> levels = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                levels.add(identity.department("E " + i, i == 0 ? null : levels.get(i - 1)));
            }
            Department area = identity.department("FB 6", null);
            Department office = identity.department("FD 61", area);

            assertCode("entry-not-valid", () -> identity.department("E 20", levels.get(19)));
            assertCode("entry-not-valid", () -> change(identity, OPERATOR, area, levels.get(18), "FB 6", area.name()));
            change(identity, OPERATOR, area, levels.get(17), "FB 6", area.name());
            assertThat(identity.departments.all(OPERATOR))
                    .extracting(Department::id)
                    .containsSubsequence(levels.get(17).id(), area.id(), office.id());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatTheDatabaseCannotKeepIsRefused(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            assertCode("entry-not-valid", () -> identity.account("\u00df".repeat(60)));
            assertCode("entry-not-valid", () -> identity.department("\u00df".repeat(30), null));
            assertThat(identity.department("\u00df".repeat(20), null)).isNotNull();
            for (LocalDate day :
                    List.of(LocalDate.of(1899, 12, 31), LocalDate.of(10_000, 1, 1), LocalDate.MAX, LocalDate.MIN)) {
                assertCode(
                        "entry-not-valid",
                        () -> identity.departments.add(
                                OPERATOR, new Departments.Entry(null, "FB 6", "Umwelt", null, day, null)));
                assertCode(
                        "entry-not-valid",
                        () -> identity.departments.add(
                                OPERATOR, new Departments.Entry(null, "FB 6", "Umwelt", null, null, day)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void somebodyMustBeLeftToAdminister(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Account only = identity.account("anna").account();
            RoleGrant grant = identity.roles.grant(OPERATOR, only.id(), Role.ADMINISTRATOR, null);

            assertCode("last-administrator", () -> identity.roles.revoke(OPERATOR, grant.accountId(), grant.id()));
            assertCode(
                    "last-administrator",
                    () -> identity.accounts.setState(OPERATOR, only.id(), Account.State.CLOSED, null));
            assertCode(
                    "role-stays",
                    () -> identity.roles.change(
                            OPERATOR, Role.ADMINISTRATOR, new Roles.Entry(Text.same("x"), Set.of()), null));

            Account second = identity.account("berta").account();
            identity.roles.grant(OPERATOR, second.id(), Role.ADMINISTRATOR, null);
            identity.roles.revoke(OPERATOR, grant.accountId(), grant.id());
            assertThat(identity.roles.grants(OPERATOR, only.id())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobodyLocksThemselvesOut(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            SignIn.Started started = identity.ready("leitung", GOOD);
            Account own = identity.accountOf(started);
            identity.roles.grant(OPERATOR, own.id(), Role.ADMINISTRATOR, null);
            identity.roles.grant(OPERATOR, identity.account("anna").account().id(), Role.ADMINISTRATOR, null);
            Caller caller = identity.callerOf(started.sessionId());
            Caller token = new Caller(
                    "t", "Token", caller.grants(), Caller.MACHINE, caller.since(), "r", Set.of(), Set.of(), own.id());

            for (Caller self : List.of(caller, token)) {
                for (Account.State state : List.of(Account.State.LOCKED, Account.State.CLOSED)) {
                    assertCode("own-account", () -> identity.accounts.setState(self, own.id(), state, null));
                }
                assertThat(identity.accounts
                                .setState(self, own.id(), Account.State.ACTIVE, null)
                                .state())
                        .isEqualTo(Account.State.ACTIVE);
            }
            assertThat(identity.sessions.find(started.sessionId(), "r")).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatCannotBeIsRefused(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            Department office = identity.department("FD 61", area);
            identity.account("anna");

            assertCode(
                    "entry-not-valid",
                    () -> identity.departments.change(
                            OPERATOR,
                            area.id(),
                            new Departments.Entry(office.id(), "FB 6", "x", null, null, null),
                            null));
            assertCode("name-taken", () -> identity.department("fb  6", null));
            assertCode("name-taken", () -> identity.account("ANNA"));
            assertCode("entry-not-valid", () -> identity.account("\u0430nna"));
            assertCode(
                    "entry-changed",
                    () -> identity.departments.change(
                            OPERATOR, area.id(), new Departments.Entry(null, "FB 6", "x", null, null, null), 7L));
            assertCode("department-not-found", () -> identity.departments.get(OPERATOR, "\u0000"));
            assertCode("account-not-found", () -> identity.accounts.get(OPERATOR, "nichts"));
            assertCode("permission-missing", () -> identity.departments.all(TestIdentity.caller("x")));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void departmentsAreListedAsATreeAndAccountsByName(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department b = identity.department("B", null);
            Department a = identity.department("A", null);
            Department below = identity.department("C", a);
            identity.account("carl");
            identity.account("anna_1");
            identity.account("annax1");

            assertThat(identity.departments.all(OPERATOR))
                    .extracting(Department::id)
                    .containsExactly(a.id(), below.id(), b.id());
            assertThat(identity.accounts.list(OPERATOR, null, null, 2))
                    .extracting(Account::loginName)
                    .containsExactly("anna_1", "annax1");
            assertThat(identity.accounts.list(OPERATOR, null, "annax1", 2))
                    .extracting(Account::loginName)
                    .containsExactly("carl");
            assertThat(identity.accounts.list(OPERATOR, "NA_", null, 10))
                    .as("no wildcard")
                    .extracting(Account::loginName)
                    .containsExactly("anna_1");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everybodyReadsTheirOwnAccountAndNoOther(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            SignIn.Started started = identity.ready("anna", GOOD);
            Account other = identity.account("berta").account();
            Caller anna = identity.callerOf(started.sessionId());

            assertThat(identity.accounts.get(anna, anna.subject()).loginName()).isEqualTo("anna");
            assertThat(anna.may(IdentityPermissions.OWN_ACCOUNT, Grant.ALL)).isTrue();
            assertCode("permission-missing", () -> identity.accounts.get(anna, other.id()));
        }
    }

    private static Department add(
            TestIdentity identity, Caller caller, Department parent, String shortName, String name) {
        return identity.departments.add(caller, entry(parent, shortName, name));
    }

    private static Department change(
            TestIdentity identity,
            Caller caller,
            Department department,
            Department parent,
            String shortName,
            String name) {
        return identity.departments.change(caller, department.id(), entry(parent, shortName, name), null);
    }

    private static Departments.Entry entry(Department parent, String shortName, String name) {
        return new Departments.Entry(parent == null ? null : parent.id(), shortName, name, null, null, null);
    }

    private static void assertCode(String code, ThrowingCallable call) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, call);
        assertThat(refused).as(code).isNotNull();
        assertThat(refused.problem().code()).isEqualTo(code);
    }
}
