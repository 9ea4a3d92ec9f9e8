package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.Roles;
import de.kreiswerk.identity.api.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong with an entry is said at the field that it is about, all of it at once. */
class MistakesTest {

    private static final Caller OPERATOR = TestIdentity.OPERATOR;
    private static final LocalDate LONG_AGO = LocalDate.of(1890, 1, 1);

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofADepartment(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            Department office = identity.department("FD 61", area);

            InvalidEntry all = refused(() -> identity.departments.add(
                    OPERATOR, new Departments.Entry("nichts", " ", "\u0000", "keine", LONG_AGO, LONG_AGO)));
            assertThat(all.errors().keySet())
                    .containsExactlyInAnyOrder("shortName", "name", "email", "validFrom", "validUntil", "parentId");
            assertThat(all.problem().kind()).isEqualTo(Problem.Kind.UNPROCESSABLE);
            assertThat(all.problem().detail().german()).contains("Kurzzeichen", "E-Mail-Adresse");
            assertThat(all.problem().places()).hasSize(6);

            assertFields(
                    () -> identity.departments.add(
                            OPERATOR, new Departments.Entry(null, "fb 6", "Fachdienst FD 61", null, null, null)),
                    "shortName",
                    "name");
            assertFields(
                    () -> identity.departments.change(
                            OPERATOR,
                            area.id(),
                            new Departments.Entry(
                                    office.id(),
                                    "FB 6",
                                    area.name(),
                                    null,
                                    LocalDate.of(2027, 1, 2),
                                    LocalDate.of(2027, 1, 1)),
                            null),
                    "parentId",
                    "validUntil");
            assertThat(identity.departments.all(OPERATOR)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofADepartmentThatOnesRightsDoNotReach(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            Caller head = TestIdentity.caller("head", new Grant(IdentityPermissions.DEPARTMENTS, area.id()));

            for (String name : List.of("Bauaufsicht", "Umwelt")) {
                assertFields(
                        () -> identity.departments.change(
                                head, area.id(), new Departments.Entry(null, "FB 6", name, null, null, null), null),
                        "name");
            }
            assertFields(
                    () -> identity.departments.change(
                            head, area.id(), new Departments.Entry(null, "FB 7", area.name(), null, null, null), null),
                    "shortName");
            assertFields(
                    () -> identity.departments.change(
                            head, area.id(), new Departments.Entry("d", "FB 6", area.name(), null, null, null), null),
                    "parentId");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofAnAccountAndItsRoles(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            Account anna = identity.account("anna").account();

            assertFields(
                    () -> identity.accounts.add(
                            OPERATOR, new Accounts.Entry("\u0430nna", "", "keine", Set.of("nichts"))),
                    "loginName",
                    "displayName",
                    "email",
                    "departments");
            assertFields(
                    () -> identity.accounts.add(OPERATOR, new Accounts.Entry("ANNA", "Anna", null, Set.of())),
                    "loginName");
            Caller head = TestIdentity.caller(
                    "head",
                    new Grant(IdentityPermissions.ACCOUNTS, area.id()),
                    new Grant(IdentityPermissions.GRANTS, area.id()));
            assertFields(
                    () -> identity.accounts.add(head, new Accounts.Entry("berta", "Berta", null, Set.of())),
                    "departments");
            assertFields(() -> identity.accounts.list(OPERATOR, "x".repeat(101), null, 1), "text");

            assertFields(() -> identity.roles.grant(OPERATOR, anna.id(), "", null), "roleId");
            assertFields(() -> identity.roles.grant(OPERATOR, anna.id(), "author", "nichts"), "departmentId");
            assertFields(() -> identity.roles.grant(head, anna.id(), "author", null), "departmentId");
            assertFields(() -> identity.roles.grant(head, anna.id(), "author", area.id()), "roleId");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofARole(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            assertFields(
                    () -> identity.roles.add(
                            OPERATOR, new Roles.Entry(new Text("", "\u0000"), Set.of("NO PERMISSION"))),
                    "name.german",
                    "name.english",
                    "permissions");
            assertFields(
                    () -> identity.roles.add(OPERATOR, new Roles.Entry(new Text("verfasser/in", "Writer"), Set.of())),
                    "name.german");
            assertFields(
                    () -> identity.roles.change(
                            OPERATOR, "author", new Roles.Entry(new Text("Autor", "Auditor"), Set.of()), null),
                    "name.english");
            Caller keeper = TestIdentity.caller("keeper", new Grant(IdentityPermissions.ROLES, Grant.ALL));
            assertFields(
                    () -> identity.roles.add(keeper, new Roles.Entry(Text.same("Neu"), Set.of("platform.log"))),
                    "permissions");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofAToken(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            assertFields(
                    () -> identity.tokens.add(OPERATOR, new Tokens.Entry("", Set.of(), "nichts", null)),
                    "name",
                    "permissions",
                    "departmentId",
                    "expires");
            Tokens.Entry good = new Tokens.Entry(
                    "Abgleich",
                    Set.of("proposals.read"),
                    null,
                    identity.clock.instant().plus(Duration.ofDays(1)));
            identity.tokens.add(OPERATOR, good);
            assertFields(() -> identity.tokens.add(OPERATOR, good), "name");
            Caller keeper = TestIdentity.caller("keeper", new Grant(IdentityPermissions.TOKENS, Grant.ALL));
            assertFields(
                    () -> identity.tokens.add(
                            keeper, new Tokens.Entry("Anderer", good.permissions(), null, good.expires())),
                    "permissions");
            Caller below = TestIdentity.caller("below", new Grant(IdentityPermissions.TOKENS, "d"));
            assertFields(() -> identity.tokens.add(below, good), "departmentId");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofADeputy(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            String anna = identity.accounts
                    .add(OPERATOR, new Accounts.Entry("anna", "Anna", null, Set.of(area.id())))
                    .account()
                    .id();
            String nowhere = identity.account("berta").account().id();
            LocalDate today = LocalDate.of(2026, 12, 1);

            assertFields(
                    () -> identity.deputies.appoint(OPERATOR, anna, new Deputies.Entry("carl", null, null)),
                    "loginName",
                    "firstDay",
                    "lastDay");
            assertFields(
                    () -> identity.deputies.appoint(
                            OPERATOR, anna, new Deputies.Entry("anna", today.minusDays(1), today.minusDays(2))),
                    "loginName",
                    "firstDay",
                    "lastDay");
            assertFields(
                    () -> identity.deputies.appoint(OPERATOR, nowhere, new Deputies.Entry("anna", today, today)),
                    "accountId");
            assertFields(
                    () -> identity.deputies.appoint(
                            TestIdentity.caller("x"), anna, new Deputies.Entry("anna", today, today)),
                    "accountId");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofAllRolesAtOnceWhichThenStayAsTheyWere(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            List<Role> before = identity.roles.all(OPERATOR);
            Caller keeper = TestIdentity.caller(
                    "keeper",
                    new Grant(IdentityPermissions.ROLES, Grant.ALL),
                    new Grant("proposals.read", Grant.ALL),
                    new Grant(IdentityPermissions.READ, Grant.ALL));

            assertFields(
                    () -> identity.roles.changePermissions(
                            keeper,
                            List.of(
                                    change("citizen", Set.of("proposals.read"), Set.of(), 1L),
                                    change("author", Set.of("platform.log", "identity.read"), Set.of(), 1L),
                                    change("auditor", Set.of(), Set.of("platform.health"), 7L),
                                    change(Role.ADMINISTRATOR, Set.of(), Set.of("*"), 1L),
                                    change("nichts", Set.of("proposals.read"), Set.of(), 1L))),
                    "author/platform.log",
                    "auditor",
                    Role.ADMINISTRATOR,
                    "nichts");

            assertThat(identity.roles.all(OPERATOR)).isEqualTo(before);
            assertThat(identity.actions()).doesNotContain("role.changed");
        }
    }

    private static Roles.PermissionChange change(String role, Set<String> added, Set<String> removed, Long expected) {
        return new Roles.PermissionChange(role, added, removed, expected);
    }

    private static void assertFields(ThrowingCallable call, String... fields) {
        assertThat(refused(call).errors().keySet()).containsExactlyInAnyOrder(fields);
    }

    private static InvalidEntry refused(ThrowingCallable call) {
        InvalidEntry refused = catchThrowableOfType(InvalidEntry.class, call);
        assertThat(refused).isNotNull();
        return refused;
    }
}
