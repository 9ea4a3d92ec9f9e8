package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.Deputyship;
import de.kreiswerk.identity.api.Roles;
import de.kreiswerk.identity.api.SignIn;
import de.kreiswerk.identity.api.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeputiesTest {

    private static final String GOOD = "vier Wörter reichen aus";
    private static final Caller OPERATOR = TestIdentity.OPERATOR;
    /** What the clock of the tests shows. */
    private static final LocalDate TODAY = LocalDate.parse("2026-12-01");

    /** Anna is away and has a role in her department, Ben is somebody of the same. */
    private static final class Office implements AutoCloseable {

        final TestIdentity identity;
        final Department department;
        final SignIn.Started anna;
        SignIn.Started ben;

        Office(Engine engine) {
            this.identity = new TestIdentity(engine);
            this.department = identity.department("FD 61", null);
            this.anna = ready("anna");
            this.ben = ready("ben");
            identity.roles.grant(OPERATOR, idOf(anna), "author", department.id());
        }

        private SignIn.Started ready(String login) {
            SignIn.Started started = identity.ready(login, GOOD);
            identity.accounts.change(
                    OPERATOR,
                    idOf(started),
                    new Accounts.Entry(login, "Name von " + login, null, Set.of(department.id())),
                    null);
            return started;
        }

        String idOf(SignIn.Started started) {
            return identity.callerOf(started.sessionId()).subject();
        }

        Caller annaNow() {
            return identity.callerOf(anna.sessionId());
        }

        Caller benNow() {
            return identity.callerOf(ben.sessionId());
        }

        /** Some days on, by a session that has not ended meanwhile. */
        void pass(int days) {
            identity.clock.pass(Duration.ofDays(days));
            ben = identity.signIn.withPassword("ben", GOOD, TestIdentity.OFFICE, "request");
        }

        boolean benMayImport() {
            return benNow().may("proposals.import", department.id());
        }

        Deputyship appoint(int fromDay, int untilDay) {
            return identity.deputies.appoint(
                    annaNow(), idOf(anna), entry("ben", TODAY.plusDays(fromDay), TODAY.plusDays(untilDay)));
        }

        @Override
        public void close() throws Exception {
            identity.close();
        }
    }

    private static Deputies.Entry entry(String login, LocalDate first, LocalDate last) {
        return new Deputies.Entry(login, first, last);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDeputyHasTheRolesFromTheFirstDayToTheLast(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            office.appoint(1, 2);
            assertThat(office.benMayImport()).as("not begun").isFalse();

            office.pass(1);
            assertThat(office.benMayImport()).as("on the first day").isTrue();
            assertThat(office.benNow().may("proposals.import", "another"))
                    .as("elsewhere")
                    .isFalse();

            office.pass(1);
            assertThat(office.benMayImport()).as("on the last day").isTrue();

            office.pass(1);
            assertThat(office.benMayImport()).as("afterwards").isFalse();
            assertThat(office.identity.actions()).contains("deputy.appointed");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theDayChangesInTheCountyAndNotInGreenwich(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            office.appoint(1, 1);
            office.identity.clock.pass(Duration.ofHours(14));
            office.ben = office.identity.signIn.withPassword("ben", GOOD, TestIdentity.OFFICE, "request");
            assertThat(office.benMayImport()).as("22:00 UTC is 23:00").isFalse();

            office.identity.clock.pass(Duration.ofMinutes(25));
            assertThat(office.benMayImport()).isFalse();
            office.identity.clock.pass(Duration.ofMinutes(25));
            office.benNow();
            office.identity.clock.pass(Duration.ofMinutes(20));

            assertThat(office.benMayImport())
                    .as("23:10 UTC is the next day, with the same session")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void itEndsAtOnceWhenEitherOfThemEndsIt(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            Deputyship first = office.appoint(0, 5);
            assertThat(office.benMayImport()).isTrue();
            office.identity.deputies.end(office.annaNow(), first.id());
            assertThat(office.benMayImport()).isFalse();

            Deputyship second = office.appoint(0, 5);
            assertThat(office.benMayImport()).isTrue();
            office.identity.deputies.end(office.benNow(), second.id());
            assertThat(office.benMayImport()).isFalse();
            assertThat(office.identity.deputies.of(office.benNow(), office.idOf(office.ben)))
                    .isEmpty();

            assertThat(code(() -> office.identity.deputies.end(office.annaNow(), second.id())))
                    .isEqualTo("deputyship-not-found");
            assertThat(office.identity.actions()).contains("deputy.ended");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoBelongsToNoDepartmentAnyMoreStillEndsWhatTheyAgreed(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            Deputyship agreed = office.appoint(0, 5);
            office.identity.accounts.change(
                    OPERATOR, office.idOf(office.anna), new Accounts.Entry("anna", "Anna", null, Set.of()), null);
            assertThat(office.benMayImport()).isTrue();

            office.identity.deputies.end(office.annaNow(), agreed.id());

            assertThat(office.benMayImport()).isFalse();
            assertThat(code(() -> office.appoint(0, 5))).isEqualTo("permission-missing");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoHasNotSignedInWhollyEndsNothing(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            Deputyship agreed = office.appoint(0, 5);
            String anna = office.idOf(office.anna);
            String half = office.identity.database.transactions.call(tx -> {
                new AccountTable(new Sql(tx)).password(anna, office.identity.hasher.dummy(), true);
                return office.identity.sessions.begin(new Sql(tx), anna, SessionStore.PASSWORD, null);
            });

            assertThat(code(() -> office.identity.deputies.end(office.identity.callerOf(half), agreed.id())))
                    .isEqualTo("permission-missing");
            office.identity.accounts.change(OPERATOR, anna, new Accounts.Entry("anna", "Anna", null, Set.of()), null);
            assertThat(code(() -> office.identity.deputies.end(office.identity.callerOf(half), agreed.id())))
                    .isEqualTo("permission-missing");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void governingPeopleAndThePlatformIsNotPassedOn(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            office.identity.roles.grant(OPERATOR, office.idOf(office.anna), "administrator", null);
            office.identity.roles.grant(OPERATOR, office.idOf(office.anna), "auditor", null);
            office.appoint(0, 5);

            assertThat(office.benNow().grants())
                    .noneMatch(grant -> grant.permission().equals("*")
                            || grant.permission().startsWith("platform.")
                            || grant.permission().equals("identity.read"));
            assertThat(office.benNow().mayAnywhere("proposals.read")).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatADeputyHasFromOthersGoesNoFurther(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            SignIn.Started clara = office.ready("clara");
            office.appoint(0, 5);
            office.identity.deputies.appoint(
                    office.benNow(), office.idOf(office.ben), entry("clara", TODAY, TODAY.plusDays(5)));

            assertThat(office.benMayImport()).isTrue();
            assertThat(office.identity.callerOf(clara.sessionId()).mayAnywhere("proposals.import"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aLockedAccountPassesNothingOnAndAReaderOfOthersNeedsThePermission(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            office.appoint(0, 5);
            assertThat(code(() -> office.identity.deputies.of(office.benNow(), office.idOf(office.anna))))
                    .isEqualTo("permission-missing");
            assertThat(code(() -> office.identity.deputies.all(office.benNow())))
                    .isEqualTo("permission-missing");
            assertThat(office.identity.deputies.all(OPERATOR)).hasSize(1);

            office.identity.accounts.setState(OPERATOR, office.idOf(office.anna), Account.State.LOCKED, null);

            assertThat(office.benMayImport()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void onlyWhoMayGrantTheRolesDecidesForOthers(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            Deputies deputies = office.identity.deputies;
            String anna = office.idOf(office.anna);
            Deputies.Entry entry = entry("ben", TODAY, TODAY);

            assertThat(code(() -> deputies.appoint(office.benNow(), anna, entry)))
                    .isEqualTo("permission-missing");
            Caller granter = TestIdentity.caller("granter", new Grant("identity.grants", "*"));
            assertThat(code(() -> deputies.appoint(granter, anna, entry))).isEqualTo("more-rights-than-yours");
            Deputyship agreed = deputies.appoint(OPERATOR, anna, entry);
            assertThat(code(() -> deputies.end(granter, agreed.id()))).isEqualTo("more-rights-than-yours");
            assertThat(code(() -> deputies.appoint(OPERATOR, "no-such", entry))).isEqualTo("account-not-found");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobodyKeepsForGoodWhatTheyHaveAsADeputy(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            office.identity.roles.add(
                    OPERATOR, new Roles.Entry(new Text("Rollenpflege", "Keeper of roles"), Set.of("identity.grants")));
            String keeper = office.identity.roles.all(OPERATOR).stream()
                    .filter(role -> role.name().english().equals("Keeper of roles"))
                    .findFirst()
                    .orElseThrow()
                    .id();
            office.identity.roles.grant(OPERATOR, office.idOf(office.ben), keeper, office.department.id());
            office.appoint(0, 5);
            Caller ben = office.benNow();
            assertThat(ben.may("proposals.import", office.department.id())).isTrue();

            assertThat(code(() -> office.identity.roles.grant(
                            ben, office.idOf(office.ben), "author", office.department.id())))
                    .isEqualTo("more-rights-than-yours");
            SignIn.Started clara = office.ready("clara");
            office.identity.roles.grant(OPERATOR, office.idOf(clara), "author", office.department.id());
            assertThat(code(() -> office.identity.deputies.appoint(
                            ben, office.idOf(clara), entry("ben", TODAY, TODAY.plusDays(300)))))
                    .isEqualTo("more-rights-than-yours");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoAppointsForAnotherPassesOnNoMoreThanTheyCouldGrant(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            SignIn.Started head = office.ready("head");
            office.identity.roles.grant(
                    OPERATOR, office.idOf(head), "department-administrator", office.department.id());
            SignIn.Started clerk = office.ready("clerk");
            office.identity.deputies.appoint(
                    office.identity.callerOf(head.sessionId()),
                    office.idOf(clerk),
                    entry("ben", TODAY, TODAY.plusDays(300)));

            office.identity.roles.grant(OPERATOR, office.idOf(clerk), "council-office", null);

            assertThat(office.benNow().may("proposals.import", office.department.id()))
                    .as("what the appointer has too")
                    .isTrue();
            assertThat(office.benNow().mayAnywhere("proposals.council")).isFalse();
            assertThat(office.benNow().may("proposals.import", "*")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTokenPassesOnNoMoreThanItsAccountCouldGrant(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            TestIdentity identity = office.identity;
            SignIn.Started head = office.ready("head");
            identity.roles.grant(OPERATOR, office.idOf(head), "department-administrator", office.department.id());
            String keys = identity.roles
                    .add(OPERATOR, new Roles.Entry(Text.same("Schlüssel"), Set.of("identity.tokens")))
                    .id();
            identity.roles.grant(OPERATOR, office.idOf(head), keys, office.department.id());
            Tokens.Issued token = identity.tokens.add(
                    identity.callerOf(head.sessionId()),
                    new Tokens.Entry(
                            "Abgleich",
                            Set.of("identity.grants"),
                            office.department.id(),
                            identity.clock.instant().plus(Duration.ofDays(90))));
            SignIn.Started clerk = office.ready("clerk");
            Caller machine = identity.tokenStore.find(token.secret(), "request").orElseThrow();
            identity.deputies.appoint(machine, office.idOf(clerk), entry("ben", TODAY, TODAY.plusDays(300)));

            identity.roles.grant(OPERATOR, office.idOf(clerk), "council-office", null);

            assertThat(office.benNow().may("proposals.import", office.department.id()))
                    .as("what the appointer has too")
                    .isTrue();
            assertThat(office.benNow().mayAnywhere("proposals.council")).isFalse();
            assertThat(office.benNow().may("proposals.import", "*")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoHasNotSignedInWhollyAppointsNobody(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            Accounts.Issued issued = office.identity.accounts.add(
                    OPERATOR, new Accounts.Entry("new", "Neu", null, Set.of(office.department.id())));
            SignIn.Started first =
                    office.identity.signIn.withPassword("new", issued.password(), TestIdentity.OFFICE, "request");
            Caller half = office.identity.callerOf(first.sessionId());

            assertThat(code(() -> office.identity.deputies.appoint(half, half.subject(), entry("ben", TODAY, TODAY))))
                    .isEqualTo("permission-missing");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoResetsAnAccountMustHaveWhatItWillHaveAsADeputy(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            office.appoint(3, 5);
            Caller helpdesk = TestIdentity.caller("helpdesk", new Grant("identity.accounts", "*"));

            assertThat(code(() -> office.identity.accounts.resetPassword(helpdesk, office.idOf(office.ben))))
                    .isEqualTo("more-rights-than-yours");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatCannotBeIsRefusedAndTheSameOnceMoreStays(Engine engine) throws Exception {
        try (Office office = new Office(engine)) {
            office.identity.account("nobody");
            Deputyship agreed = office.appoint(0, 5);
            assertThat(office.appoint(0, 5)).as("a second click").isEqualTo(agreed);

            refused(office, entry("ben", TODAY.minusDays(1), TODAY));
            refused(office, entry("ben", TODAY.plusDays(2), TODAY.plusDays(1)));
            refused(office, entry("ben", TODAY, TODAY.plusDays(Deputies.MOST_DAYS)));
            refused(office, entry("ben", TODAY.plusDays(400), TODAY.plusDays(401)));
            refused(office, entry("ben", LocalDate.MIN, LocalDate.MAX));
            refused(office, entry("ben", TODAY, null));
            refused(office, entry("ben", null, TODAY));
            refused(office, entry("anna", TODAY, TODAY));
            refused(office, entry("unknown", TODAY, TODAY));
            refused(office, entry("nobody", TODAY, TODAY));
            refused(office, entry("b\0en", TODAY, TODAY));
            refused(office, entry(null, TODAY, TODAY));
            for (int i = 0; i < 19; i++) {
                office.appoint(i + 10, i + 10);
            }
            refused(office, entry("ben", TODAY.plusDays(100), TODAY.plusDays(100)));
            assertThat(office.identity.deputies.all(OPERATOR)).hasSize(20);
        }
    }

    private static void refused(Office office, Deputies.Entry entry) {
        assertThat(code(() -> office.identity.deputies.appoint(office.annaNow(), office.idOf(office.anna), entry)))
                .as(entry.toString())
                .isEqualTo("entry-not-valid");
    }

    private static String code(ThrowingCallable call) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, call);
        return refused == null ? null : refused.problem().code();
    }
}
