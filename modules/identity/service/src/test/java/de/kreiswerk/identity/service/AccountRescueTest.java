package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.SignIn;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountRescueTest {

    private static final String GOOD = "vier Wörter reichen aus";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theAccountGetsAPasswordThatMustBeChangedAndTheTrailSaysSo(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            SignIn.Started before = identity.ready("anna", GOOD);
            String id = identity.accountOf(before).id();
            String link = identity.accounts
                    .resetPassword(TestIdentity.OPERATOR, id)
                    .path()
                    .substring(SignIn.CHOOSE_PASSWORD.length());
            int records = identity.records.size();

            Map.Entry<Boolean, String> answer = rescue(identity, "Anna").call();

            assertThat(answer.getKey()).isTrue();
            assertThat(identity.signIn
                            .withPassword("anna", answer.getValue(), TestIdentity.OFFICE, "r")
                            .mustChangePassword())
                    .isTrue();
            assertThat(identity.database.number("select count(*) from identity_password_link"))
                    .as("the link %s is of no use", link.length())
                    .isZero();
            assertThat(identity.records).element(records).satisfies(record -> {
                AuditEvent event = (AuditEvent) record;
                assertThat(event.action()).isEqualTo("password.reset");
                assertThat(event.objectId()).isEqualTo(id);
                assertThat(event.caller().method()).isEqualTo("command-line");
                assertThat(event.toString()).doesNotContain(answer.getValue());
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoIsNotThereOrLockedGetsNone(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String id = identity.account("anna").account().id();
            identity.accounts.setState(TestIdentity.OPERATOR, id, Account.State.LOCKED, null);
            int records = identity.records.size();

            for (String name : new String[] {null, "", "berta", "\u0000", "x".repeat(10_000)}) {
                assertThat(rescue(identity, name).call())
                        .isEqualTo(Map.entry(false, "Ein Konto mit diesem Anmeldenamen gibt es nicht."));
            }
            assertThat(rescue(identity, "anna").call().getValue()).contains("gesperrt");
            assertThat(identity.records).hasSize(records);
        }
    }

    private static AccountRescue rescue(TestIdentity identity, String name) {
        return new AccountRescue(
                name,
                Locale.GERMAN,
                identity.database.transactions,
                identity.trail,
                identity.hasher,
                identity.sessions);
    }
}
