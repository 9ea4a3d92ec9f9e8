package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Seats;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasedAccountTest {

    private final Set<String> erased = new HashSet<>();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoWasErasedIsNotLetInAgain(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Accounts accounts = accounts(identity);
            Account account = closed(identity, "carla");
            erased.add(account.id());

            for (Account.State state : List.of(Account.State.ACTIVE, Account.State.LOCKED)) {
                assertProblem(
                        "person-erased", () -> accounts.setState(TestIdentity.OPERATOR, account.id(), state, null));
            }

            assertThat(accounts.get(TestIdentity.OPERATOR, account.id()).state())
                    .isEqualTo(Account.State.CLOSED);
            accounts.setState(TestIdentity.OPERATOR, closed(identity, "doris").id(), Account.State.ACTIVE, null);
            assertThat(identity.actions()).endsWith("account.state-changed");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsStillHereOfWhoWasErasedCanGo(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Accounts accounts = accounts(identity);
            Account account = closed(identity, "carla");
            erased.add(account.id());

            accounts.change(
                    TestIdentity.OPERATOR, account.id(), new Accounts.Entry("weg-1", "gelöscht", null, Set.of()), null);

            assertThat(accounts.get(TestIdentity.OPERATOR, account.id()).displayName())
                    .isEqualTo("gelöscht");
            assertThat(identity.records)
                    .last()
                    .extracting(AuditEvent::action, AuditEvent::personal)
                    .containsExactly("account.changed", List.of());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSeatOfWhoWasErasedCanGo(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String id = closed(identity, "carla").id();
            CouncilMembersService members = new CouncilMembersService(
                    identity.database.transactions, new Forgetting(identity.trail), identity.clock);
            members.seats = new Seats() {
                @Override
                public Optional<String> name(String person) {
                    return Optional.of("Carla");
                }

                @Override
                public Set<String> of(String person, LocalDate day) {
                    return Set.of();
                }
            };
            members.set(TestIdentity.OPERATOR, id, "p1");
            erased.add(id);

            assertProblem("person-erased", () -> members.set(TestIdentity.OPERATOR, id, "p2"));
            members.set(TestIdentity.OPERATOR, id, null);

            assertThat(members.of(TestIdentity.OPERATOR, id)).isEmpty();
            assertThat(identity.records)
                    .last()
                    .extracting(AuditEvent::action, AuditEvent::details, AuditEvent::personal)
                    .containsExactly("account.council-member", Map.of(), List.of());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoWasErasedThemselvesChangesNothing(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Accounts accounts = accounts(identity);
            Account account = closed(identity, "carla");
            erased.add(TestIdentity.OPERATOR.subject());

            assertProblem(
                    "person-erased",
                    () -> accounts.change(
                            TestIdentity.OPERATOR,
                            account.id(),
                            new Accounts.Entry("weg-1", "gelöscht", null, Set.of()),
                            null));

            assertThat(accounts.get(TestIdentity.OPERATOR, account.id())).isEqualTo(account);
        }
    }

    private Accounts accounts(TestIdentity identity) {
        return new AccountsService(
                identity.database.transactions,
                new Forgetting(identity.trail),
                identity.hasher,
                identity.sessions,
                identity.letters,
                identity.clock);
    }

    private static Account closed(TestIdentity identity, String login) {
        String id = identity.account(login).account().id();
        return identity.accounts.setState(TestIdentity.OPERATOR, id, Account.State.CLOSED, null);
    }

    private static void assertProblem(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(code));
    }

    /** Cannot record of those who were erased, as the real one. */
    private final class Forgetting implements AuditTrail {

        private final AuditTrail trail;

        Forgetting(AuditTrail trail) {
            this.trail = trail;
        }

        @Override
        public void record(AuditEvent event) {
            if (erased.contains(event.caller().subject())
                    || event.personal().stream().anyMatch(field -> erased.contains(field.subject()))) {
                throw new ProblemException(
                        Problem.Kind.CONFLICT, "person-erased", Text.same("erased"), Text.same("erased"));
            }
            trail.record(event);
        }

        @Override
        public List<AuditRecord> read(long afterSequence, int limit) {
            return trail.read(afterSequence, limit);
        }
    }
}
