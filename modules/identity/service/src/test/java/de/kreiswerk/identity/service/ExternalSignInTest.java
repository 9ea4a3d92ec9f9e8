package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.ExternalSignIn;
import de.kreiswerk.identity.api.ExternalSignIn.Newcomer;
import de.kreiswerk.identity.api.SignIn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People for whom somebody else vouches get accounts of their own, which nobody else gets into. */
class ExternalSignInTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNewcomerGetsTheFirstNameThatIsFreeAndCanBeOne(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            identity.account("anna");
            ExternalSignIn external = external(identity);

            Account first = external.add(
                    TestIdentity.OPERATOR,
                    new Newcomer(List.of("Anna", "а\u0301 b", "Anna@amt"), "Anna\u202e Beispiel", "no e-mail"));
            assertThat(first.loginName()).isEqualTo("Anna@amt");
            assertThat(first.displayName()).as("what is invisible is no name").isEqualTo("Anna@amt");
            assertThat(first.email()).isNull();

            Account second = external.add(
                    TestIdentity.OPERATOR, new Newcomer(List.of("anna", "ANNA@AMT"), "Anna", "anna@kreis.example"));
            assertThat(second.loginName()).startsWith("konto-");
            assertThat(second.email()).isEqualTo("anna@kreis.example");
            assertThat(identity.actions()).contains("account.created");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theySignInWithoutAPasswordAndNobodyWithOne(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            ExternalSignIn external = external(identity);
            Account account = external.add(TestIdentity.OPERATOR, new Newcomer(List.of("anna"), "Anna", null));

            SignIn.Started started =
                    external.begin(account.id(), "oidc-amt", TestIdentity.OFFICE, "request", Map.of("provider", "amt"));
            assertThat(started.mustChangePassword()).isFalse();
            assertThat(identity.callerOf(started.sessionId()).method()).isEqualTo("oidc-amt");
            for (String password : List.of("", "\0", "anna", "a-long-password-of-somebody")) {
                assertThatThrownBy(
                                () -> identity.signIn.withPassword("anna", password, TestIdentity.STRANGER, "request"))
                        .isInstanceOf(ProblemException.class);
            }

            identity.accounts.setState(TestIdentity.OPERATOR, account.id(), Account.State.LOCKED, null);
            assertThat(identity.sessions.find(started.sessionId(), "request")).isEmpty();
            assertThatThrownBy(() -> external.begin(
                            account.id(), "oidc-amt", TestIdentity.OFFICE, "request", Map.of("provider", "amt")))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("account-locked"));
        }
    }

    private static ExternalSignIn external(TestIdentity identity) {
        return new ExternalSignInService(
                identity.database.transactions, new Schema() {}, identity.trail, identity.hasher, identity.sessions);
    }
}
