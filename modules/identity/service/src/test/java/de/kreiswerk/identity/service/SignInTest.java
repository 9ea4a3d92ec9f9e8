package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.SignIn;
import de.kreiswerk.identity.api.TooManyAttempts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInTest {

    private static final String GOOD = "vier Wörter reichen aus";
    private static final String OTHER = "noch vier andere Wörter";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNewAccountCanDoNothingBeforeItHasChosenAPassword(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Accounts.Issued issued = identity.account("anna");
            identity.roles.grant(TestIdentity.OPERATOR, issued.account().id(), "author", null);

            SignIn.Started first =
                    identity.signIn.withPassword("ANNA", issued.password(), TestIdentity.OFFICE, "request");

            assertThat(first.mustChangePassword()).isTrue();
            Caller caller = identity.callerOf(first.sessionId());
            assertThat(caller.grants()).containsExactly(new Grant(IdentityPermissions.OWN_ACCOUNT, Grant.ALL));

            SignIn.Started then = identity.signIn.changePassword(
                    caller, first.sessionId(), issued.password(), GOOD, TestIdentity.OFFICE);
            assertThat(identity.sessions.find(first.sessionId(), "r"))
                    .as("a new id")
                    .isEmpty();
            assertThat(identity.callerOf(then.sessionId()).mayAnywhere("proposals.import"))
                    .isTrue();
            assertThat(identity.signIn
                            .withPassword("anna", GOOD, TestIdentity.OFFICE, "request")
                            .mustChangePassword())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void wrongNameWrongPasswordAndLockedAccountGetTheSameAnswer(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            SignIn.Started started = identity.ready("anna", GOOD);
            Account account = identity.accountOf(started);

            String unknown = refusal(identity, "berta", GOOD);
            String wrong = refusal(identity, "anna", "something else entirely");
            String noName = refusal(identity, "\u0000", GOOD);
            String huge = refusal(identity, "anna", "x".repeat(1024 * 1024));
            identity.accounts.setState(TestIdentity.OPERATOR, account.id(), Account.State.LOCKED, null);
            String locked = refusal(identity, "anna", GOOD);

            assertThat(List.of(unknown, noName, huge, locked)).containsOnly(wrong);
            assertThat(identity.records.stream()
                            .filter(event -> event.outcome() == AuditEvent.Outcome.FAILED)
                            .map(event -> event.details().get("reason")))
                    .containsExactly(
                            "account-unknown", "password-wrong", "account-unknown", "password-wrong", "account-locked");
            assertThat(identity.records)
                    .filteredOn(event -> event.action().equals("sign-in.failed"))
                    .as("who tries has not shown to be the owner")
                    .allSatisfy(event -> assertThat(event.caller().subject()).isEqualTo("nobody"))
                    .extracting(AuditEvent::objectId)
                    .containsExactly("nobody", account.id(), "nobody", account.id(), account.id());
            assertThat(identity.records.toString()).as("what was typed").doesNotContain("berta", GOOD);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theIdOfASessionIsNotInTheDatabase(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String id = identity.ready("anna", GOOD).sessionId();

            assertThat(id).hasSize(43);
            assertThat(identity.database.number(
                            "select count(*) from identity_session where hash = '" + id + "' or handle = '" + id + "'"))
                    .isZero();
            assertThat(identity.sessions.find(Secrets.sha256(id), "r"))
                    .as("the hash itself")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aSessionEndsWithoutUseAndAfterItsTime(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String id = identity.ready("anna", GOOD).sessionId();

            for (int i = 0; i < 3; i++) {
                identity.clock.pass(Duration.ofMinutes(29));
                assertThat(identity.sessions.find(id, "r")).isPresent();
            }
            identity.clock.pass(Duration.ofMinutes(31));
            assertThat(identity.sessions.find(id, "r")).isEmpty();

            String second = identity.signIn
                    .withPassword("anna", GOOD, TestIdentity.OFFICE, "request")
                    .sessionId();
            for (int i = 0; i < 24; i++) {
                identity.clock.pass(Duration.ofMinutes(29));
                identity.sessions.find(second, "r");
            }
            identity.clock.pass(Duration.ofMinutes(25));
            assertThat(identity.sessions.find(second, "r")).as("12 hours").isEmpty();
            identity.signIn.withPassword("anna", GOOD, TestIdentity.OFFICE, "request");
            assertThat(identity.database.number("select count(*) from identity_session"))
                    .as("cleared away")
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ownSessionsAreSeenAndEnded(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String first = identity.ready("anna", GOOD).sessionId();
            String second = identity.signIn
                    .withPassword("anna", GOOD, TestIdentity.STRANGER, "request")
                    .sessionId();
            String foreign = identity.ready("berta", GOOD).sessionId();
            Caller anna = identity.callerOf(first);

            List<SignIn.OwnSession> sessions = identity.signIn.sessions(anna, first);
            assertThat(sessions)
                    .hasSize(2)
                    .extracting(SignIn.OwnSession::client)
                    .contains("Firefox, Linux", "");
            String handle = sessions.stream()
                    .filter(session -> !session.current())
                    .findFirst()
                    .orElseThrow()
                    .handle();
            identity.signIn.endOne(identity.callerOf(foreign), handle);
            assertThat(identity.sessions.find(second, "r")).as("not by others").isPresent();

            identity.signIn.endOne(anna, handle);
            assertThat(identity.sessions.find(second, "r")).isEmpty();

            identity.signIn.endAll(anna);
            assertThat(identity.sessions.find(first, "r")).isEmpty();
            assertThat(identity.sessions.find(foreign, "r")).isPresent();
            assertThat(identity.actions()).contains("session.ended", "signed-out-everywhere");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aStrangerWhoTriesPasswordsWaitsAndTheOwnerDoesNot(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            identity.ready("anna", GOOD);
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> identity.signIn.withPassword("anna", "wrong", TestIdentity.STRANGER, "r"))
                        .isInstanceOf(ProblemException.class);
            }

            assertThatThrownBy(() -> identity.signIn.withPassword("anna", GOOD, TestIdentity.STRANGER, "r"))
                    .isInstanceOf(TooManyAttempts.class);
            assertThat(identity.signIn.withPassword("anna", GOOD, TestIdentity.OFFICE, "r"))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPasswordIsChangedOnlyWithTheOneOfBeforeAndToAGoodOne(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String id = identity.ready("anna", GOOD).sessionId();
            Caller anna = identity.callerOf(id);

            assertCode(
                    "current-password-wrong",
                    () -> identity.signIn.changePassword(
                            anna, id, "wrong", "ganz andere Wörter hier", TestIdentity.OFFICE));
            assertCode(
                    "password-not-valid",
                    () -> identity.signIn.changePassword(anna, id, GOOD, "kurz", TestIdentity.OFFICE));
            assertCode(
                    "password-not-valid",
                    () -> identity.signIn.changePassword(anna, id, GOOD, GOOD, TestIdentity.OFFICE));
            assertThat(identity.sessions.find(id, "r")).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aResetPasswordSignsOutAndTheLinkChoosesAnotherOnce(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            SignIn.Started started = identity.ready("anna", GOOD);
            Account anna = identity.accountOf(started);

            Accounts.Reset reset = identity.accounts.resetPassword(TestIdentity.OPERATOR, anna.id());
            String secret = secret(reset);

            assertThat(identity.sessions.find(started.sessionId(), "r")).isEmpty();
            assertThat(refusal(identity, "anna", GOOD)).contains("credentials-wrong");
            assertThat(reset.expires()).isEqualTo(identity.clock.instant().plus(Duration.ofHours(24)));
            assertThat(identity.database.number(
                            "select count(*) from identity_password_link where hash = '" + secret + "'"))
                    .isZero();
            assertThat(identity.signIn.whoChooses(secret)).isEqualTo("anna");
            assertCode("password-not-valid", () -> identity.signIn.choosePassword(secret, "kurz", "r"));

            identity.signIn.choosePassword(secret, OTHER, "r");
            assertThat(identity.signIn
                            .withPassword("anna", OTHER, TestIdentity.OFFICE, "r")
                            .mustChangePassword())
                    .isFalse();
            assertCode("reset-link-not-valid", () -> identity.signIn.choosePassword(secret, GOOD, "r"));
            assertThat(identity.actions()).contains("password.reset", "password.chosen");
            assertThat(identity.records.toString()).doesNotContain(secret, OTHER);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aLinkEndsWithTimeAnotherLinkAndALockedAccount(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String id = identity.accountOf(identity.ready("anna", GOOD)).id();

            String first = secret(identity.accounts.resetPassword(TestIdentity.OPERATOR, id));
            String second = secret(identity.accounts.resetPassword(TestIdentity.OPERATOR, id));
            assertCode("reset-link-not-valid", () -> identity.signIn.whoChooses(first));
            assertThat(identity.signIn.whoChooses(second)).isEqualTo("anna");

            identity.accounts.setState(TestIdentity.OPERATOR, id, Account.State.LOCKED, null);
            assertCode("reset-link-not-valid", () -> identity.signIn.choosePassword(second, OTHER, "r"));
            identity.accounts.setState(TestIdentity.OPERATOR, id, Account.State.ACTIVE, null);
            identity.clock.pass(Duration.ofHours(24));
            assertCode("reset-link-not-valid", () -> identity.signIn.choosePassword(second, OTHER, "r"));
            for (String wrong : List.of("", "x", "\u0000", "A".repeat(43), "A".repeat(100_000))) {
                assertCode("reset-link-not-valid", () -> identity.signIn.whoChooses(wrong));
            }
        }
    }

    private static String secret(Accounts.Reset reset) {
        return reset.path().substring(SignIn.CHOOSE_PASSWORD.length());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatHappensToTheAccountDuringTheComparisonCounts(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String id = identity.ready("anna", GOOD).sessionId();
            Caller anna = identity.callerOf(id);
            SignIn whileReset =
                    identity.signInWhile(() -> identity.accounts.resetPassword(TestIdentity.OPERATOR, anna.subject()));
            assertCode("credentials-wrong", () -> whileReset.withPassword("anna", GOOD, TestIdentity.OFFICE, "r"));

            String second = identity.ready("berta", GOOD).sessionId();
            Caller berta = identity.callerOf(second);
            Runnable lock = () ->
                    identity.accounts.setState(TestIdentity.OPERATOR, berta.subject(), Account.State.LOCKED, null);
            SignIn whileLocked = identity.signInWhile(lock);
            assertCode("credentials-wrong", () -> whileLocked.withPassword("berta", GOOD, TestIdentity.OFFICE, "r"));
            identity.accounts.setState(TestIdentity.OPERATOR, berta.subject(), Account.State.ACTIVE, null);
            SignIn changing = identity.signInWhile(lock);
            assertCode(
                    "credentials-wrong",
                    () -> changing.changePassword(berta, second, GOOD, "ganz andere Wörter hier", TestIdentity.OFFICE));

            assertThat(identity.database.number("select count(*) from identity_session"))
                    .isZero();
            assertThat(identity.records)
                    .filteredOn(event -> event.action().equals("sign-in.failed"))
                    .extracting(event -> event.details().get("reason"))
                    .containsExactly("account-changed", "account-changed");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aSignInThatTheHasherHasNoTimeForDoesNotCount(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String id = identity.ready("anna", GOOD).sessionId();
            Caller anna = identity.callerOf(id);
            PasswordHasher closed = new PasswordHasher(1, 1);
            closed.close();
            SignIn busy = identity.signIn(identity.database.transactions, closed);

            for (int i = 0; i < 10; i++) {
                assertCode("sign-in-busy", () -> busy.withPassword("anna", GOOD, TestIdentity.OFFICE, "r"));
                assertCode(
                        "sign-in-busy",
                        () -> busy.changePassword(anna, id, GOOD, "ganz andere Wörter hier", TestIdentity.OFFICE));
            }

            assertThat(identity.signIn.withPassword("anna", GOOD, TestIdentity.OFFICE, "r"))
                    .isNotNull();
        }
    }

    private static String refusal(TestIdentity identity, String name, String password) {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> identity.signIn.withPassword(name, password, TestIdentity.OFFICE, "request"));
        assertThat(refused).isNotNull();
        return refused.problem().toString();
    }

    private static void assertCode(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.problem().code()).isEqualTo(code);
    }
}
