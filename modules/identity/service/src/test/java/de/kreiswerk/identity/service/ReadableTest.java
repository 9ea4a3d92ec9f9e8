package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.Deputyship;
import de.kreiswerk.identity.api.IdentityPermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who administers a department reads its people, and nobody else's. */
class ReadableTest {

    private static final Caller OPERATOR = TestIdentity.OPERATOR;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDepartmentsAdministratorReadsItsPeopleOnly(Engine engine) throws Exception {
        try (County county = new County(engine)) {
            assertThat(county.identity.accounts.list(county.head, "", null, 100))
                    .containsExactlyInAnyOrder(county.below, county.guest);
            assertThat(county.identity.accounts.list(county.head, "bene", null, 1))
                    .containsExactly(county.below);
            assertThat(county.identity.accounts.list(OPERATOR, "", null, 100))
                    .contains(county.below, county.guest, county.elsewhere, county.nowhere);

            for (Account own : List.of(county.below, county.guest)) {
                assertThat(county.identity.accounts.get(county.head, own.id())).isEqualTo(own);
                county.identity.roles.grants(county.head, own.id());
                county.identity.deputies.of(county.head, own.id());
            }
            for (Account foreign : List.of(county.elsewhere, county.nowhere)) {
                assertRefused(() -> county.identity.accounts.get(county.head, foreign.id()));
                assertRefused(() -> county.identity.roles.grants(county.head, foreign.id()));
                assertRefused(() -> county.identity.deputies.of(county.head, foreign.id()));
                assertRefused(() -> county.identity.secondFactor.state(county.head, foreign.id()));
            }
            assertThat(code(() -> county.identity.accounts.get(county.head, "nobody\0")))
                    .isEqualTo("account-not-found");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoReadsAListOfOthersIsNotedOnceAndWithoutTheNameThatWasTyped(Engine engine) throws Exception {
        try (County county = new County(engine)) {
            List<String> noted = new ArrayList<>();
            ((AccountsService) county.identity.accounts).reads = new SensitiveReads() {
                @Override
                public void note(Caller caller, String area, String type, String id, String department) {
                    noted.add(type + " " + id);
                }

                @Override
                public void noteList(Caller caller, String area, String type, Map<String, String> filter, int shown) {
                    noted.add(type + " " + filter + " " + shown);
                }
            };

            county.identity.accounts.list(county.head, "", null, 100);
            county.identity.accounts.list(county.head, "bene", null, 1);
            county.identity.accounts.list(county.head, "nobody", null, 1);
            county.identity.accounts.byLogin(county.head, "bene");
            county.identity.accounts.byLogin(county.head, "emil");

            assertThat(noted).containsExactly("Account {} 2", "Account {text=…} 1", "Account " + county.below.id());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNameWithASharpSIsFoundAsItIsWritten(Engine engine) throws Exception {
        try (County county = new County(engine)) {
            Accounts accounts = county.identity.accounts;
            Account jan = accounts.add(OPERATOR, new Accounts.Entry("j.groß", "Jan Groß", null, Set.of()))
                    .account();

            for (String text : List.of("j.groß", "J.GROSS", "groß", "Jan Groß")) {
                assertThat(accounts.list(OPERATOR, text, null, 100)).as(text).containsExactly(jan);
            }
            for (String login : List.of("j.groß", " J.Groß ", "j.gross", "J.GROSS")) {
                assertThat(accounts.byLogin(OPERATOR, login)).as(login).contains(jan);
            }
            for (String login : List.of("groß", "j.gro%", "", "j.groß\0")) {
                assertThat(accounts.byLogin(OPERATOR, login)).as(login).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anAccountIsFoundByItsNameByWhoMayReadIt(Engine engine) throws Exception {
        try (County county = new County(engine)) {
            Accounts accounts = county.identity.accounts;

            assertThat(accounts.byLogin(county.head, "BENE")).contains(county.below);
            assertThat(accounts.byLogin(county.head, "emil")).isEmpty();
            assertRefused(() -> accounts.byLogin(TestIdentity.caller(county.nowhere.id()), "nora"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everybodyReadsTheirOwn(Engine engine) throws Exception {
        try (County county = new County(engine)) {
            Caller themselves = TestIdentity.caller(county.nowhere.id());

            assertThat(county.identity.accounts.get(themselves, county.nowhere.id()))
                    .isEqualTo(county.nowhere);
            assertThat(county.identity.roles.grants(themselves, county.nowhere.id()))
                    .isEmpty();
            assertRefused(() -> county.identity.accounts.list(themselves, "", null, 10));
            assertRefused(() -> county.identity.accounts.get(themselves, county.below.id()));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void deputyshipsAreThoseOfItsPeople(Engine engine) throws Exception {
        try (County county = new County(engine)) {
            Deputyship own = county.deputy(county.below, "emil");
            Deputyship foreign = county.deputy(county.elsewhere, "bene");

            assertThat(county.identity.deputies.all(county.head)).containsExactly(own);
            assertThat(county.identity.deputies.all(OPERATOR)).containsExactlyInAnyOrder(own, foreign);
        }
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThat(code(call)).isEqualTo("permission-missing");
    }

    private static String code(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem().code();
    }

    /** Two areas, the first with an office below it. */
    private static final class County implements AutoCloseable {

        final TestIdentity identity;
        final Caller head;
        final Account below;
        final Account guest;
        final Account elsewhere;
        final Account nowhere;

        County(Engine engine) throws Exception {
            identity = new TestIdentity(engine);
            Department area = identity.department("FB 6", null);
            Department office = identity.department("FD 61", area);
            Department other = identity.department("FB 7", null);
            below = account("bene", office);
            elsewhere = account("emil", other);
            nowhere = identity.account("nora").account();
            guest = account("gitta", other);
            identity.roles.grant(OPERATOR, guest.id(), "author", office.id());
            head = TestIdentity.caller(
                    "head",
                    new Grant(IdentityPermissions.READ, area.id()),
                    new Grant(IdentityPermissions.READ, office.id()));
        }

        private Account account(String login, Department department) {
            return identity.accounts
                    .add(OPERATOR, new Accounts.Entry(login, login, null, Set.of(department.id())))
                    .account();
        }

        Deputyship deputy(Account away, String login) {
            return identity.deputies.appoint(
                    OPERATOR,
                    away.id(),
                    new Deputies.Entry(
                            login,
                            Rights.day(identity.clock),
                            Rights.day(identity.clock).plusDays(3)));
        }

        @Override
        public void close() throws Exception {
            identity.close();
        }
    }
}
