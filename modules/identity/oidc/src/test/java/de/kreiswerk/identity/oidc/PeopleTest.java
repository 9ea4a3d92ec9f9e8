package de.kreiswerk.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who comes from a provider gets an account of their own, and what their provider says they are. */
class PeopleTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoAsksForLessTrustDoesNotOpenWhatAnotherOfTheSameIssuerKeeps(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            ProviderSettings sure =
                    settings("sicher", Map.of("trustClaim", "acr", "trustMinimum", "STORK-QAA-Level-4"));
            ProviderSettings easy = settings("einfach", Map.of("mapping", "alle=author"));

            String kept = people.signIn(sure, claims("anna", Map.of("acr", "STORK-QAA-Level-4")));
            people.grants.put(kept, List.of("approver@"));
            String other = people.signIn(easy, claims("anna", Map.of("groups", "alle")));

            assertThat(other).isNotEqualTo(kept);
            assertThat(people.grants(kept)).containsExactly("approver@");
            assertThat(people.grants(other)).containsExactly("author@");
            assertThat(people.signIn(sure, claims("anna", Map.of("acr", "STORK-QAA-Level-4"))))
                    .isEqualTo(kept);
            assertThatThrownBy(() -> people.signIn(sure, claims("anna", Map.of())))
                    .isInstanceOf(SignInFailed.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNameThatIsSetUpForAnotherIssuerKnowsNobody(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            String before = people.signIn(settings("amt", Map.of()), claims("anna", Map.of()));
            String after =
                    people.signIn(settings("amt", Map.of("issuer", "https://new.example")), claims("anna", Map.of()));

            assertThat(after).isNotEqualTo(before);
        }
    }

    /** On H2 one transaction writes at a time: the second one finds the account of the first. */
    @ParameterizedTest
    @EnumSource(value = Engine.class, names = "POSTGRESQL")
    void twoFirstSignInsAtOnceAreOneAccount(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            CyclicBarrier both = new CyclicBarrier(2);
            people.beforeAccount = () -> both.await(20, TimeUnit.SECONDS);

            List<String> accounts = atOnce(
                    () -> people.signIn(settings("amt", Map.of()), claims("anna", Map.of())),
                    () -> people.signIn(settings("amt", Map.of()), claims("anna", Map.of())));

            assertThat(accounts.get(0)).isEqualTo(accounts.get(1));
            assertThat(people.database.number("select count(*) from oidc_account"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void twoSignInsWithANewGroupAtOnceGrantItOnce(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            ProviderSettings amt = settings("amt", Map.of("mapping", "neu=author@FD 61|neu=@FD 61"));
            String account = people.signIn(amt, claims("anna", Map.of()));
            Callable<String> again = () -> people.signIn(amt, claims("anna", Map.of("groups", "neu")));

            assertThat(atOnce(again, again, again, again)).containsOnly(account);

            assertThat(people.grants(account)).containsExactly("author@d61");
            assertThat(people.database.number("select count(*) from oidc_grant"))
                    .isEqualTo(1);
            assertThat(people.database.number("select count(*) from oidc_department"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void thatTheLastAdministratorStaysIsInTheTrailAndTheRestGoes(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            ProviderSettings amt =
                    settings("amt", Map.of("mapping", "it=administrator|it=administrator@FD 61|it=author"));
            String account = people.signIn(amt, claims("anna", Map.of("groups", "it")));
            assertThat(people.grants(account)).containsExactly("administrator@", "administrator@d61", "author@");

            people.signIn(amt, claims("anna", Map.of()));

            assertThat(people.grants(account)).containsExactly("administrator@");
            AuditEvent kept = people.records.stream()
                    .filter(event -> event.action().equals("role.kept"))
                    .findFirst()
                    .orElseThrow();
            assertThat(kept.objectId()).isEqualTo(account);
            assertThat(kept.details())
                    .containsEntry("role", Role.ADMINISTRATOR)
                    .containsEntry("reason", "last-administrator")
                    .containsEntry("provider", "amt");

            // As soon as there is another one, it goes.
            people.grants.put("another", List.of("administrator@"));
            people.signIn(amt, claims("anna", Map.of()));
            assertThat(people.grants(account)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoseAccountIsLockedOrClosedIsFoundInTheTrailByTheAccount(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            ProviderSettings amt = settings("amt", Map.of());
            String account = people.signIn(amt, claims("anna", Map.of()));
            people.records.clear();

            people.states.put(account, Account.State.LOCKED);
            people.refused(amt, claims("anna", Map.of()));
            people.states.put(account, Account.State.CLOSED);
            people.refused(amt, claims("anna", Map.of()));
            people.refused(settings("amt", Map.of("createAccounts", false)), claims("berta", Map.of()));

            assertThat(people.records)
                    .extracting(
                            AuditEvent::action,
                            event -> event.caller().subject(),
                            AuditEvent::objectId,
                            event -> event.details().get("reason"))
                    .containsExactly(
                            tuple("sign-in.failed", "nobody", account, "account-locked"),
                            tuple("sign-in.failed", "nobody", account, "account-closed"),
                            tuple("sign-in.failed", "nobody", "nobody", "account-unknown"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, names = "H2")
    void everybodyElseChoosesNoLoginName(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            Claims admin = claims("1", Map.of("preferred_username", "landrat"));
            people.signIn(settings("bund", Map.of("audience", ProviderConfig.CITIZENS)), admin);
            assertThat(people.wishes.remove()).containsExactly("landrat@bund");

            people.signIn(settings("amt", Map.of()), admin);
            assertThat(people.wishes.remove()).containsExactly("landrat", "landrat@amt");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, names = "H2")
    void aDepartmentIsMeantByIdThenShortNameThenNameOrNotAtAll(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            people.department("a", "Umwelt", "Fachdienst Umwelt");
            people.department("b", "FD 66", "Umwelt");
            people.department("c", "FD 70", "Straßen");
            people.department("d", "FD 71", "straßen");
            people.department("FD 70", "FD 72", "Wasser");

            assertThat(people.mapped("Umwelt")).containsExactly("author@a");
            assertThat(people.mapped("umwelt")).containsExactly("author@a");
            assertThat(people.mapped("b")).containsExactly("author@b");
            assertThat(people.mapped("FD 70")).containsExactly("author@FD 70");
            assertThat(people.mapped("fd 70")).containsExactly("author@c");
            assertThat(people.mapped("wasser")).containsExactly("author@FD 70");
            assertThat(people.mapped("Straßen")).isEmpty();
            assertThat(people.mapped("gibt es nicht")).isEmpty();
        }
    }

    static ProviderSettings settings(String name, Map<String, ?> others) {
        Map<String, Object> given = new HashMap<>(Map.of("issuer", "https://sso.example", "clientId", "kreiswerk"));
        given.putAll(others);
        ProviderSettings settings = ProviderSettings.of(ProviderSettingsTest.config(given), name);
        assertThat(settings.objection()).isNull();
        return settings;
    }

    static Claims claims(String subject, Map<String, Object> claims) {
        return new Claims(subject, claims);
    }

    @SafeVarargs
    private static List<String> atOnce(Callable<String>... calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.length);
        try {
            List<String> answers = new java.util.ArrayList<>();
            for (Future<String> answer : threads.invokeAll(List.of(calls), 60, TimeUnit.SECONDS)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
