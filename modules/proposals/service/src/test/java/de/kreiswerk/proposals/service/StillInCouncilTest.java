package de.kreiswerk.proposals.service;

import static de.kreiswerk.proposals.service.TestPlatform.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.CouncilOffice.PersonEntry;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StillInCouncilTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoStandsInTheRegisterIsNotForgottenUntilTheEntryIsGone(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            String id = platform.office
                    .addPerson(OPERATOR, new PersonEntry("Muster", "Clara", List.of()))
                    .id();
            StillInCouncil objection = new StillInCouncil(platform.database.transactions);

            assertThat(objection.to(id))
                    .hasValueSatisfying(why -> assertThat(why.german()).contains("löscht zuerst der Sitzungsdienst"));
            assertThat(objection.to("somebody else")).isEmpty();
            assertThat(objection.to("some\0body")).isEmpty();

            platform.office.removePerson(OPERATOR, id, null);
            assertThat(objection.to(id)).isEmpty();
        }
    }
}
