package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.SecondFactor;
import de.kreiswerk.identity.api.SignIn;
import de.kreiswerk.identity.api.TooManyAttempts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecondFactorTest {

    private static final String GOOD = "vier Wörter reichen aus";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void onceConfirmedTheCodeIsAskedForAndWorksOnce(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String session = identity.ready("anna", GOOD).sessionId();
            String other = signIn(identity, "anna").sessionId();
            Caller anna = identity.callerOf(session);
            SecondFactor.Setup setup = identity.secondFactor.begin(anna);

            assertThat(setup.key()).matches("[A-Z2-7]{32}");
            assertThat(setup.uri())
                    .isEqualTo("otpauth://totp/Kreiswerk:anna?secret=" + setup.key() + "&issuer=Kreiswerk");
            assertThat(identity.secondFactor.pending(anna)).hasValue(setup);
            assertThat(signIn(identity, "anna").step()).as("not confirmed yet").isNull();
            assertThat(code(() -> identity.secondFactor.confirm(anna, session, "000000")))
                    .isEqualTo("code-wrong");

            List<String> recovery = identity.secondFactor.confirm(anna, session, app(identity, setup));
            assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
            assertThat(identity.secondFactor.pending(anna)).isEmpty();
            assertThat(identity.sessions.find(other, "r")).as("without a code").isEmpty();
            assertThat(identity.sessions.find(session, "r")).isPresent();

            SignIn.Started half = signIn(identity, "anna");
            assertThat(half.sessionId()).isNull();
            assertThat(identity.sessions.find(half.step(), "r")).isEmpty();
            String used = app(identity, setup);
            assertThat(code(() -> withCode(identity, half.step(), used)))
                    .as("used when it was confirmed")
                    .isEqualTo("code-wrong");
            identity.clock.pass(Duration.ofSeconds(30));
            SignIn.Started whole = withCode(identity, half.step(), " " + app(identity, setup) + " ");
            assertThat(identity.callerOf(whole.sessionId()).method()).isEqualTo("password-and-code");
            assertThat(code(() -> withCode(identity, half.step(), app(identity, setup))))
                    .isEqualTo("sign-in-step-not-valid");
            assertThat(identity.records.toString()).doesNotContain(setup.key(), recovery.get(0));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRecoveryCodeStandsForTheAppOnce(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String session = identity.ready("anna", GOOD).sessionId();
            String recovery = setUp(identity, session).get(3);
            Caller anna = identity.callerOf(session);

            String typed = recovery.toUpperCase(Locale.ROOT).replace("-", " ");
            assertThat(withCode(identity, signIn(identity, "anna").step(), typed)
                            .sessionId())
                    .isNotNull();
            assertThat(identity.secondFactor.state(anna, anna.subject()).recoveryCodes())
                    .isEqualTo(9);
            String step = signIn(identity, "anna").step();
            assertThat(code(() -> withCode(identity, step, recovery))).isEqualTo("code-wrong");
            assertThat(identity.database.number(
                            "select count(*) from identity_recovery_code where hash = '" + recovery + "'"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void tryingIsSlowedDownFromWhereverItComes(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            setUp(identity, identity.ready("anna", GOOD).sessionId());
            String step = signIn(identity, "anna").step();

            for (int i = 0; i < 5; i++) {
                SignIn.Client somewhere = new SignIn.Client("198.51.100." + i, null);
                assertThat(code(() -> identity.signIn.withCode(step, "000000", somewhere, "r")))
                        .isEqualTo("code-wrong");
            }
            assertThat(catchThrowableOfType(
                            TooManyAttempts.class,
                            () -> identity.signIn.withCode(step, "000000", TestIdentity.STRANGER, "r")))
                    .isNotNull();
            identity.clock.pass(Duration.ofMinutes(5));
            assertThat(code(() -> withCode(identity, step, "000000")))
                    .as("too late")
                    .isEqualTo("sign-in-step-not-valid");
            for (String nonsense : new String[] {null, "", "\u0000", "A".repeat(43), "x".repeat(100_000)}) {
                assertThat(code(() -> withCode(identity, nonsense, "000000"))).isEqualTo("sign-in-step-not-valid");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aResetPasswordLeavesTheSecondFactorAndEndsWaitingSignIns(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String session = identity.ready("anna", GOOD).sessionId();
            String id = identity.callerOf(session).subject();
            List<String> recovery = setUp(identity, session);
            String waiting = signIn(identity, "anna").step();

            Accounts.Reset reset = identity.accounts.resetPassword(TestIdentity.OPERATOR, id);
            assertThat(code(() -> withCode(identity, waiting, recovery.get(0)))).isEqualTo("sign-in-step-not-valid");
            identity.signIn.choosePassword(reset.path().substring(SignIn.CHOOSE_PASSWORD.length()), GOOD, "r");
            assertThat(signIn(identity, "anna").step()).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void itIsSwitchedOffWithACodeOrByTheAdministration(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String session = identity.ready("anna", GOOD).sessionId();
            Caller anna = identity.callerOf(session);
            List<String> recovery = setUp(identity, session);
            assertThat(code(() -> identity.secondFactor.begin(anna))).isEqualTo("second-factor-active");
            assertThat(code(() -> identity.secondFactor.remove(anna, "000000"))).isEqualTo("code-wrong");

            identity.secondFactor.remove(anna, recovery.get(0));
            assertThat(signIn(identity, "anna").sessionId()).isNotNull();
            assertThat(code(() -> identity.secondFactor.remove(anna, recovery.get(1))))
                    .isEqualTo("second-factor-not-set-up");

            setUp(identity, session);
            Caller nobody = TestIdentity.caller("nobody", new Grant(IdentityPermissions.READ, Grant.ALL));
            assertThat(code(() -> identity.secondFactor.reset(nobody, anna.subject())))
                    .isEqualTo("permission-missing");
            identity.secondFactor.reset(TestIdentity.OPERATOR, anna.subject());
            assertThat(identity.sessions.find(session, "r")).isEmpty();
            assertThat(signIn(identity, "anna").sessionId()).isNotNull();
            assertThat(identity.actions())
                    .contains(
                            "second-factor.set-up",
                            "second-factor.remove-failed",
                            "second-factor.removed",
                            "second-factor.reset");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void newRecoveryCodesTakeThePlaceOfThoseThatNobodySaw(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String session = identity.ready("anna", GOOD).sessionId();
            Caller anna = identity.callerOf(session);
            assertThat(code(() -> identity.secondFactor.renewRecoveryCodes(anna, "123456")))
                    .isEqualTo("second-factor-not-set-up");
            SecondFactor.Setup setup = identity.secondFactor.begin(anna);
            List<String> unseen = identity.secondFactor.confirm(anna, session, app(identity, setup));

            assertThat(code(() -> identity.secondFactor.renewRecoveryCodes(anna, app(identity, setup))))
                    .as("used when it was confirmed")
                    .isEqualTo("code-wrong");
            identity.clock.pass(Duration.ofSeconds(30));
            List<String> seen = identity.secondFactor.renewRecoveryCodes(anna, app(identity, setup));

            assertThat(seen).hasSize(10).doesNotHaveDuplicates().doesNotContainAnyElementsOf(unseen);
            assertThat(identity.secondFactor.state(anna, anna.subject()).recoveryCodes())
                    .isEqualTo(10);
            String step = signIn(identity, "anna").step();
            assertThat(code(() -> withCode(identity, step, unseen.get(0)))).isEqualTo("code-wrong");
            assertThat(withCode(identity, step, seen.get(0)).sessionId()).isNotNull();
            assertThat(identity.actions())
                    .containsOnlyOnce("second-factor.renew-codes-failed", "second-factor.codes-renewed");
        }
    }

    /** Nobody but who has the link knows the password then, and it was not what this session began with. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoSignedInAtAProviderSetsItUpAlsoAfterAResetOfThePassword(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String id = identity.account("anna").account().id();
            String local = identity.database.transactions.call(
                    tx -> identity.sessions.begin(new Sql(tx), id, SessionStore.PASSWORD, null));
            String elsewhere = identity.database.transactions.call(
                    tx -> identity.sessions.begin(new Sql(tx), id, "oidc:amt", null));

            assertThat(code(() -> identity.secondFactor.begin(identity.callerOf(local))))
                    .isEqualTo("password-first");
            assertThat(setUp(identity, elsewhere)).hasSize(10);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anAdministratorWithoutOneCanOnlySetItUp(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine, true)) {
            String session = identity.ready("anna", GOOD).sessionId();
            String id = identity.callerOf(session).subject();
            assertThat(signIn(identity, "anna").mustSetUp()).isFalse();
            identity.roles.grant(TestIdentity.OPERATOR, id, Role.ADMINISTRATOR, null);

            assertThat(identity.callerOf(session).grants())
                    .containsExactly(new Grant(IdentityPermissions.OWN_ACCOUNT, Grant.ALL));
            assertThat(signIn(identity, "anna").mustSetUp()).isTrue();
            assertThat(identity.secondFactor
                            .state(identity.callerOf(session), id)
                            .required())
                    .isTrue();

            setUp(identity, session);
            assertThat(identity.callerOf(session).may("anything", Grant.ALL)).isTrue();

            List<String> recovery = setUpAnew(identity, session);
            String whole = withCode(identity, signIn(identity, "anna").step(), recovery.get(0))
                    .sessionId();
            assertThat(identity.callerOf(whole).may("anything", Grant.ALL)).isTrue();
            identity.secondFactor.remove(identity.callerOf(whole), recovery.get(1));
            assertThat(identity.callerOf(whole).mayAnywhere(IdentityPermissions.READ))
                    .as("switched off in the same session")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoGovernsPeopleOfADepartmentNeedsOneAsWell(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine, true)) {
            String session = identity.ready("anna", GOOD).sessionId();
            String id = identity.callerOf(session).subject();
            String department = identity.department("FB 6", null).id();
            identity.roles.grant(TestIdentity.OPERATOR, id, "council-office", null);
            assertThat(identity.callerOf(session).mayAnywhere("proposals.read")).isTrue();

            identity.roles.grant(TestIdentity.OPERATOR, id, "department-administrator", department);

            assertThat(identity.callerOf(session).mayAnywhere("proposals.read")).isFalse();
            assertThat(signIn(identity, "anna").mustSetUp()).isTrue();
            setUp(identity, session);
            assertThat(identity.callerOf(session).may(IdentityPermissions.ACCOUNTS, department))
                    .isTrue();
        }
    }

    private static List<String> setUp(TestIdentity identity, String session) {
        Caller caller = identity.callerOf(session);
        SecondFactor.Setup setup = identity.secondFactor.begin(caller);
        return identity.secondFactor.confirm(caller, session, app(identity, setup));
    }

    private static List<String> setUpAnew(TestIdentity identity, String session) {
        identity.clock.pass(Duration.ofSeconds(60));
        identity.secondFactor.reset(
                TestIdentity.OPERATOR, identity.callerOf(session).subject());
        return setUp(identity, signIn(identity, "anna").sessionId());
    }

    private static SignIn.Started signIn(TestIdentity identity, String login) {
        return identity.signIn.withPassword(login, GOOD, TestIdentity.OFFICE, "r");
    }

    private static SignIn.Started withCode(TestIdentity identity, String step, String code) {
        return identity.signIn.withCode(step, code, TestIdentity.OFFICE, "r");
    }

    /** What an app shows that was told the key. */
    private static String app(TestIdentity identity, SecondFactor.Setup setup) {
        return Totp.code(key(setup.key()), Totp.step(identity.clock.instant()));
    }

    private static byte[] key(String base32) {
        java.math.BigInteger bits = java.math.BigInteger.ZERO;
        for (char each : base32.toCharArray()) {
            bits = bits.shiftLeft(5)
                    .add(java.math.BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(each)));
        }
        byte[] all = bits.toByteArray();
        byte[] key = new byte[Totp.KEY_BYTES];
        int length = Math.min(all.length, key.length);
        System.arraycopy(all, all.length - length, key, key.length - length, length);
        return key;
    }

    private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem().code();
    }
}
