package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.audit.AuditEvent.PersonalField;
import de.kreiswerk.core.api.identity.Audience;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.identity.Seats;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.CouncilMembers;
import de.kreiswerk.identity.api.SignIn;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CouncilMembersTest {

    private static final String GOOD = "vier Wörter reichen aus";
    private static final Caller OPERATOR = TestIdentity.OPERATOR;
    private static final LocalDate TODAY = LocalDate.parse("2026-12-01");

    /** A council of one person, who has a seat until somebody takes it away. */
    private static final class Council implements Seats {

        boolean seated = true;

        @Override
        public Optional<String> name(String person) {
            return person.equals("p1") ? Optional.of("Dr. Carla Beispiel") : Optional.empty();
        }

        @Override
        public Set<String> of(String person, LocalDate day) {
            return seated && person.equals("p1") && day.equals(TODAY) ? Set.of("kreistag") : Set.of();
        }
    }

    private static TestIdentity with(Engine engine, Council council) {
        TestIdentity identity = new TestIdentity(engine);
        identity.members.seats = council;
        identity.sessions.seats = council;
        return identity;
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aSeatMakesAMemberOfTheCouncilUntilItIsGone(Engine engine) throws Exception {
        Council council = new Council();
        try (TestIdentity identity = with(engine, council)) {
            SignIn.Started started = identity.ready("carla", GOOD);
            String id = identity.accountOf(started).id();
            assertThat(identity.callerOf(started.sessionId()).belongsTo(Audience.COUNCIL))
                    .isFalse();

            identity.members.set(OPERATOR, id, "p1");

            Caller carla = identity.callerOf(started.sessionId());
            assertThat(carla.belongsTo(Audience.COUNCIL)).isTrue();
            assertThat(carla.seats()).containsExactly("kreistag");
            assertThat(carla.belongsTo(Audience.PUBLIC)).isTrue();
            assertThat(carla.belongsTo(Audience.ADMINISTRATION)).isFalse();
            assertThat(identity.members.of(carla, id))
                    .contains(new CouncilMembers.Member("p1", "Dr. Carla Beispiel", Set.of("kreistag")));
            council.seated = false;
            assertThat(identity.callerOf(started.sessionId()).belongsTo(Audience.COUNCIL))
                    .as("at the next request")
                    .isFalse();
            council.seated = true;
            identity.members.set(OPERATOR, id, null);
            assertThat(identity.callerOf(started.sessionId()).seats()).isEmpty();
            assertThat(identity.actions()).contains("account.council-member");
        }
    }

    /** What a person's id says is public: in plain it would name for good who is behind a random id. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoseAccountItIsIsRecordedEncryptedOnly(Engine engine) throws Exception {
        try (TestIdentity identity = with(engine, new Council())) {
            String id = identity.account("carla").account().id();

            identity.members.set(OPERATOR, id, "p1");

            assertThat(identity.records).last().satisfies(event -> {
                assertThat(event.action()).isEqualTo("account.council-member");
                assertThat(event.details()).isEmpty();
                assertThat(event.personal())
                        .containsExactly(new PersonalField(id, "before", "null"), new PersonalField(id, "after", "p1"));
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoBelongsToADepartmentWorksForTheAdministration(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            SignIn.Started started = identity.ready("anna", GOOD);
            String department = identity.department("FD 61", null).id();
            assertThat(identity.callerOf(started.sessionId()).belongsTo(Audience.ADMINISTRATION))
                    .as("such as a citizen")
                    .isFalse();

            identity.accounts.change(
                    OPERATOR,
                    identity.accountOf(started).id(),
                    new Accounts.Entry("anna", "Anna Beispiel", null, Set.of(department)),
                    null);

            assertThat(identity.callerOf(started.sessionId()).belongsTo(Audience.ADMINISTRATION))
                    .isTrue();
            assertThat(OPERATOR.belongsTo(Audience.ADMINISTRATION)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void onePersonIsOneAccountAndOnlyWhoGrantsEverywhereDecides(Engine engine) throws Exception {
        try (TestIdentity identity = with(engine, new Council())) {
            String carla = identity.account("carla").account().id();
            String other = identity.account("other").account().id();
            identity.members.set(OPERATOR, carla, "p1");

            assertThat(code(() -> identity.members.set(OPERATOR, other, "p1"))).isEqualTo("name-taken");
            assertThat(code(() -> identity.members.set(OPERATOR, other, "p2"))).isEqualTo("entry-not-valid");
            assertThat(code(() -> identity.members.set(OPERATOR, "no-such", "p1")))
                    .isEqualTo("account-not-found");
            assertThat(code(() -> identity.members.set(TestIdentity.caller(carla), carla, null)))
                    .isEqualTo("permission-missing");
            assertThat(code(() -> identity.members.of(TestIdentity.caller(other), carla)))
                    .isEqualTo("permission-missing");
            identity.members.seats = null;
            assertThat(code(() -> identity.members.set(OPERATOR, other, "p2"))).isEqualTo("component-away");
            assertThat(identity.members.of(OPERATOR, carla)).contains(new CouncilMembers.Member("p1", null, Set.of()));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobodyTakesASeatThemselvesNorWithATokenOfTheirs(Engine engine) throws Exception {
        try (TestIdentity identity = with(engine, new Council())) {
            String carla = identity.account("carla").account().id();
            Caller herself = TestIdentity.caller(carla, new Grant("identity.grants", "*"));
            Caller token = new Caller(
                    "t", "Token", herself.grants(), Caller.MACHINE, herself.since(), "r", Set.of(), Set.of(), carla);

            assertThat(code(() -> identity.members.set(herself, carla, "p1"))).isEqualTo("permission-missing");
            assertThat(code(() -> identity.members.set(token, carla, "p1"))).isEqualTo("permission-missing");
            assertThat(identity.members.of(OPERATOR, carla)).isEmpty();
        }
    }

    private static String code(ThrowingCallable call) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, call);
        return refused == null ? null : refused.problem().code();
    }
}
