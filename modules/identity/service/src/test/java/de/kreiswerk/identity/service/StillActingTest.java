package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Account;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StillActingTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anAccountStandsInTheWayUntilItIsClosed(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String id = identity.accountOf(identity.ready("carla", "vier Wörter reichen aus"))
                    .id();
            StillActing objection = new StillActing(identity.database.transactions);

            assertThat(objection.to("somebody else")).isEmpty();
            assertThat(objection.to(id))
                    .hasValueSatisfying(why -> assertThat(why.german()).contains("Schließen Sie es"));
            identity.accounts.setState(TestIdentity.OPERATOR, id, Account.State.LOCKED, null);
            assertThat(objection.to(id)).as("a lock is for a while").isPresent();
            identity.accounts.setState(TestIdentity.OPERATOR, id, Account.State.CLOSED, null);

            assertThat(objection.to(id)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoeverTriesToSignInIsNotForgotten(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            StillActing acting = new StillActing(identity.database.transactions);

            assertThat(acting.to("nobody")).isPresent();
        }
    }
}
