package de.kreiswerk.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
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

    @ParameterizedTest
    @EnumSource(Engine.class)
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
